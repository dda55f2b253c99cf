import type { Language } from "../wallet/types.ts";
import ar from "./words/ar.txt";
import de from "./words/de.txt";
import en from "./words/en.txt";
import fr from "./words/fr.txt";
import nl from "./words/nl.txt";

const texts: Record<Language, string> = { fr, nl, en, de, ar };

/** 512 plain words of everyday things: six of them make a passphrase, three make a name to remember a stranger by. */
export function words(language: Language): readonly string[] {
  return texts[language].trim().split(/\s+/);
}

/** Three words for an id that nobody could remember; the same id always gives the same words. */
export function threeWords(id: string, language: Language): string {
  const list = words(language);
  return [0, 4, 8].map(at => list[number(id, at) % list.length]).join(" · ");
}

/** One of `colours`, for the same purpose. */
export function hue(id: string, colours: number): number {
  return number(id, 12) % colours;
}

function number(id: string, at: number): number {
  return [...id.slice(at, at + 4)].reduce((sum, letter) => (sum * 64 + (letter.codePointAt(0) ?? 0)) >>> 0, 0);
}
