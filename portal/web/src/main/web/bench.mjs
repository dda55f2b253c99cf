// Makes what deployment/bench shows to a browser, in the folder given: the page, the bench, and the other thread as the app has it.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const out = process.argv[2];
const common = { bundle: true, minify: true, format: "esm", target: "es2022", charset: "utf8", legalComments: "none", logLevel: "warning" };

mkdirSync(out, { recursive: true });
await build({ ...common, entryPoints: ["crypto/worker.ts"], outfile: join(out, "worker.js") });
const integrity = `sha384-${createHash("sha384").update(readFileSync(join(out, "worker.js"))).digest("base64")}`;
await build({
  ...common, entryPoints: ["bench/browser.ts"], outfile: join(out, "bench.js"),
  define: { WORKER_ADDRESS: '"/worker.js"', WORKER_INTEGRITY: JSON.stringify(integrity) },
});
writeFileSync(join(out, "index.html"), '<!doctype html><html lang="en"><title>Bench</title><script type="module" src="/bench.js"></script></html>');
