import { hasher } from "../crypto/sha256.ts";
import { hex, type Bytes } from "../crypto/bytes.ts";
import { byPassphrase } from "./proof.ts";
import type { Parts } from "./session.ts";
import type { Config, Paper, Wallet } from "./types.ts";

/** Taking everything along, and bringing it into another wallet. */
export class Portable {
  readonly #config: Config;
  readonly #parts: Parts;

  constructor(config: Config, parts: Parts) {
    this.#config = config;
    this.#parts = parts;
  }

  /** An open screen that somebody left is not enough: `wrongPassphrase` unless the passphrase opens the wallet again. */
  async prove(passphrase: string): Promise<void> {
    await byPassphrase(this.#config, this.#parts, passphrase);
  }

  /** Written in the holder's log before anything is handed over. */
  async exported(): Promise<void> {
    await this.#parts.http.send({ method: "POST", path: "/log/exported" });
  }
}

/** SHA-256 of a content, read as a stream, in hexadecimal. */
export async function fingerprintOf(content: Blob): Promise<string> {
  const hash = await hasher();
  const reader = (content.stream() as ReadableStream<Bytes>).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    await hash.update(read.value);
  }
  return hex(await hash.finish());
}

/** Whether a content is in the wallet already, in any version: only papers of the same size and type are opened to compare. */
export async function isKnown(wallet: Wallet, content: Blob, type: string): Promise<boolean> {
  const candidates = wallet.papers().flatMap((paper: Paper) => [paper, ...paper.earlier ?? []].filter(one => one.size === content.size && one.type === type).map(one => [paper.id, one.version] as const));
  const wanted = candidates.length === 0 ? "" : await fingerprintOf(content);
  for (const [id, version] of candidates) {
    if (await fingerprintOf(await wallet.open(id, version)) === wanted) {
      return true;
    }
  }
  return false;
}
