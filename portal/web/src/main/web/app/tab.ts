import { language, sentences } from "../i18n/index.ts";

/**
 * What stands on the browser's tab, and so in its history on this computer: a sentence of ours, never one of the person's. A heading that holds
 * anything of the wallet is left out.
 */
export function tabTitle(heading: string): string {
  return Object.values(sentences[language()]).includes(heading) ? `${heading} – Passerelle` : "Passerelle";
}
