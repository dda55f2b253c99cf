import { random, type Bytes } from "../crypto/bytes.ts";
import { damaged } from "../crypto/failure.ts";
import { withSlots, type Opener } from "../crypto/keyset.ts";
import { addSlot, dropSlot, type NewSlot } from "../crypto/slot-changes.ts";
import { doorOf, recoverySecret, recoveryText, wrapKeyOf } from "../crypto/slots.ts";
import { stamp } from "../crypto/time.ts";
import { forgetDevice, keepDevice, keptDevices, newDevice } from "./devices.ts";
import { changeKeyset } from "./keyset-changes.ts";
import { makePasskey } from "./passkeys.ts";
import { changePassphrase } from "./passphrase.ts";
import { byPassphrase } from "./proof.ts";
import type { Parts } from "./session.ts";
import type { Config, Key, KeyAdding, Keys, Session } from "./types.ts";

/** What can open this wallet: seen, added, dropped. The same in every view of the account. */
export class HolderKeys implements Keys {
  readonly #config: Config;
  readonly #parts: Parts;

  constructor(config: Config, parts: Parts) {
    this.#config = config;
    this.#parts = parts;
  }

  /** As the account itself signed it: the server can neither hide a way in nor name another. Only when it was last used is the server's word. */
  async list(): Promise<readonly Key[]> {
    const { keysets, account } = this.#parts;
    const [held, uses, devices] = await Promise.all([keysets.read(), keysets.uses(), keptDevices()]);
    if (held === undefined) {
      throw damaged();
    }
    return (await withSlots(held.keyset, account)).slots.map(({ slot, kind, created }) => {
      const usedAt = uses.find(use => use.slot === slot)?.usedAt;
      return { slot, kind, created, ...(usedAt === undefined ? {} : { usedAt }), open: slot === account.slot, thisDevice: devices.some(device => device.slot === slot) };
    });
  }

  /** Adding needs the passphrase again: no session keeps what a new way in would have to be given. */
  async prove(passphrase: string): Promise<KeyAdding> {
    const { opener } = await byPassphrase(this.#config, this.#parts, passphrase);
    return {
      recoveryCode: () => this.#addCode(opener),
      passkey: async () => this.#addSecret(opener, "passkey", await makePasskey(this.#parts.me.username)),
      device: () => this.#addDevice(opener),
    };
  }

  async drop(slot: string): Promise<void> {
    await changeKeyset(this.#parts, given => dropSlot(given, this.#parts.account, slot));
    await forgetDevice(slot);
  }

  changePassphrase(now: string, next: string): Promise<Session> {
    return changePassphrase(this.#config, this.#parts, now, next);
  }

  async #addCode(opener: Opener): Promise<string> {
    const code = random(16);
    try {
      const text = await recoveryText(code);
      await this.#addSecret(opener, "recovery", await recoverySecret(code, this.#config.realm, this.#parts.me.username));
      return text;
    } finally {
      code.fill(0);
    }
  }

  async #addSecret(opener: Opener, kind: "recovery" | "passkey", secret: Bytes): Promise<void> {
    const [wrapKey, { publicKey }] = [await wrapKeyOf(secret), await doorOf(secret)];
    secret.fill(0);
    await this.#add(opener, { kind, wrapKey, door: publicKey });
  }

  /** Kept here first: a slot whose key is nowhere would be listed and open nothing. */
  async #addDevice(opener: Opener): Promise<void> {
    const { me, account } = this.#parts;
    const device = await newDevice(me.username, account.account, account.anchor);
    await keepDevice(device);
    try {
      await this.#add(opener, { slot: device.slot, kind: "device", door: device.doorPublic, devicePublic: device.keyPublic });
    } catch (error) {
      await forgetDevice(device.slot);
      throw error;
    }
  }

  async #add(opener: Opener, slot: NewSlot): Promise<void> {
    const { account, clock } = this.#parts;
    await changeKeyset(this.#parts, given => addSlot(given, account, opener, slot, stamp(clock.now())));
  }
}
