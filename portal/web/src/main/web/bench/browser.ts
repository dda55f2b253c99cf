// What deployment/bench runs in a browser: figures of the envelope beside their peers, in one run. Not part of the app.
import { hasher } from "../crypto/sha256.ts";
import { derive } from "../crypto/derive.ts";
import { currentEngine, useEngine, type Engine } from "../crypto/engine.ts";
import { sealUnder } from "../crypto/envelope.ts";
import { openPaper, sealPaper } from "../crypto/envelope.ts";
import { random, type Bytes } from "../crypto/bytes.ts";
import { associatedData, HEADER, segmentCipher } from "../crypto/segments.ts";
import { workers } from "../files/workers.ts";

const MIB = 1024 * 1024;
const PAPER = "A".repeat(22);

/** Median of milliseconds, after one round that only warms up. */
async function time(rounds: number, job: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const begin = performance.now();
    await job();
    if (round > 0) all.push(performance.now() - begin);
  }
  return all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}

function noise(size: number): Bytes {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65_536)));
  return bytes;
}

/** An engine and a digest that cost nothing: what is left is the envelope alone. */
async function withoutHash<T>(job: () => Promise<T>): Promise<T> {
  const [engine, digest] = [currentEngine(), crypto.subtle.digest.bind(crypto.subtle)];
  useEngine({ ...engine, hasher: async () => ({ update: async () => undefined, finish: async () => new Uint8Array(32) }) } satisfies Engine);
  Object.defineProperty(crypto.subtle, "digest", { configurable: true, value: async () => new ArrayBuffer(32) });
  try {
    return await job();
  } finally {
    useEngine(engine);
    Object.defineProperty(crypto.subtle, "digest", { configurable: true, value: digest });
  }
}

async function envelope(mib: number, rounds: number): Promise<Record<string, number>> {
  const bytes = noise(mib * MIB);
  const file = new Blob([bytes]);
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const raw = (data: BufferSource): Promise<ArrayBuffer> => crypto.subtle.encrypt({ name: "AES-GCM", iv: random(12) }, key, data);
  const cipher = await segmentCipher(random(32), Uint8Array.from({ length: HEADER }, (_, i) => (i === 0 ? HEADER : i)), associatedData(PAPER, 1));
  const segments = async (): Promise<void> => {
    const running: Promise<unknown>[] = [];
    for (let i = 0; i < mib; i++) {
      running.push(crypto.subtle.encrypt({ name: "AES-GCM", iv: cipher.nonce(i, i === mib - 1) }, cipher.key, bytes.subarray(i * MIB, (i + 1) * MIB)));
      if (running.length > 3) await running.shift();
    }
    await Promise.all(running);
  };
  return {
    "raw, memory to memory": await time(rounds, () => raw(bytes)),
    "envelope's segments, memory to memory": await time(rounds, segments),
    "raw, file to file (whole in memory)": await time(rounds, async () => new Blob([await raw(await file.arrayBuffer())])),
    "envelope, file to file": await withoutHash(() => time(rounds, () => sealUnder(cipher, file))),
    "envelope and hash, file to file": await time(rounds, () => sealUnder(cipher, file)),
    "SHA-256 alone": await time(rounds, async () => {
      const hash = await hasher();
      for (let i = 0; i < mib; i++) await hash.update(bytes.slice(i * MIB, (i + 1) * MIB));
      await hash.finish();
    }),
  };
}

/** The longest the page did not answer while something ran, in milliseconds. */
async function longestPause(job: () => Promise<unknown>): Promise<number> {
  let [longest, last, running] = [0, performance.now(), true];
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (running) channel.port2.postMessage(0);
  };
  channel.port2.postMessage(0);
  await job();
  running = false;
  return longest;
}

let kept: { file: Blob; sealed?: { ciphertext: Blob; hash: string }; key: Bytes } | undefined;

const bench = {
  envelope,
  derive: (rounds: number) => time(rounds, () => derive("bench", "soleil-123-456", "une phrase de passe")),
  pauses: async () => ({ derive: await longestPause(() => derive("bench", "soleil", "phrase")), large: await longestPause(() => sealPaper(new Blob([noise(64 * MIB)]), random(32), PAPER, 1)) }),
  /** A file that the browser holds, not the script. */
  prepare(mib: number): void {
    kept = { file: new Blob(Array.from({ length: mib }, () => new Blob([noise(MIB)]))), key: random(32) };
  },
  async seal(): Promise<void> {
    if (kept) kept.sealed = await sealPaper(kept.file, kept.key, PAPER, 1);
  },
  async open(): Promise<void> {
    if (kept?.sealed) await openPaper(kept.sealed.ciphertext.stream() as ReadableStream<Bytes>, kept.key, { paper: PAPER, version: 1, hash: kept.sealed.hash, size: kept.file.size }, "x/y");
  },
};

useEngine(workers);
Object.assign(globalThis, { bench });
