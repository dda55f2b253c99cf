import { App } from "./app/app.ts";
import { say } from "./app/message.ts";
import { configOf } from "./app/shell.ts";
import { useEngine } from "./crypto/engine.ts";
import { isOurSuite } from "./crypto/suite.ts";
import { workers } from "./files/workers.ts";
import { isLanguage, speak } from "./i18n/index.ts";
import { createWalletView } from "./views/create-wallet.ts";
import { phone } from "./views/phone.ts";
import { signInView } from "./views/sign-in.ts";
import { stopped } from "./views/stopped.ts";

useEngine(workers);
const host = document.getElementById("app");
if (host !== null) {
  const spoken = document.documentElement.lang;
  if (isLanguage(spoken)) speak(spoken);
  const app = new App(configOf(host), host);
  const why = new URLSearchParams(location.search);
  const message = why.has("idle") ? say("leftIdle", "message.leftIdle", "warm") : why.has("left") ? say("left", "message.left")
    : why.has("closed") ? say("closed", "message.sessionClosed", "warm") : undefined;

  // A page that is left holds nothing, and one that the browser kept alive is never shown again: it is loaded anew.
  addEventListener("pagehide", () => void app.forget());
  addEventListener("pageshow", event => {
    if (event.persisted) location.reload();
  });
  document.addEventListener("passerelle:leave", () => void app.forget());
  document.addEventListener("click", event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-action=choose-language]") : null;
    const chosen = link?.dataset["language"];
    if (!isLanguage(chosen)) return;
    event.preventDefault();
    app.speak(chosen);
  });
  // What a camera led to stands after the #, which no server is told; it leaves the address before anything else happens.
  const seen = location.hash.startsWith("#phone.") ? location.href : undefined;
  if (seen !== undefined) history.replaceState(null, "", location.pathname + location.search);
  app.guard();
  app.show(!isOurSuite(host.dataset["suite"]) ? stopped() : document.documentElement.dataset["view"] === "create-wallet" ? createWalletView(app)
    : seen === undefined ? signInView(app) : phone(app, () => signInView(app), seen), message);
}
