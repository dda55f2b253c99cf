// Bundles every *.test.ts and runs it under node --test: what is tested is what esbuild makes of the sources, as in the browser.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const folders = ["crypto", "api", "wallet", "i18n", "files", "ui", "app", "views"];
const sources = folders.flatMap(folder => {
  try {
    return readdirSync(folder, { recursive: true })
      .filter(name => name.endsWith(".test.ts"))
      .map(name => join(folder, name));
  } catch {
    return [];
  }
});
// A script instead of the tests, such as `node test.mjs crypto/test/write-vectors.ts`, is bundled and run the same way.
const given = process.argv.slice(2);
const out = `node_modules/.cache/tests-${process.pid}`;
await build({
  entryPoints: given.length > 0 ? given : sources,
  outdir: out, outbase: ".", outExtension: { ".js": ".mjs" },
  bundle: true, packages: "external", platform: "node", format: "esm", target: "node20", sourcemap: "inline", loader: { ".txt": "text" }, logLevel: "warning",
});
const bundles = readdirSync(out, { recursive: true }).filter(name => name.endsWith(".mjs")).map(name => join(out, name));
const asTests = given.every(name => name.endsWith(".test.ts")) ? ["--test"] : [];
const run = spawnSync(process.execPath, ["--enable-source-maps", ...asTests, ...bundles], { stdio: "inherit" });
rmSync(out, { recursive: true, force: true });
process.exit(run.status ?? 1);
