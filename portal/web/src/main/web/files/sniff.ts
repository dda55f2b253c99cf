export const LIMIT = 100 * 1024 * 1024;

export type PaperType = "application/pdf" | "image/jpeg" | "image/png" | "image/webp" | "text/plain";
export type Refusal = "emptyFile" | "tooLarge" | "typeMismatch" | "unknownType";

const ENDINGS: Readonly<Record<string, PaperType>> = {
  pdf: "application/pdf", jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", webp: "image/webp", txt: "text/plain",
};

/** What the bytes are, whatever the name says; undefined when it is nothing we can show. The first 64 kB are enough. */
export function typeOf(bytes: Uint8Array): PaperType | undefined {
  const starts = (text: string, at = 0): boolean => [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
  if (starts("%PDF-") || pdfWithin(bytes)) return "application/pdf";
  if (starts("\xff\xd8\xff")) return "image/jpeg";
  if (starts("\x89PNG\r\n\x1a\n")) return "image/png";
  if (starts("RIFF") && starts("WEBP", 8)) return "image/webp";
  return isText(bytes) ? "text/plain" : undefined;
}

/** Readers accept a PDF whose mark stands anywhere in the first kilobyte, and some scanners write such files. */
function pdfWithin(bytes: Uint8Array): boolean {
  return !isText(bytes.subarray(0, 1024)) && String.fromCharCode(...bytes.subarray(0, 1024)).includes("%PDF-");
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.some(byte => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** What the file claims to be, by its name and by the type the system gave it. */
export function claimed(file: { readonly name: string; readonly type: string }): PaperType | "other" | undefined {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase();
  const byName = ending === undefined ? undefined : ENDINGS[ending] ?? "other";
  const type = file.type === "image/jpg" ? "image/jpeg" : file.type.split(";")[0];
  return byName ?? (type ? Object.values(ENDINGS).find(known => known === type) ?? "other" : undefined);
}

/** The true type of a file that can be kept, or why it cannot; only its first bytes are read. */
export async function inspect(file: File): Promise<PaperType | Refusal> {
  if (file.size === 0) return "emptyFile";
  if (file.size > LIMIT) return "tooLarge";
  const type = typeOf(new Uint8Array(await file.slice(0, 65_536).arrayBuffer()));
  const claim = claimed(file);
  if (type === undefined) return claim === undefined || claim === "other" ? "unknownType" : "typeMismatch";
  // Any ending may hold plain words; a page, a script or a table that calls itself something else may not pass as a paper.
  if (claim === "other") return type === "text/plain" ? "unknownType" : "typeMismatch";
  return claim === undefined || claim === type ? type : "typeMismatch";
}

export function isRefusal(result: PaperType | Refusal): result is Refusal {
  return !result.includes("/");
}

/** A first title from the file's name: no ending, no underscores. */
export function titleOf(name: string): string {
  return name.replace(/\.[^.]+$/, "").replace(/[_\s]+/g, " ").trim().slice(0, 80);
}
