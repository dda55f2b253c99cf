// Bundles every *.test.ts and runs it under node --test: what is tested is what esbuild makes of the sources, as in the browser.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const folders = ["crypto", "api", "wallet", "i18n", "views"];
const sources = folders.flatMap(folder => {
  try {
    return readdirSync(folder, { recursive: true })
      .filter(name => name.endsWith(".test.ts"))
      .map(name => join(folder, name));
  } catch {
    return [];
  }
});
const out = "node_modules/.cache/tests";
rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: process.argv.length > 2 ? process.argv.slice(2) : sources,
  outdir: out, outbase: ".", outExtension: { ".js": ".mjs" },
  bundle: true, packages: "external", platform: "node", format: "esm", target: "node20", sourcemap: "inline", logLevel: "warning",
});
const bundles = readdirSync(out, { recursive: true }).filter(name => name.endsWith(".test.mjs")).map(name => join(out, name));
const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...bundles], { stdio: "inherit" });
process.exit(run.status ?? 1);
