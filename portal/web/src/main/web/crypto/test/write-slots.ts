import { writeFileSync } from "node:fs";
import { b64u, random, randomId } from "../bytes.ts";
import { thumbprint } from "../curve.ts";
import { derive } from "../derive.ts";
import { sign } from "../jose.ts";
import { makeKeyset, makeView, unlockKeyset } from "../keyset.ts";
import { EMPTY, sealManifest } from "../manifest.ts";
import { addSlot } from "../slot-changes.ts";
import { doorOf, recoverySecret, recoveryText, wrapKeyOf } from "../slots.ts";
import type { SlotsWorld } from "./slots-world.ts";
import { vectorFile } from "./world.ts";

// Writes the wallet that the Java tests open. Run by hand when the suite gains a format (`node test.mjs crypto/test/write-slots.ts`).
const [realm, username, passphrase, account, now] = ["passerelle", "élan-482-913", "six mots pour ouvrir la porte", "0b9f4a5e-6c1d-4f7e-8a51-9d1c2b3a4e5f", "2026-11-22T15:00:00Z"];
const { wrapKey } = await derive(realm, username, passphrase);
const first = await makeKeyset(account, wrapKey, now);
const code = random(16);
const secret = await recoverySecret(code, realm, username);
const door = await doorOf(secret);
const added = { kind: "recovery", door: door.publicKey, wrapKey: await wrapKeyOf(secret) } as const;
const keyset = await addSlot(first, await unlockKeyset(first, account, { wrapKey }), { wrapKey }, added, now);
const { view, account: masked } = await makeView(await unlockKeyset(keyset, account, { wrapKey }));
const title = "Seul ce papier existe";
const paper = { id: randomId(), version: 1, title, kind: "identityCard", type: "application/pdf", size: 5, key: b64u(random(32)), hash: b64u(random(32)), added: now };
const file = await sealManifest(masked, { manifest: { version: 1 }, hash: b64u(random(32)) }, { ...EMPTY, papers: [paper] });

const world: SlotsWorld = {
  realm, username, passphrase, account, code: b64u(code), text: await recoveryText(code), door: door.publicKey, keyset,
  mask: { view, manifest: file.jwe, version: file.manifest.version, title },
  lift: await sign(door.signing, "passerelle-lift+jws", JSON.stringify({ suite: 1, account, at: now }), { kid: await thumbprint(door.publicKey) }),
};
writeFileSync(vectorFile("slots-from-typescript"), `${JSON.stringify(world)}\n`);
