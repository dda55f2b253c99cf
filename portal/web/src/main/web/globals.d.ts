/** Written in by the build: where the reader of PDF files is and the digest it must have. */
declare const PDF_ADDRESS: string;
declare const PDF_INTEGRITY: string;
declare const PDF_WORKER: string;
/** The maker and reader of QR codes (files/qr-codes.ts). */
declare const QR_ADDRESS: string;
declare const QR_INTEGRITY: string;
/** The file of the other thread (crypto/worker.ts). */
declare const WORKER_ADDRESS: string;
declare const WORKER_INTEGRITY: string;
/** The maker and reader of archives (files/archive.ts). */
declare const ARCHIVE_ADDRESS: string;
declare const ARCHIVE_INTEGRITY: string;

declare module "*.txt" {
  const text: string;
  export default text;
}

declare module "pdfjs-dist/legacy/build/pdf.mjs" {
  export * from "pdfjs-dist";
}
