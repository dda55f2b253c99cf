import { derivedFrom, normalUsername, passphraseSecret } from "../crypto/derive.ts";
import { damaged, fail } from "../crypto/failure.ts";
import {
  commitment, comparison, newHost, newPhone, openHandover, readHello, readOffer, readShown, sealHandover, type Handed, type HandedKind, type Host, type Phone,
} from "../crypto/handover.ts";
import type { PublicJwk } from "../crypto/curve.ts";
import { doorOf, wrapKeyOf } from "../crypto/slots.ts";
import { Meetings } from "./meetings.ts";
import { start } from "./session.ts";
import type { Config, Language, Session } from "./types.ts";

/** The computer: shows a code, then two words, then opens. Its key is used for one phone. */
export class Waiting {
  readonly code: string;
  /** For the QR: after `#`, so that no server and no log reads it. */
  readonly address: string;
  readonly #meetings: Meetings;
  readonly #meeting: string;
  readonly #host: Host;
  #phone: PublicJwk | undefined;

  private constructor(meetings: Meetings, host: Host, meeting: string, code: string, address: string) {
    this.#meetings = meetings;
    this.#host = host;
    this.#meeting = meeting;
    this.code = code;
    this.address = address;
  }

  static async open(config: Config): Promise<Waiting> {
    const meetings = new Meetings(config);
    const host = await newHost();
    const bound = await commitment(host.publicKey);
    const { meeting, code } = await meetings.open(JSON.stringify({ suite: 1, commitment: bound }));
    return new Waiting(meetings, host, meeting, code, `${config.origin}/sign-in#phone.${meeting}.${bound}`);
  }

  /** What the two words are made of, once a phone came; undefined when nobody waits any more. */
  async met(language: Language, signal: AbortSignal): Promise<Uint8Array | undefined> {
    const answer = await this.#meetings.heard(this.#meeting, "answer", signal);
    if (answer === undefined) {
      return undefined;
    }
    this.#phone = (await readHello(answer)).key;
    await this.#meetings.say(this.#meeting, "reply", JSON.stringify({ suite: 1, key: this.#host.publicKey, language }));
    return comparison(this.#host.publicKey, this.#phone);
  }

  /** What the phone sends after its owner compared the words. */
  async opened(signal: AbortSignal): Promise<Handed | undefined> {
    const closing = await this.#meetings.heard(this.#meeting, "closing", signal);
    if (closing === undefined || this.#phone === undefined) {
      return undefined;
    }
    await this.#meetings.drop(this.#meeting);
    return openHandover(this.#host, this.#phone, this.#meeting, closing);
  }

  drop(): Promise<void> {
    return this.#meetings.drop(this.#meeting);
  }
}

const SCANNED = /#phone\.([\w-]{22})\.([\w-]{43})$/;

/** The phone: comes, compares, then hands over. */
export class Coming {
  /** In which language the computer shows its two words. */
  readonly language: string;
  /** What the two words are made of. */
  readonly bytes: Uint8Array;
  readonly #meetings: Meetings;
  readonly #meeting: string;
  readonly #host: PublicJwk;
  readonly #phone: Phone;

  private constructor(meetings: Meetings, meeting: string, host: PublicJwk, phone: Phone, language: string, bytes: Uint8Array) {
    this.#meetings = meetings;
    this.#meeting = meeting;
    this.#host = host;
    this.#phone = phone;
    this.language = language;
    this.bytes = bytes;
  }

  /** With what the camera saw, or the code as it was typed. A code of another place is `foreignCode`: nobody is led away by a picture. */
  static async meet(config: Config, seen: string, signal: AbortSignal): Promise<Coming> {
    const scanned = SCANNED.exec(seen);
    if (scanned !== null ? !seen.startsWith(`${config.origin}/sign-in#`) : /[:/]/.test(seen)) {
      throw fail("foreignCode");
    }
    const meetings = new Meetings(config);
    const { meeting, offer } = await meetings.find(scanned?.[1] ?? seen);
    const bound = (await readOffer(offer)).commitment;
    if (scanned !== null && (scanned[1] !== meeting || scanned[2] !== bound)) {
      throw damaged();
    }
    const phone = await newPhone();
    await meetings.say(meeting, "answer", JSON.stringify({ suite: 1, key: phone.publicKey }));
    const reply = await meetings.heard(meeting, "reply", signal);
    if (reply === undefined) {
      throw fail("notFound");
    }
    const { key, language } = await readShown(reply);
    if (await commitment(key) !== bound) {
      throw damaged();
    }
    return new Coming(meetings, meeting, key, phone, language, await comparison(key, phone.publicKey));
  }

  /** Only after the person said that the words are the same. The secret is zeroed. */
  async hand(username: string, kind: HandedKind, secret: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      const handed: Handed = { username: normalUsername(username), kind, secret };
      await this.#meetings.say(this.#meeting, "closing", await sealHandover(this.#host, this.#phone, this.#meeting, handed));
    } finally {
      secret.fill(0);
    }
  }

  async handPassphrase(config: Config, username: string, passphrase: string): Promise<void> {
    await this.hand(username, "passphrase", await passphraseSecret(config.realm, username, passphrase));
  }
}

/** The computer opens what the phone handed over, as if it had been typed here. The secret is zeroed. */
export async function signInHanded(config: Config, { username, kind, secret }: Handed): Promise<Session> {
  try {
    const credentials = kind === "passphrase" ? { authSecret: (await derivedFrom(secret)).authSecret } : { door: await doorOf(secret) };
    return await start(config, username, credentials, { wrapKey: await wrapKeyOf(secret) });
  } finally {
    secret.fill(0);
  }
}
