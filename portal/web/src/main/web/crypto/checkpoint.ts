import { concat, equal, fromBase64, hex, utf8, type Bytes } from "./bytes.ts";
import { damaged, fail, orDamaged } from "./failure.ts";
import { sha256 } from "./sha256.ts";

/** C2SP tlog-checkpoint: the state of a node's log, signed. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Bytes;
  readonly text: string;
}

/** A note verifier key: `<name>+<key id>+<base64 of 0x01 and the Ed25519 public key>`. */
export interface NoteKey {
  readonly name: string;
  readonly id: Bytes;
  readonly key: CryptoKey;
}

const ED25519 = 1;

export async function readNoteKey(vkey: string): Promise<NoteKey> {
  const [, name, idHex, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey.trim()) ?? refuse();
  if (name === undefined || idHex === undefined || encoded === undefined) {
    return refuse();
  }
  const typed = await orDamaged(async () => fromBase64(encoded));
  const id = (await sha256(concat(utf8(`${name}\n`), typed))).slice(0, 4);
  if (typed.length !== 33 || typed[0] !== ED25519 || hex(id) !== idHex) {
    throw damaged();
  }
  return { name, id, key: await ed25519(typed.slice(1)) };
}

/** A checkpoint of this very log; what follows its third line (extensions) is signed, and not read. */
export function readCheckpoint(text: string, by: NoteKey): Promise<Checkpoint> {
  return orDamaged(async () => {
    const [origin, size, root] = (await signedText(text, by)).split("\n");
    if (origin !== by.name || size === undefined || root === undefined || !/^(0|[1-9]\d{0,14})$/.test(size)) {
      throw damaged();
    }
    const hash = fromBase64(root);
    return hash.length === 32 ? { origin, size: Number(size), root: hash, text } : refuse();
  });
}

/** The text of a C2SP signed note, verified by the one key trusted. Signatures of others are passed over. */
export function signedText(note: string, by: NoteKey): Promise<string> {
  return orDamaged(async () => {
    const cut = note.lastIndexOf("\n\n");
    const text = note.slice(0, cut + 1);
    const start = `\u2014 ${by.name} `;
    const [line, ...more] = note.slice(cut + 2).split("\n").filter(candidate => candidate.startsWith(start));
    if (cut < 0 || !note.endsWith("\n") || line === undefined || more.length > 0) {
      throw damaged();
    }
    const signature = fromBase64(line.slice(start.length));
    const genuine = signature.length === 68 && equal(signature.slice(0, 4), by.id)
      && await crypto.subtle.verify("Ed25519", by.key, signature.slice(4), utf8(text));
    return genuine ? text : refuse();
  });
}

async function ed25519(raw: Bytes): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]);
  } catch (error) {
    // Browsers from before 2025: the log can be read, not proved, and the person is told so.
    throw error instanceof DOMException && error.name === "NotSupportedError" ? fail("browserTooOld") : damaged();
  }
}

function refuse(): never {
  throw damaged();
}
