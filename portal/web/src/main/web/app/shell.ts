import type { Config, Language } from "../wallet/types.ts";
import ar from "../../../../../look/src/main/resources/brussels/passerelle/look/labels/ar.json";
import de from "../../../../../look/src/main/resources/brussels/passerelle/look/labels/de.json";
import en from "../../../../../look/src/main/resources/brussels/passerelle/look/labels/en.json";
import fr from "../../../../../look/src/main/resources/brussels/passerelle/look/labels/fr.json";
import nl from "../../../../../look/src/main/resources/brussels/passerelle/look/labels/nl.json";

const labels: Readonly<Record<Language, Readonly<Record<string, string>>>> = { fr, nl, en, de, ar };

/** What the server wrote into the page: addresses, no secret. */
export function configOf(host: HTMLElement): Config {
  const { origin = location.origin, registryOrigin = "", realm = "" } = host.dataset;
  return { origin, registryOrigin, realm };
}

/** Puts head and foot, which the server wrote, into another language without loading the page again: nothing typed is lost. */
export function redress(chosen: Language): void {
  const words = labels[chosen];
  for (const element of document.querySelectorAll<HTMLElement>("[data-text]")) element.textContent = words[element.dataset["text"] ?? ""] ?? "";
  for (const element of document.querySelectorAll<HTMLElement>("[data-label]")) element.ariaLabel = words[element.dataset["label"] ?? ""] ?? "";
  for (const link of document.querySelectorAll<HTMLElement>("[data-language]")) link.ariaCurrent = String(link.dataset["language"] === chosen);
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".site-header a:not([data-language]), .site-footer a")) {
    const address = new URL(link.href);
    address.searchParams.set("lang", chosen);
    link.href = address.href;
  }
}
