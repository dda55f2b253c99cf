import { html, type TemplateResult } from "lit-html";
import { isLanguage, language, t } from "../i18n/index.ts";
import { twoWords } from "../i18n/words.ts";

/** Two words, large, in the language of one of the two screens: lists of other languages hold other words. */
export function wordsPiece(bytes: Uint8Array, spoken: string = language()): TemplateResult {
  const tongue = isLanguage(spoken) ? spoken : "fr";
  const [first, second] = twoWords(bytes, tongue);
  return html`<p class="two-words" lang=${tongue} dir=${tongue === "ar" ? "rtl" : "ltr"} aria-label=${t("words.label")} data-words="${first} ${second}"><span>${first}</span> <span>${second}</span></p>`;
}
