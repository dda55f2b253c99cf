import assert from "node:assert/strict";
import { test } from "node:test";
import { fromB64u } from "../bytes.ts";
import { thumbprint } from "../curve.ts";
import { derive } from "../derive.ts";
import { kidInHeader, verify } from "../jose.ts";
import { unlockKeyset } from "../keyset.ts";
import { openManifest } from "../manifest.ts";
import { doorOf, readRecoveryText, recoverySecret, recoveryText, wrapKeyOf } from "../slots.ts";
import type { SlotsWorld } from "./slots-world.ts";
import { refused } from "./support.ts";
import { vectors } from "./world.ts";

for (const name of ["slots-from-java", "slots-from-typescript"]) {
  test(`two ways in and a mask: ${name}`, async () => {
    const { realm, username, passphrase, account, code, text, door, keyset, mask, lift } = vectors<SlotsWorld>(name);
    assert.deepEqual([await recoveryText(fromB64u(code)), await readRecoveryText(text)], [text, fromB64u(code)]);
    const secret = await recoverySecret(fromB64u(code), realm, username);
    assert.deepEqual((await doorOf(secret)).publicKey, door);
    for (const opener of [{ wrapKey: await wrapKeyOf(secret) }, { wrapKey: (await derive(realm, username, passphrase)).wrapKey }]) {
      const root = await unlockKeyset(keyset, account, opener);
      assert.deepEqual([root.slots.map(slot => slot.kind), root.missing], [["passphrase", "recovery"], []]);
      const masked = await unlockKeyset({ ...keyset, view: mask.view }, account, opener);
      const { manifest } = await openManifest(masked, mask.manifest);
      assert.deepEqual([manifest.version, manifest.papers.map(paper => paper.title)], [mask.version, [mask.title]]);
      await refused(() => openManifest(root, mask.manifest));
    }
    assert.equal(kidInHeader(lift), await thumbprint(door));
    assert.equal((JSON.parse(await verify(door, "passerelle-lift+jws", lift, ["kid"])) as { account: string }).account, account);
  });
}
