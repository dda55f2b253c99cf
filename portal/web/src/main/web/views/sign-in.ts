import { html, nothing } from "lit-html";
import type { App } from "../app/app.ts";
import { atKiosk } from "../app/kiosk.ts";
import { failed, say } from "../app/message.ts";
import { firstView } from "../app/navigation.ts";
import type { View } from "../app/view.ts";
import { language, t } from "../i18n/index.ts";
import { action, pictogram, submitted, typed } from "../ui/pieces.ts";
import { PassphraseField } from "../ui/passphrase-field.ts";
import { forgetDevice, keptDevices, passkeysExist, PasserelleError, signIn, signInByDevice, signInByPasskey, type KeptDevice, type Session } from "../wallet/index.ts";
import { lost } from "./lost.ts";
import { byPhone } from "./by-phone.ts";
import { phone } from "./phone.ts";
import { waysIn, type WayIn } from "./ways-in.ts";

const WAYS: readonly WayIn[] = [
  { action: "sign-in-passkey", picture: "fingerprint", words: "signIn.passkey", show: app => enterBy(app, () => signInByPasskey(config(app)), "passkeyUnknown"), possible: passkeysExist },
  { action: "open-elsewhere", picture: "computer", words: "phone.title", show: app => app.show(phone(app, () => signInView(app))), possible: () => !atKiosk() },
  { action: "lost", picture: "lost", words: "signIn.lost", show: app => app.show(lost(app)) },
];

/** The one place, with the making of a wallet, where a passphrase is typed; it never leaves this page. */
export function signInView(app: App): View {
  const passphrase = new PassphraseField(app);
  let username = "";
  let devices: readonly KeptDevice[] = [];
  if (!atKiosk()) {
    void keptDevices().then(kept => {
      devices = kept;
      // What the page said on leaving is not the whole truth on a device that keeps a key.
      if (kept.length > 0 && new URLSearchParams(location.search).has("left")) app.tell(say("left", "message.leftDevice"));
      else if (kept.length > 0) app.refresh();
    });
  }

  const enter = (): void => {
    const name = username.trim().normalize("NFKC").toLowerCase();
    if (name === "" || passphrase.value === "") return app.tell(say("missingSignIn", "message.missingSignIn", "bad"));
    enterBy(app, async () => {
      const session = await signIn(config(app), { username: name, passphrase: passphrase.value });
      passphrase.clear();
      return session;
    });
  };
  const forget = (device: KeptDevice): void => void app.run(async () => {
    await forgetDevice(device.slot);
    devices = await keptDevices();
  });
  const here = (device: KeptDevice) => html`<div class="panel row-line" data-device=${device.slot}>${pictogram("device")}
    <div><p>${t("signIn.thisDevice")} <bdi class="username">${device.username}</bdi></p></div>
    ${action("sign-in-device", "door-in", t("signIn.device"), () => enterBy(app, () => signInByDevice(config(app), device), "deviceRefused"), { look: "primary", busy: app.busy, value: device.slot })}
    ${action("forget-device", "delete", t("signIn.forgetDevice"), () => forget(device), { look: "quiet", value: device.slot })}</div>`;

  return {
    name: "sign-in",
    title: () => t("signIn.title"),
    render: () => html`${devices.map(here)}${byPhone(app)}
    <form autocomplete="off" novalidate @submit=${submitted(enter)}>
      <div class="panel">
        <div class="with-pictogram">${pictogram("person")}<div class="field">
          <label for="username">${t("signIn.username")}</label>
          <p class="hint" id="username-hint">${t("signIn.usernameHint")}</p>
          <input id="username" name="username" aria-describedby="username-hint" autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto"
            .value=${username} @input=${typed(value => { username = value; })}></div></div>
        ${passphrase.piece(t("signIn.passphrase"))}
      </div>
      <div class="actions">
        ${action("sign-in", "door-in", t(app.busy ? "signIn.busy" : "signIn.submit"), undefined, { look: "primary", submit: true, busy: app.busy })}
        <a class="button quiet" href="/create?lang=${language()}" data-action="create-wallet">${t("signIn.noWallet")}</a>
      </div>
    </form>
    ${waysIn(app, WAYS, "signIn.otherWays")}
    ${devices.length > 0 ? nothing : html`<p class="soft small">${t("signIn.stays")}</p>`}`,
  };
}

function config(app: App): App["config"] {
  return { ...app.config, language: language() };
}

/** With `unknown`: what a refusal means when nobody typed anything. */
function enterBy(app: App, open: () => Promise<Session>, unknown?: "passkeyUnknown" | "deviceRefused"): void {
  void app.run(async () => {
    try {
      app.enter(await open());
    } catch (error) {
      const refused = unknown !== undefined && error instanceof PasserelleError && error.failure.name === "wrongPassphrase";
      return app.tell(refused ? say(unknown, `message.${unknown}`, "bad") : failed(error));
    }
    app.show(firstView(app));
  });
}
