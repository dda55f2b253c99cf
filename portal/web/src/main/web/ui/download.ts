/** Hands a decrypted file to the browser's downloads; the address lives only as long as that takes. */
export function download(blob: Blob, title: string, type: string): void {
  const ending = { "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "text/plain": "txt" }[type] ?? "bin";
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: address, download: `${title.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, " ").trim() || "passerelle"}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
