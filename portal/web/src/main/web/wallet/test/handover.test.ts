import assert from "node:assert/strict";
import { test } from "node:test";
import { b64u, random } from "../../crypto/bytes.ts";
import { commitment, newHost, newPhone, openHandover, sealHandover } from "../../crypto/handover.ts";
import { flips, refused } from "../../crypto/test/support.ts";
import { twoWords } from "../../i18n/words.ts";
import { Coming, Waiting } from "../handover.ts";
import { MeetingPlace } from "./meeting-place.ts";
import { CONFIG } from "./support.ts";

const NEVER = new AbortController().signal;
const words = (bytes: Uint8Array | undefined): string => twoWords(bytes ?? new Uint8Array(), "fr").join(" ");

async function meet(seen: (waiting: Waiting) => string = waiting => waiting.address): Promise<{ waiting: Waiting; coming: Coming; here: Uint8Array | undefined }> {
  const waiting = await Waiting.open(CONFIG);
  const [coming, here] = await Promise.all([Coming.meet(CONFIG, seen(waiting), NEVER), waiting.met("fr", NEVER)]);
  return { waiting, coming, here };
}

for (const [how, seen] of [["scanned", waiting => waiting.address], ["typed", waiting => ` ${waiting.code.slice(0, 4).toLowerCase()}-${waiting.code.slice(4)} `]] as [string, (waiting: Waiting) => string][]) {
  test(`${how}: both screens show the same words, and the secret arrives, unread on the way`, async () => {
    const place = MeetingPlace.open();
    const { waiting, coming, here } = await meet(seen);
    assert.equal(words(coming.bytes), words(here));
    assert.equal(coming.language, "fr");
    const secret = random(32);
    const sent = b64u(secret);
    await coming.hand("Momo-123-456", "passphrase", secret);
    assert.ok(secret.every(byte => byte === 0), "the phone keeps nothing");
    const handed = await waiting.opened(NEVER);
    assert.deepEqual({ ...handed, secret: b64u(handed?.secret ?? new Uint8Array()) }, { username: "momo-123-456", kind: "passphrase", secret: sent });
    assert.ok(place.carried.every(text => !text.includes("momo") && !text.includes(sent)));
    assert.equal(place.meetings.size, 0, "nothing is left to be answered again");
  });
}

test("a carrier with keys of their own on both sides: the words differ", async () => {
  const place = MeetingPlace.open();
  const [host, phone] = [await newHost(), await newPhone()];
  const mine: Record<string, string> = {
    offer: JSON.stringify({ suite: 1, commitment: await commitment(host.publicKey) }),
    answer: JSON.stringify({ suite: 1, key: phone.publicKey }),
    reply: JSON.stringify({ suite: 1, key: host.publicKey, language: "fr" }),
  };
  place.change = (part, text) => mine[part] ?? text;
  const { coming, here } = await meet(waiting => waiting.code);
  assert.notEqual(b64u(coming.bytes), b64u(here ?? new Uint8Array()));
});

test("a computer's key that is not the one it was bound to is refused before any word is shown", async () => {
  const place = MeetingPlace.open();
  const host = await newHost();
  place.change = (part, text) => part === "reply" ? JSON.stringify({ suite: 1, key: host.publicKey, language: "fr" }) : text;
  await refused(() => meet(waiting => waiting.code));
});

test("with the code scanned, the server cannot even offer another key", async () => {
  const place = MeetingPlace.open();
  const host = await newHost();
  const other = await commitment(host.publicKey);
  place.change = (part, text) => part === "offer" ? JSON.stringify({ suite: 1, commitment: other }) : text;
  const waiting = await Waiting.open(CONFIG);
  await refused(() => Coming.meet(CONFIG, waiting.address, NEVER));
  assert.ok(!place.carried.some(path => path.endsWith("/answer")), "the phone said nothing");
});

test("a second phone is refused, and so is whoever answers twice", async () => {
  MeetingPlace.open();
  const { waiting, coming } = await meet();
  await refused(() => Coming.meet(CONFIG, waiting.address, NEVER), "meetingAnswered");
  await coming.hand("momo-123-456", "passphrase", random(32));
  await refused(() => coming.hand("momo-123-456", "passphrase", random(32)), "meetingAnswered");
});

test("what was sent at one meeting opens nothing at another", async () => {
  const place = MeetingPlace.open();
  const first = await meet();
  await first.coming.hand("momo-123-456", "passphrase", random(32));
  const recorded = [...place.meetings.values()][0]?.said.get("closing") ?? "";
  await first.waiting.opened(NEVER);
  const second = await meet();
  await second.coming.hand("momo-123-456", "passphrase", random(32));
  place.change = (part, text) => part === "closing" ? recorded : text;
  await refused(() => second.waiting.opened(NEVER));
  const [host, phone] = [await newHost(), await newPhone()];
  const jwe = await sealHandover(host.publicKey, phone, "A".repeat(22), { username: "momo-123-456", kind: "passkey", secret: random(32) });
  assert.equal((await openHandover(host, phone.publicKey, "A".repeat(22), jwe)).kind, "passkey");
  await refused(() => openHandover(host, phone.publicKey, `${"A".repeat(21)}Q`, jwe));
});

test("what another phone sends is refused, and so is every bit that changes", async () => {
  const [host, phone, other] = [await newHost(), await newPhone(), await newPhone()];
  const meeting = "A".repeat(22);
  const jwe = await sealHandover(host.publicKey, phone, meeting, { username: "momo-123-456", kind: "passphrase", secret: random(32) });
  await refused(() => openHandover(host, other.publicKey, meeting, jwe));
  let tried = 0;
  for (const flipped of flips(jwe)) {
    if (tried++ % 7 === 0) await refused(() => openHandover(host, phone.publicKey, meeting, flipped));
  }
  assert.ok(tried > 500);
});

test("a meeting that is over, a code that was mistyped, a code of another place", async () => {
  const place = MeetingPlace.open();
  const { waiting } = await meet();
  await waiting.drop();
  await refused(() => waiting.opened(NEVER), "notFound");
  await refused(() => Coming.meet(CONFIG, "ABCD EFGH", NEVER), "notFound");
  await refused(() => Coming.meet(CONFIG, "ABCD EFG", NEVER), "mistyped");
  const before = place.carried.length;
  await refused(() => Coming.meet(CONFIG, waiting.address.replace("localhost", "evil.example"), NEVER), "foreignCode");
  await refused(() => Coming.meet(CONFIG, "https://evil.example/", NEVER), "foreignCode");
  assert.equal(place.carried.length, before, "nothing was asked of anybody");
});

test("who stops waiting is not kept waiting", async () => {
  MeetingPlace.open();
  const waiting = await Waiting.open(CONFIG);
  const stop = new AbortController();
  const heard = waiting.met("fr", stop.signal);
  stop.abort();
  assert.equal(await heard, undefined);
});
