// Makes what the browser loads, in target/app: one script, its styles, and the reader of PDF files with its worker, which load only when a PDF is shown.
// The main script knows the digest of the reader, so that Subresource Integrity holds for what is loaded late, too.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const out = "../../../target/assets/app";
const pdfjs = "node_modules/pdfjs-dist";
const common = {
  bundle: true, minify: true, format: "esm", target: ["es2022", "chrome109", "firefox115", "safari16"], charset: "utf8",
  legalComments: "none", external: ["/app/*"], logLevel: "warning", loader: { ".txt": "text" },
};

const digest = file => createHash("sha384").update(readFileSync(join(out, file))).digest();
const address = file => `/app/${file}?v=${digest(file).toString("hex").slice(0, 16)}`;

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "pdf"), { recursive: true });
for (const folder of ["cmaps", "standard_fonts", "wasm", "iccs"]) {
  cpSync(join(pdfjs, folder), join(out, "pdf", folder), { recursive: true, filter: name => !/quickjs|nowasm/i.test(name) });
}
// Undertow knows .js as a script and not .mjs.
cpSync(join(pdfjs, "legacy/build/pdf.worker.min.mjs"), join(out, "pdf-worker.js"));
cpSync(join(pdfjs, "LICENSE"), join(out, "pdf", "LICENSE"));
await build({ ...common, entryPoints: ["app/app.css"], outfile: join(out, "app.css") });
await build({
  ...common, entryPoints: ["files/pdf.ts"], outfile: join(out, "pdf.js"),
  define: { PDF_WORKER: JSON.stringify(address("pdf-worker.js")) },
});
await build({ ...common, entryPoints: ["crypto/worker.ts"], outfile: join(out, "worker.js") });
await build({ ...common, entryPoints: ["files/qr-codes.ts"], outfile: join(out, "qr.js") });
await build({ ...common, entryPoints: ["files/archive.ts"], outfile: join(out, "archive.js") });
/** Where a file that loads late is, and the digest it must have. */
const late = (name, file) => ({
  [`${name}_ADDRESS`]: JSON.stringify(address(file)), [`${name}_INTEGRITY`]: JSON.stringify(`sha384-${digest(file).toString("base64")}`),
});
await build({
  ...common, entryPoints: ["main.ts"], outfile: join(out, "app.js"),
  define: { ...late("PDF", "pdf.js"), ...late("WORKER", "worker.js"), ...late("ARCHIVE", "archive.js"), ...late("QR", "qr.js") },
});
for (const name of readdirSync(out).filter(name => /\.(js|css)$/.test(name))) {
  console.log(`${name} ${Math.ceil(statSync(join(out, name)).size / 1024)} kB`);
}
