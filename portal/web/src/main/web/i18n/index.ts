import type { Language, Names } from "../wallet/types.ts";
import ar from "./ar.json";
import de from "./de.json";
import en from "./en.json";
import fr from "./fr.json";
import nl from "./nl.json";

/** French is written first: its keys are the keys. */
export type Key = keyof typeof fr;
export type Values = Readonly<Record<string, string | number>>;
export const languages: readonly Language[] = ["fr", "nl", "en", "de", "ar"];
export const sentences: Readonly<Record<Language, Readonly<Record<string, string>>>> = { fr, nl, en, de, ar };

let current: Language = "fr";

export function speak(language: Language): void {
  current = language;
}

export function language(): Language {
  return current;
}

export function isLanguage(tag: string | undefined): tag is Language {
  return languages.some(known => known === tag);
}

export function direction(of: Language = current): "ltr" | "rtl" {
  return of === "ar" ? "rtl" : "ltr";
}

/** The sentence in the person's language, its placeholders filled. */
export function t(key: Key, values: Values = {}): string {
  const text = sentences[current][key] ?? fr[key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function has(key: string): key is Key {
  return Object.hasOwn(fr, key);
}

/** A name that others gave in some languages only: the person's own when it exists, else the closest one they may know. */
export function named(names: Names, fallback: string): string {
  return names[current] ?? names.fr ?? names.nl ?? names.en ?? fallback;
}
