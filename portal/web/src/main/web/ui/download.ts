const ENDINGS: Readonly<Record<string, string>> = {
  "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "text/plain": "txt", "application/zip": "zip", "application/json": "json",
};

export function endingOf(type: string): string {
  return ENDINGS[type] ?? "bin";
}

/** Hands a decrypted file to the browser's downloads; the address lives only as long as that takes. */
export function download(blob: Blob, title: string, type: string): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: address, download: `${title.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, " ").trim() || "passerelle"}.${endingOf(type)}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
