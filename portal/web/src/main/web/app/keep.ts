import { html } from "lit-html";
import { t } from "../i18n/index.ts";
import { action } from "../ui/pieces.ts";
import { download } from "../ui/download.ts";
import type { App } from "./app.ts";
import { atKiosk } from "./kiosk.ts";

/**
 * A readable copy on this device outlives the session: the only thing here that does. It is asked before, with stronger words where the device is
 * shared; with `asked`, only there.
 */
export function keepCopy(app: App, blob: Blob, title: string, type: string, asked = false): void {
  const save = (): void => {
    app.tell(undefined);
    download(blob, title, type);
  };
  if (asked && !atKiosk()) return save();
  app.tell({
    name: "confirmDownload", tone: "warm", text: () => t(atKiosk() ? "kiosk.saveSure" : "paper.downloadSure"),
    actions: () => html`${action("confirm-download", "save", t(atKiosk() ? "kiosk.saveYes" : "paper.downloadYes"), save, { look: atKiosk() ? "danger" : "primary" })}
      ${action("cancel", "back", t("cancel"), () => app.tell(undefined))}`,
  });
}
