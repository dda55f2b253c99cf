import { html, nothing, type TemplateResult } from "lit-html";
import { kindOf, kinds, label, narrower, tops, type Concept } from "../i18n/concepts.ts";
import { t } from "../i18n/index.ts";
import { choices, type Option } from "../ui/pieces.ts";

const option = (concept: Concept): Option => ({ value: concept.notation, words: label(concept), picture: concept.pictogram });

/**
 * Twelve pictures first; the finer kinds of the chosen one after, for those who want them. Two groups of two names: in one, the arrow keys would
 * walk on through the first list and change the second before anybody reached it.
 */
export function kindChoice(chosen: string, choose: (notation: string) => void): TemplateResult {
  const top = chosen === "" ? "" : kindOf(chosen).broader ?? chosen;
  const finer = narrower(kinds, top);
  return html`${choices("kind", t("add.kind"), tops(kinds).map(option), value => value === top, choose, { shape: "compact" })}
    ${finer.length === 0 ? nothing : html`<div class="sub-choices">${
      choices("finer", t("add.finer"), finer.map(option), value => value === chosen, choose, { shape: "compact" })}</div>`}`;
}
