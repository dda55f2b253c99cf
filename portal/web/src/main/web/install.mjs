// npm ci, but only when the lock file changed since the last time: a warm build must not download, nor rebuild, anything.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const mark = "node_modules/.installed";
const wanted = createHash("sha256").update(readFileSync("package-lock.json")).update(process.version).digest("hex");
if (!existsSync(mark) || readFileSync(mark, "utf8") !== wanted) {
  const run = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { stdio: "inherit", shell: process.platform === "win32" });
  if (run.status !== 0) process.exit(run.status ?? 1);
  writeFileSync(mark, wanted);
}
