import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

function sources(folder: string): [string, string][] {
  return readdirSync(folder).filter(name => name.endsWith(".ts")).map(name => [name, readFileSync(`${folder}/${name}`, "utf8")]);
}

const imports = (source: string): string[] => [...source.matchAll(/from "([^"]+)"/g)].map(match => match[1]!);

test("crypto knows no document, no network, no storage, and nothing of the folders above it", () => {
  for (const [name, source] of sources("crypto")) {
    assert.deepEqual(source.match(/\b(document|window|localStorage|sessionStorage|indexedDB|XMLHttpRequest|navigator|fetch)\??[.([]/g), null, name);
    assert.ok(imports(source).every(from => from.startsWith("./") || ["jose", "hash-wasm", "@noble/curves/nist.js", "shamir-secret-sharing"].includes(from)), name);
  }
});

test("api knows no wallet; neither keeps anything outside of memory, but a device's keys, where the person asked for it", () => {
  for (const [name, source] of sources("api")) {
    assert.ok(imports(source).every(from => !from.includes("wallet/")), name);
  }
  for (const [name, source] of [...sources("api"), ...sources("wallet")]) {
    const kept = name === "devices.ts" ? source.replaceAll("indexedDB.", "") : source;
    assert.deepEqual(kept.match(/\b(document|localStorage|sessionStorage|indexedDB|caches|console)\??[.([]/g), null, name);
  }
});
