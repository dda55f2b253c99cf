import { writeFileSync } from "node:fs";
import { handKey, keepRoot, stateKey, verifyAgency } from "../agency.ts";
import { b64u, random, randomId, utf8 } from "../bytes.ts";
import { newPair, publicPart } from "../curve.ts";
import { derive } from "../derive.ts";
import { sealPaper } from "../envelope.ts";
import { makeKeyset, unlockKeyset } from "../keyset.ts";
import { sealLoan, type LoanTerms } from "../loan.ts";
import { EMPTY, sealManifest, type PaperEntry } from "../manifest.ts";
import { pairwiseFor } from "../pairwise.ts";
import { vectorFile, type World } from "./world.ts";

// Writes the world that the Java tests read back. Run by hand when the suite gains a format (`node test.mjs crypto/test/write-vectors.ts`).
const [realm, username, passphrase, account, agency, name] =
  ["passerelle", "élan-482-913", "six mots pour ouvrir la porte", "0b9f4a5e-6c1d-4f7e-8a51-9d1c2b3a4e5f", "cpas-molenbeek", "accueil"];
const [now, until] = ["2026-11-22T15:00:00Z", "2026-11-23T15:00:00Z"];

const { wrapKey } = await derive(realm, username, passphrase);
const keyset = await makeKeyset(account, wrapKey, now);
const me = await unlockKeyset(keyset, account, { wrapKey });

const content = utf8("Une attestation, écrite par le navigateur.");
const [id, key] = [randomId(), random(32)];
const sealed = await sealPaper(new Blob([content]), key, id, 1);
const paper: PaperEntry = {
  id, version: 1, title: "Attestation", kind: "priorityAttestation", date: "2026-11-20", original: "chez Samira", type: "text/plain",
  size: content.length, key: b64u(key), hash: sealed.hash, added: now,
};

const [root, enc, sig] = [await newPair(), await newPair(), await newPair()];
const published = {
  agency, root: publicPart(root),
  functions: [{
    function: name, names: { fr: "Accueil", nl: "Onthaal", en: "Reception", de: "Empfang", ar: "الاستقبال" },
    statements: [await stateKey(root, agency, name, "enc", publicPart(enc), now, null), await stateKey(root, agency, name, "sig", publicPart(sig), now, null)],
  }],
};
const verified = await verifyAgency(published, agency);

const holder = await pairwiseFor(me.pairwise, agency);
const terms: LoanTerms = {
  loan: randomId(), agency, function: name, paper: id, version: 1, hash: paper.hash, size: paper.size, type: paper.type,
  shown: { title: paper.title, kind: paper.kind, date: "2026-11-20" }, purpose: "openRights", actions: ["look"], from: now, until, key: paper.key,
};
const first = await sealManifest(me, undefined, EMPTY);
const second = await sealManifest(me, first, {
  ...EMPTY, papers: [paper], agencies: [{ agency, root: verified.root }],
  loans: [{ id: terms.loan, agency, agencyName: "CPAS de Molenbeek (fictif)", function: name, functionName: "Accueil", purpose: "openRights", action: "look", from: now, until, papers: [id] }],
});

const world: World = {
  realm, username, passphrase, account, keyset, manifests: [first.jwe, second.jwe],
  paper: {
    id, version: 1, key: paper.key, hash: paper.hash, size: paper.size, content: b64u(content),
    sealed: b64u(new Uint8Array(await sealed.ciphertext.arrayBuffer())),
  },
  title: paper.title, purpose: "openRights", published, rootThumbprint: verified.root, fingerprint: verified.fingerprint, function: name, functionKey: enc,
  handed: await handKey(root, agency, name, "enc", enc, account, me.encryptionKey), rootKey: await keepRoot(root, agency, me.encryptionKey),
  loan: {
    loan: terms.loan, agency, function: name, holder: holder.id, holderKey: holder.publicKey, actions: ["look"], from: now, until,
    items: [{ paper: id, version: 1, jwe: await sealLoan(holder, publicPart(enc), terms) }],
  },
};
writeFileSync(vectorFile("from-typescript"), `${JSON.stringify(world)}\n`);
