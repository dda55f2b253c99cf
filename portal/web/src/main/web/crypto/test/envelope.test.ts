import assert from "node:assert/strict";
import { test } from "node:test";
import { b64u, concat, random, randomId, type Bytes } from "../bytes.ts";
import { openObject, openPaper, sealPaper, sealUnder, type Expected } from "../envelope.ts";
import { associatedData, ciphertextLength, HEADER, LIMIT, SEGMENT, segmentCipher, TAG } from "../segments.ts";
import { padme } from "../padme.ts";
import { sha256 } from "../sha256.ts";
import { refused } from "./support.ts";

const paper = randomId();
const dek = random(32);
const FIRST = SEGMENT - HEADER - TAG;
const REST = SEGMENT - TAG;

function noise(size: number): Bytes {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65536) {
    crypto.getRandomValues(bytes.subarray(at, at + 65536));
  }
  return bytes;
}

async function bytesOf(blob: Blob): Promise<Bytes> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** As the server would serve it: pieces of odd sizes. */
function stream(bytes: Bytes, step = 100_003): ReadableStream<Bytes> {
  let at = 0;
  return new ReadableStream({
    pull: controller => {
      if (at >= bytes.length) {
        controller.close();
      } else {
        controller.enqueue(bytes.slice(at, at += step));
      }
    },
  });
}

/** Opens what an attacker made, with the hash made to fit: the segments themselves must hold. */
async function open(bytes: Bytes, size: number, more: Partial<Expected> = {}, key = dek): Promise<Blob> {
  return openPaper(stream(bytes), key, { paper, version: 1, hash: b64u(await sha256(bytes)), size, ...more }, "text/plain");
}

test("padding follows Padmé", () => {
  assert.deepEqual([0, 1, 2, 8, 9, 15, 16, 17, 100, 1000, 65537].map(padme), [0, 1, 2, 8, 10, 16, 16, 18, 104, 1024, 67584]);
});

// The largest true size whose padded plaintext still fits the number of segments, and its neighbours.
const edge = (plaintext: number): number[] => {
  let size = plaintext - 8;
  while (padme(size + 8) > plaintext) {
    size--;
  }
  return [size - 1, size, size + 1];
};
const sizes = [1, 2, 7, 8, 9, 1000, ...edge(FIRST), ...edge(FIRST + REST), 3 * SEGMENT + 7, 5_000_000, 18 * SEGMENT];

for (const size of sizes) {
  test(`content of ${size} bytes comes back as it was`, async () => {
    const content = noise(size);
    const { ciphertext, hash } = await sealPaper(new Blob([content]), dek, paper, 1);
    const bytes = await bytesOf(ciphertext);
    assert.equal(bytes.length, ciphertextLength(size));
    assert.equal(hash, b64u(await sha256(bytes)));
    const opened = await openPaper(stream(bytes), dek, { paper, version: 1, hash, size }, "application/pdf");
    assert.equal(opened.type, "application/pdf");
    assert.deepEqual(Buffer.from(await bytesOf(opened)).compare(Buffer.from(content)), 0);
    const object = await openObject(ciphertext, dek, { paper, version: 1, hash }, "x/y");
    assert.equal(object.size, size);
  });
}

// The ciphertext of byte i = 31 i under a key of 0..31 and a header of 40, 1..39: each was opened by tink-java 1.24 (AesGcmHkdfStreaming).
const known: readonly (readonly [number, string])[] = [
  [1, "8loi-veh3EqRBAL4cmESEdUEqrwhWoB2bZ6msIHa1UE"],
  [1032184, "P_wctK47xc4cJdO7LKNF_7tZqmeaIZ4Q6odDTIVPEVE"],
  [1032185, "yc4abMsBhhl8b_6MNtnGI53rso0j4cSTHcx6nxBDrzo"],
  [2064376, "dOdk1vzWil9L503EYyN-1dtHsxpI0O0TxBFnFtLaJDk"],
  [2064377, "f4Kwvx3fh17mqxug1waOZFV3LyYlmIW1lrwVaT8HEYk"],
  [3145735, "zC4Cq1EvfMb5pjVPzVeSLtOaP_xXXgV5yPIjWP1NaeU"],
];

for (const [size, hash] of known) {
  test(`the bytes of ${size} are those that Tink reads`, async () => {
    const header = Uint8Array.from({ length: HEADER }, (_, i) => (i === 0 ? HEADER : i));
    const cipher = await segmentCipher(Uint8Array.from({ length: 32 }, (_, i) => i), header, associatedData("A".repeat(22), 1));
    assert.equal((await sealUnder(cipher, new Blob([Uint8Array.from({ length: size }, (_, i) => i * 31)]))).hash, hash);
  });
}

test("an empty and an oversized file are refused before anything is done", async () => {
  await refused(() => sealPaper(new Blob([]), dek, paper, 1), "emptyFile");
  const huge = new Blob([...Array(101).keys()].map(() => new Uint8Array(SEGMENT)));
  assert.ok(huge.size > LIMIT);
  await refused(() => sealPaper(huge, dek, paper, 1), "tooLarge");
});

test("one content sealed twice is different bytes; progress ends at one", async () => {
  const seen: number[] = [];
  const a = await sealPaper(new Blob(["same"]), dek, paper, 1, part => seen.push(part));
  const b = await sealPaper(new Blob(["same"]), dek, paper, 1);
  assert.notEqual(a.hash, b.hash);
  assert.equal(seen.at(-1), 1);
});

const SIZE = 3 * SEGMENT + 7;
const sealed = await bytesOf((await sealPaper(new Blob([noise(SIZE)]), dek, paper, 1)).ciphertext);
const segment = (i: number): Bytes => (i === 0 ? sealed.slice(HEADER, SEGMENT) : sealed.slice(i * SEGMENT, (i + 1) * SEGMENT));
const header = sealed.slice(0, HEADER);
const COUNT = Math.ceil(sealed.length / SEGMENT);
const all = [...Array(COUNT).keys()].map(segment);
const joined = (segments: readonly Bytes[]): Bytes => concat(header, ...segments);

test("T4: one bit in the header, in each segment and in each tag", async () => {
  assert.equal(COUNT, 4);
  const places = [...Array(HEADER).keys(), ...all.flatMap((_, i) => [Math.max(HEADER, i * SEGMENT), Math.min((i + 1) * SEGMENT, sealed.length) - 1])];
  for (const at of places) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    await refused(() => open(changed, SIZE));
  }
});

test("T5: segments swapped, doubled, dropped, cut, appended", async () => {
  const [a, b, c, d] = all as [Bytes, Bytes, Bytes, Bytes];
  const attacks = {
    swapped: joined([a, c, b, d]), doubled: joined([a, b, b, c, d]), replaced: joined([a, b, b, d]), dropped: joined([a, c, d]),
    lastDropped: joined([a, b, c]), headerOnly: header, nothing: new Uint8Array(0), cutByOne: sealed.slice(0, -1),
    cutAtTag: sealed.slice(0, -TAG), byteAppended: concat(sealed, Uint8Array.of(0)), segmentAppended: joined([a, b, c, d, d]),
  };
  for (const [name, bytes] of Object.entries(attacks)) {
    await assert.rejects(open(bytes, SIZE), { message: "damaged" }, name);
    await assert.rejects(openObject(new Blob([bytes]), dek, { paper, version: 1, hash: b64u(await sha256(bytes)) }, ""), { message: "damaged" }, name);
  }
});

test("T6, T8: the bytes of another paper or another version do not open", async () => {
  assert.equal((await open(sealed, SIZE)).size, SIZE);
  await refused(() => open(sealed, SIZE, { paper: randomId() }));
  await refused(() => open(sealed, SIZE, { version: 2 }));
  await refused(() => open(sealed, SIZE, {}, random(32)));
});

test("T7: a true file with another size or hash in the list is refused", async () => {
  await refused(() => open(sealed, SIZE + 1));
  await refused(() => open(sealed, SIZE - 1));
  await refused(() => open(sealed, SIZE, { hash: b64u(random(32)) }));
});

test("padding that is not zero, and a sealed length that does not fit it", async () => {
  const cipher = await segmentCipher(dek, header, associatedData(paper, 1));
  const made = async (length: number, plain: Uint8Array): Promise<Bytes> => {
    const bytes = concat(new Uint8Array(8), plain);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(length));
    return concat(header, new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: cipher.nonce(0, true) }, cipher.key, bytes)));
  };
  const object = async (bytes: Bytes): Promise<Blob> => openObject(new Blob([bytes]), dek, { paper, version: 1, hash: b64u(await sha256(bytes)) }, "");
  assert.equal((await object(await made(9, new Uint8Array(10)))).size, 9);
  await refused(async () => object(await made(9, new Uint8Array(10).fill(1, 9))));
  await refused(async () => object(await made(9, new Uint8Array(9))));
  await refused(async () => object(await made(2 ** 50, new Uint8Array(10))));
});

test("a stream that breaks off is damaged, and is let go", async () => {
  let cancelled = false;
  const endless = new ReadableStream<Bytes>({
    pull: controller => controller.enqueue(new Uint8Array(SEGMENT)),
    cancel: () => {
      cancelled = true;
    },
  });
  await refused(() => openPaper(endless, dek, { paper, version: 1, hash: b64u(random(32)), size: SIZE }, ""));
  assert.equal(cancelled, true);
});
