import assert from "node:assert/strict";
import { test } from "node:test";
import { b64u, equal, fromB64u, random, randomId, type Bytes } from "../bytes.ts";
import { grouped } from "../crockford.ts";
import { cardCheck, cardCode, cardProof, cardText, kitKeyOf, kitMark, makeCards, newKitKey, readCardText, type KitCard } from "../kit.ts";
import { codeOf, newSlip, openShare, readCode, recoveringFrom, sealShare } from "../recovering.ts";
import { newPair, publicPart, type PublicJwk } from "../curve.ts";
import { doorOf, kitSecret } from "../slots.ts";
import { flips, refused } from "./support.ts";
import { vectors } from "./world.ts";

interface KitCase {
  readonly kit: string;
  readonly account: string;
  readonly key: string;
  readonly share: string;
  readonly secret: string;
  readonly cards: readonly { readonly text: string; readonly proof: string; readonly share: string }[];
  readonly slip: string;
  readonly code: string;
  readonly signing: PublicJwk;
  readonly encryption: PublicJwk;
  readonly sealed: string;
}

const PAIRS = [[0, 1], [0, 2], [1, 2]] as const;

async function fresh(): Promise<{ kit: string; key: Bytes; cards: readonly KitCard[] }> {
  const [kit, key] = [randomId(), newKitKey()];
  return { kit, key, cards: await makeCards(kit, key) };
}

function changed(bytes: Bytes, at: number, by = 1): Bytes {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
}

test("every two of three cards give the key, in any order; one gives nothing", async () => {
  const { kit, key, cards } = await fresh();
  const { commitment } = cards[0]!;
  for (const [a, b] of PAIRS) {
    assert.deepEqual(await kitKeyOf([cards[a]!, cards[b]!]), { kit, key, commitment });
    assert.deepEqual(await kitKeyOf([cards[b]!, cards[a]!]), { kit, key, commitment });
  }
  assert.deepEqual(await kitKeyOf(cards), { kit, key, commitment });
  for (const card of cards) {
    await refused(() => kitKeyOf([card]), "cardsDisagree");
    await refused(() => kitKeyOf([card, card]), "cardsDisagree");
  }
});

test("every byte of a share, changed, is found: never a wrong key", async () => {
  const { cards } = await fresh();
  const [good, other] = [cards[0]!, cards[1]!];
  for (let at = 0; at < good.share.length; at++) {
    for (const by of [1, 0x80]) {
      await refused(() => kitKeyOf([{ ...good, share: changed(good.share, at, by) }, other]), "cardsDisagree");
    }
  }
  for (const place of [0, other.share[32]!]) {
    await refused(() => kitKeyOf([{ ...good, share: changed(good.share, 32, good.share[32]! ^ place) }, other]), "cardsDisagree");
  }
});

test("every byte of a commitment, another kit, another number: refused", async () => {
  const { cards } = await fresh();
  const [good, other] = [cards[0]!, cards[2]!];
  for (let at = 0; at < 16; at++) {
    const commitment = changed(good.commitment, at);
    await refused(() => kitKeyOf([{ ...good, commitment }, other]), "cardsDisagree");
    await refused(() => kitKeyOf([{ ...good, commitment }, { ...other, commitment }]), "cardsDisagree");
  }
  await refused(() => kitKeyOf([{ ...good, kit: randomId() }, other]), "cardsDisagree");
  await refused(() => kitKeyOf([{ ...good, card: other.card }, other]), "cardsDisagree");
});

test("two changed shares, and shares of two kits: refused", async () => {
  const one = await fresh();
  const two = await fresh();
  const [a, b] = [one.cards[0]!, one.cards[1]!];
  await refused(() => kitKeyOf([{ ...a, share: changed(a.share, 3) }, { ...b, share: changed(b.share, 7) }]), "cardsDisagree");
  await refused(() => kitKeyOf([a, two.cards[1]!]), "cardsDisagree");
  await refused(() => kitKeyOf([a, { ...two.cards[1]!, kit: one.kit, commitment: a.commitment }]), "cardsDisagree");
});

test("with all three, one wrong card does no harm; two do", async () => {
  const { kit, key, cards } = await fresh();
  const wrong = (at: number): KitCard => ({ ...cards[at]!, share: random(33) });
  for (const at of [0, 1, 2]) {
    assert.deepEqual(await kitKeyOf(cards.map((card, index) => (index === at ? wrong(at) : card))), { kit, key, commitment: cards[at]!.commitment });
  }
  await refused(() => kitKeyOf([wrong(0), wrong(1), cards[2]!]), "cardsDisagree");
});

test("the error names no share, no key, no cause", async () => {
  const { cards } = await fresh();
  await assert.rejects(kitKeyOf([{ ...cards[0]!, share: random(33) }, cards[1]!]), (error: Error) => {
    assert.equal(JSON.stringify({ ...error, message: error.message }).includes(b64u(cards[1]!.share)), false);
    return true;
  });
});

test("a card is read as it was printed, by hand or by a camera; any slip is told", async () => {
  const { cards } = await fresh();
  for (const card of cards) {
    const text = await cardText(card);
    assert.equal(text.length, 112);
    assert.deepEqual(await readCardText(await cardCode(card)), card);
    assert.deepEqual(await readCardText(` ${grouped(text).toLowerCase()} `), card);
    for (let at = 0; at < text.length; at++) {
      await refused(() => readCardText(text.slice(0, at) + (text[at] === "7" ? "8" : "7") + text.slice(at + 1)), "mistyped");
    }
  }
  for (const other of ["", "PASSERELLE-KIT:", "https://example.org", await newSlip()]) {
    await refused(() => readCardText(other), "mistyped");
  }
});

test("the server recognises a card and learns no share", async () => {
  const { cards } = await fresh();
  const proofs = await Promise.all(cards.map(cardProof));
  assert.equal(new Set(proofs).size, 3);
  for (const [at, card] of cards.entries()) {
    assert.equal(await cardProof(card), proofs[at]);
    assert.notEqual(await cardCheck(card), proofs[at]);
    assert.notEqual(await cardProof({ ...card, share: changed(card.share, 32) }), proofs[at]);
    assert.notEqual(await cardProof({ ...card, kit: randomId() }), proofs[at]);
  }
});

test("without the server's share, or for another account, the cards open nothing", async () => {
  const { key } = await fresh();
  const share = random(32);
  const secret = await kitSecret(key, share, "a");
  assert.deepEqual(await kitSecret(key, share, "a"), secret);
  assert.equal(equal(await kitSecret(key, random(32), "a"), secret), false);
  assert.equal(equal(await kitSecret(key, share, "b"), secret), false);
  assert.equal((await doorOf(secret)).signing.extractable, false);
});

test("the mark is on every card of a kit and says nothing of the key", async () => {
  const { kit } = await fresh();
  assert.match(kitMark(kit), /^[0-9A-Z]{8}$/);
});

test("a slip gives the same keys days later, and no other slip does", async () => {
  const slip = await newSlip();
  const [first, again, other] = [await recoveringFrom(slip), await recoveringFrom(grouped(slip).toLowerCase()), await recoveringFrom(await newSlip())];
  assert.deepEqual(again.keys, first.keys);
  assert.equal(again.code, first.code);
  assert.notEqual(other.code, first.code);
  assert.equal(first.signing.extractable || first.opening.extractable, false);
  assert.equal(await readCode(grouped(first.code)), first.code);
  await refused(() => readCode(first.code.replace(/^./, letter => (letter === "A" ? "B" : "A"))), "mistyped");
});

test("a share is sealed to the code's own keys only: a server cannot put its own there (T14)", async () => {
  const { cards } = await fresh();
  const person = await recoveringFrom(await newSlip());
  const server = publicPart(await newPair());
  for (const keys of [{ ...person.keys, encryption: server }, { ...person.keys, signing: server }, { signing: server, encryption: server }]) {
    assert.notEqual(await codeOf(keys), person.code);
    await refused(() => sealShare(person.code, keys, cards[1]!));
  }
  assert.deepEqual(await openShare(person, await sealShare(person.code, person.keys, cards[1]!)), cards[1]);
});

test("a sealed share opens for its person, in its recovery, unchanged", async () => {
  const { cards } = await fresh();
  const [person, other] = [await recoveringFrom(await newSlip()), await recoveringFrom(await newSlip())];
  const jwe = await sealShare(person.code, person.keys, cards[2]!);
  await refused(() => openShare(other, jwe));
  await refused(() => openShare({ ...person, code: other.code }, jwe));
  for (const flipped of flips(jwe)) {
    await refused(() => openShare(person, flipped));
  }
});

test("the vectors that Java reads too", async () => {
  const { cases } = vectors<{ cases: readonly KitCase[] }>("kit");
  for (const one of cases) {
    const cards = await Promise.all(one.cards.map(card => readCardText(card.text)));
    for (const [at, { proof, share }] of one.cards.entries()) {
      assert.deepEqual([cards[at]!.card, await cardProof(cards[at]!), b64u(cards[at]!.share)], [at + 1, proof, share]);
    }
    for (const [a, b] of PAIRS) {
      const { kit, key } = await kitKeyOf([cards[a]!, cards[b]!]);
      assert.deepEqual([kit, b64u(key)], [one.kit, one.key]);
      assert.equal(b64u(await kitSecret(key, fromB64u(one.share), one.account)), one.secret);
    }
    const person = await recoveringFrom(one.slip);
    assert.deepEqual([person.code, person.keys], [one.code, { signing: one.signing, encryption: one.encryption }]);
    assert.deepEqual(await openShare(person, one.sealed), cards[1]);
  }
});
