import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArrivalAnswer } from "../../api/people.ts";
import { sealSent, type Sent } from "../../crypto/arrival.ts";
import { b64u, random, randomId } from "../../crypto/bytes.ts";
import { fail } from "../../crypto/failure.ts";
import { readMandate, signMandate, type Mandate } from "../../crypto/mandate.ts";
import type { PaperEntry } from "../../crypto/manifest.ts";
import { person, refused, type Person } from "../../crypto/test/support.ts";
import { HolderInbox } from "../inbox.ts";

const FROM = "2026-11-22T15:00:00Z";
const UNTIL = "2026-11-22T17:00:00Z";

/** A table with a holder and a helper, and what the inbox did, in order. */
async function table() {
  const [holder, helper] = [await person(), await person()];
  const mandate = await readMandate(await signMandate(holder.account, {
    mandate: randomId(), version: 1, holderName: "nour", helper: helper.name, helperName: "amal", signing: helper.account.anchor, encryption: helper.account.encryptionKey,
    rights: ["add", "file", "ask"], from: FROM, until: UNTIL,
  }), holder.account.anchor);
  const [arrivals, done, listed]: [ArrivalAnswer[], string[], PaperEntry[]] = [[], [], []];
  let accepting: () => void = () => undefined;
  const parts = {
    account: holder.account,
    people: {
      arrivals: async () => arrivals,
      accept: async (id: string) => {
        accepting();
        done.push(`accept ${id}`);
      },
      blocks: async () => ["cpas", "nobody-lists-it"],
    },
    papers: {
      adopt: async (entry: PaperEntry) => {
        done.push(`list ${entry.id}`);
        listed.push(entry);
      },
      entry: () => { throw fail("unknownPaper"); },
    },
    agencies: {
      keys: async () => ({ functions: [{ function: "accueil", names: { fr: "Accueil", nl: "Onthaal" } }] }),
      name: async (id: string, language: string) => (id === "cpas" ? { fr: "CPAS de Molenbeek", nl: "OCMW Molenbeek" }[language] : undefined),
    },
    mandates: { signed: async () => new Map<string, Mandate>([[mandate.mandate, mandate]]) },
    manifests: {
      get now() { return { papers: listed, loans: [] }; },
      change: async (edit: (now: object) => { papers: PaperEntry[] }) => { listed.splice(0, listed.length, ...edit({ papers: [...listed] }).papers); },
    },
  };
  const inbox = new HolderInbox(parts as unknown as ConstructorParameters<typeof HolderInbox>[0]);
  const arrive = async (by: Person, more: { at?: string; mandate?: string; served?: string } = {}): Promise<string> => {
    const id = randomId();
    const sent: Sent = { suite: 1, act: "add", mandate: more.mandate ?? mandate.mandate, paper: id, version: 1, hash: b64u(random(32)), size: 9, type: "application/pdf", title: "Carte", kind: "health", key: b64u(random(32)), at: more.at ?? FROM };
    const { jwe } = await sealSent(by.account, holder.account.encryptionKey, sent);
    arrivals.push({ arrival: more.served ?? id, act: "add", mandate: mandate.mandate, by: "amal", at: FROM, jwe });
    return id;
  };
  const propose = async (function_: string): Promise<void> => {
    const sent: Sent = {
      suite: 1, act: "ask", mandate: mandate.mandate, papers: [randomId()], agency: "cpas", agencyName: "Relais logement", function: function_, functionName: "Logement",
      purpose: "housingSearch", duration: "day", action: "look", at: FROM,
    };
    const { jwe } = await sealSent(helper.account, holder.account.encryptionKey, sent);
    arrivals.push({ arrival: randomId(), act: "ask", mandate: mandate.mandate, by: "amal", at: FROM, jwe });
  };
  return { propose, holder, helper, mandate, inbox, arrive, done, listed, failWith: (name: string) => { accepting = () => { throw fail(name); }; } };
}

void test("what a helper adds is filed by itself: listed first, then accepted, with the helper's name and mandate", async () => {
  const { helper, mandate, inbox, arrive, done, listed } = await table();
  const id = await arrive(helper);
  assert.equal(await inbox.takeIn(), 1);
  assert.deepEqual(done, [`list ${id}`, `accept ${id}`]);
  assert.deepEqual(listed[0]?.by, { mandate: mandate.mandate, name: "amal" });
});

void test("what does not verify is shown as such, and is neither listed nor accepted", async () => {
  const { helper, inbox, arrive, done } = await table();
  const ids = [
    await arrive(await person()), await arrive(helper, { at: "2026-11-22T17:00:01Z" }), await arrive(helper, { at: "2026-11-22T14:59:59Z" }), await arrive(helper, { mandate: randomId() }),
  ];
  assert.equal(await inbox.takeIn(), 0);
  assert.deepEqual((await inbox.list("fr")).map(item => item.checked), ids.map(() => false));
  for (const id of ids) await refused(() => inbox.accept(id, false));
  assert.deepEqual(done, []);
});

void test("a paper framed under another id is not filed", async () => {
  const { helper, inbox, arrive, done } = await table();
  await arrive(helper, { served: randomId() });
  assert.equal(await inbox.takeIn(), 0);
  assert.deepEqual(done, []);
});

void test("when the wallet is full nothing stays listed that is not there", async () => {
  const { helper, inbox, arrive, listed, failWith } = await table();
  failWith("storageFull");
  await arrive(helper);
  assert.equal(await inbox.takeIn(), 0);
  assert.equal(listed.length, 0);
  assert.equal((await inbox.list("fr")).length, 1);
});

void test("to whom a prepared loan goes, the registry says, not the helper", async () => {
  const { inbox, propose } = await table();
  await propose("accueil");
  await propose("nowhere");
  const [known, unknown] = await inbox.list("fr");
  assert.ok(known?.act === "ask" && known.checked);
  assert.equal(known.loan?.agencyName, "CPAS de Molenbeek");
  assert.equal(known.loan?.functionName, "Accueil");
  assert.equal(unknown?.checked, false);
});

void test("agencies have the names that the reader's language gives them; one that nobody lists keeps its own", async () => {
  const { inbox, propose } = await table();
  await propose("accueil");
  for (const [language, agency, team] of [["fr", "CPAS de Molenbeek", "Accueil"], ["nl", "OCMW Molenbeek", "Onthaal"]] as const) {
    const [item] = await inbox.list(language);
    assert.ok(item?.act === "ask");
    assert.deepEqual([item.loan?.agencyName, item.loan?.functionName], [agency, team]);
    assert.deepEqual(await inbox.blocked(language), [{ agency: "cpas", name: agency }, { agency: "nobody-lists-it", name: "nobody-lists-it" }]);
  }
});
