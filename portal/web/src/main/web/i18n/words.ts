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
  return [0, 2, 4].map(at => list[number(id, at) % list.length]).join(" · ");
}

/** Two words that people at two screens compare: from the first four bytes of what both computed. */
export function twoWords(bytes: Uint8Array, language: Language): readonly [string, string] {
  const list = words(language);
  const word = (at: number): string => list[(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) % list.length] ?? "";
  return [word(0), word(2)];
}

/** One of `colours`, for the same purpose. */
export function hue(id: string, colours: number): number {
  return number(id, 6) % colours;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Two letters of base64url as a number of 12 bits. */
function number(id: string, at: number): number {
  return DIGITS.indexOf(id.charAt(at)) * 64 + DIGITS.indexOf(id.charAt(at + 1)) + 65;
}
