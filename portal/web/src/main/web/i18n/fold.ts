/** Letters that no decomposition takes apart, as people type them without looking. */
const SAME: Readonly<Record<string, string>> = {
  "ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
  // Arabic: the forms of alif, the dotless ya and the tied ta are written one for the other; the kashida only stretches a word.
  "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": "",
};

/** One spelling for all the ways to write a word: no case, no accents, no vowel signs, western digits. */
export function fold(text: string): string {
  return text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "")
    .replace(/[ßœæøłđıٱىةـ]/gu, letter => SAME[letter] ?? letter)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, digit => String(digit.charCodeAt(0) & 15))
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
