import assert from "node:assert/strict";
import { test } from "node:test";
import { b64u, random, randomId } from "../../crypto/bytes.ts";
import { cardText, makeCards, newKitKey, type KitCard } from "../../crypto/kit.ts";
import { codeOf, newSlip, recoveringFrom, sealShare, type FreshKeys } from "../../crypto/recovering.ts";
import { refused } from "../../crypto/test/support.ts";
import { Http } from "../../api/http.ts";
import { Clock } from "../../api/clock.ts";
import { RecoveryCounter } from "../counter.ts";
import { Reopen } from "../recovering.ts";
import { FakeNode, json, problem } from "./fake-node.ts";
import { CONFIG } from "./support.ts";

const PASSPHRASE = "six mots pour ouvrir la porte";
const AT = "2026-11-22T15:00:00Z";

interface Scene {
  readonly node: FakeNode;
  readonly cards: readonly KitCard[];
  readonly slip: string;
  /** What the node gives out after the wait. */
  sealed: readonly { card: number; jwe: string }[];
  kit: string;
  /** Sign-ins that were tried. */
  signIns(): number;
}

/** A node that follows the true protocol, with what it gives out in the test's hands. */
async function scene(): Promise<Scene> {
  const node = await FakeNode.start();
  const [kit, slip] = [randomId(), await newSlip()];
  const cards = await makeCards(kit, newKitKey());
  const { code } = await recoveringFrom(slip);
  const made: Scene = { node, cards, slip, sealed: [], kit, signIns: () => node.seen.filter(seen => seen.path.includes("/realms/")).length };
  node.intercept = seen => {
    const { path } = seen;
    if (path.endsWith("/recoveries")) return json({ recovery: code }, 201);
    if (path.endsWith("/state")) return json({ recovery: code, stage: "ready", startedAt: AT, cards: [] });
    if (path.endsWith("/opening")) return json({ account: "account-of-holder", kit: made.kit, share: b64u(random(32)), sealed: made.sealed });
    return undefined;
  };
  return made;
}

async function sealed(at: Scene, ...cards: readonly KitCard[]): Promise<Scene["sealed"]> {
  const { code, keys } = await recoveringFrom(at.slip);
  return Promise.all(cards.map(async card => ({ card: card.card, jwe: await sealShare(code, keys, card) })));
}

test("shares that do not belong together end in one sentence, and nobody signs in", async () => {
  const other = (await scene()).cards;
  const wrong = (card: KitCard): KitCard => ({ ...card, share: random(33) });
  const given: readonly ((cards: readonly KitCard[]) => readonly KitCard[])[] = [
    ([one, two]) => [one!, wrong(two!)], ([one, two, three]) => [wrong(one!), wrong(two!), three!], ([one]) => [one!], ([one]) => [one!, one!], () => [],
    ([one]) => [one!, other[1]!], ([one, two]) => [one!, { ...two!, commitment: random(16) }],
  ];
  for (const some of given) {
    const at = await scene();
    at.sealed = await sealed(at, ...some(at.cards));
    await refused(async () => (await Reopen.from(CONFIG, "holder", at.slip)).finish(PASSPHRASE), "cardsDisagree");
    assert.equal(at.signIns(), 0);
  }
  const at = await scene();
  at.sealed = (await sealed(at, at.cards[0]!, at.cards[1]!)).map(({ card, jwe }) => ({ card, jwe: `${jwe.slice(0, -2)}${jwe.endsWith("AA") ? "BA" : "AA"}` }));
  await refused(async () => (await Reopen.from(CONFIG, "holder", at.slip)).finish(PASSPHRASE), "cardsDisagree");
  assert.equal(at.signIns(), 0);
});

test("two true shares are enough beside a wrong one: then it is tried to sign in", async () => {
  const at = await scene();
  at.sealed = await sealed(at, at.cards[0]!, { ...at.cards[1]!, share: random(33) }, at.cards[2]!);
  await assert.rejects(async () => (await Reopen.from(CONFIG, "holder", at.slip)).finish(PASSPHRASE));
  assert.ok(at.signIns() > 0);
});

test("a kit other than the one the cards are of is refused before anything is derived", async () => {
  const at = await scene();
  at.sealed = await sealed(at, at.cards[0]!, at.cards[2]!);
  at.kit = randomId();
  await refused(async () => (await Reopen.from(CONFIG, "holder", at.slip)).finish(PASSPHRASE), "cardsDisagree");
  assert.equal(at.signIns(), 0);
});

test("T14: shares of a kit that the node made itself are refused where the holder's own card was shown", async () => {
  const at = await scene();
  const planted = await makeCards(at.kit, newKitKey());
  for (const given of [[planted[0]!, planted[1]!], [planted[1]!, planted[2]!], await makeCards(randomId(), newKitKey())]) {
    at.kit = given[0]!.kit;
    at.sealed = await sealed(at, ...given);
    const found = await Reopen.from(CONFIG, "holder", at.slip);
    const begun = at.node.intercept;
    at.node.intercept = seen => (seen.path.endsWith("/cards") ? json({}) : begun(seen));
    await found.show(await cardText(at.cards[0]!));
    await refused(() => found.finish(PASSPHRASE), "cardsDisagree");
    assert.equal(at.signIns(), 0);
  }
});

test("a recovery whose name is not of these keys is refused", async () => {
  await scene();
  await refused(async () => Reopen.from(CONFIG, "holder", await newSlip()));
});

test("an organisation's card is not shown on the holder's page, nor the holder's at a counter", async () => {
  const at = await scene();
  const found = await Reopen.from(CONFIG, "holder", at.slip);
  await refused(async () => found.show(await cardText(at.cards[1]!)), "keepersCard");
  const counter = new RecoveryCounter(new Http(CONFIG.origin, new Clock()));
  await refused(async () => counter.card(await cardText(at.cards[0]!)), "holdersCard");
});

test("T14: a counter seals to the keys of the code, and sends nothing to others", async () => {
  const at = await scene();
  const { code, keys } = await recoveringFrom(at.slip);
  const planted = (await recoveringFrom(await newSlip())).keys;
  const counter = new RecoveryCounter(new Http(CONFIG.origin, new Clock()));
  const answers: readonly FreshKeys[] = [planted, { ...keys, encryption: planted.encryption }, { ...keys, signing: planted.signing }];
  for (const answer of answers) {
    assert.notEqual(await codeOf(answer), code);
    let shown = 0;
    at.node.intercept = seen => {
      if (seen.path.endsWith("/look")) return json(answer);
      shown++;
      return json({}, 204);
    };
    await refused(() => counter.show(code, at.cards[1]!));
    assert.equal(shown, 0);
  }
  at.node.intercept = seen => seen.path.endsWith("/look") ? problem(404, "notFound") : json({});
  await refused(() => counter.show(code, at.cards[1]!), "cardRefused");
});
