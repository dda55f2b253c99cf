import assert from "node:assert/strict";
import { test } from "node:test";
import { ARGON2, isOurSuite, SUITE } from "../suite.ts";

test("T11: the work of a passphrase is a constant, and a page that announces another is not ours", () => {
  assert.deepEqual(ARGON2, { memorySize: 65536, iterations: 3, parallelism: 1, hashLength: 32 });
  assert.equal(SUITE, "1; argon2id; m=65536; t=3; p=1");
  assert.ok(isOurSuite(SUITE));
  for (const other of [undefined, "", "1", "0; argon2id; m=65536; t=3; p=1", "1; argon2id; m=8; t=1; p=1", "1; argon2i; m=65536; t=3; p=1",
    "1; argon2id; m=655360; t=3; p=1", `${SUITE}; `, `${SUITE}, 1; argon2id; m=8; t=1; p=1`, "1; pbkdf2; c=1000"]) {
    assert.ok(!isOurSuite(other), other);
  }
});
