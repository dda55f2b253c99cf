import { html } from "lit-html";
import type { View } from "../app/view.ts";
import { t } from "../i18n/index.ts";
import { notice } from "../ui/pieces.ts";

/** Instead of every other screen when the page is not of our suite: there is nothing to type into (T11). */
export function stopped(): View {
  return {
    name: "stopped",
    title: () => t("stopped.title"),
    render: () => notice("weakKeys", "bad", html`<p>${t("message.weakKeys")}</p>`),
  };
}
