import type { Account } from "../crypto/account.ts";
import { damaged } from "../crypto/failure.ts";
import type { Link } from "../crypto/manifest.ts";
import { emptyNotes, seenIn, withSeen } from "../crypto/seen.ts";
import { keepDevice, keptDevices, type KeptDevice } from "./devices.ts";

/**
 * What an own device remembers from one session to the next, so that nothing older is taken for new there (T8). Where no device was
 * made of this browser, at a shared computer above all, nothing is kept and nothing is known.
 */
export class DeviceMemory {
  readonly #account: Account;

  constructor(account: Account) {
    this.#account = account;
  }

  async newest(): Promise<Link | undefined> {
    const device = await this.#device();
    return device?.seen === undefined ? undefined : seenIn(device.seen, this.#account);
  }

  async note(file: Link): Promise<void> {
    const device = await this.#device();
    if (device !== undefined) {
      const before = device.seen ?? emptyNotes();
      const seen = await withSeen(before, this.#account, file);
      await this.#keep(device, { seen });
    }
  }

  /** Throws `damaged` for a list of slots older than one this device has seen; remembers it otherwise. */
  async slots(): Promise<void> {
    const device = await this.#device();
    const { version } = this.#account.newest;
    if (device !== undefined && version < (device.slots ?? 0)) {
      throw damaged();
    }
    if (device !== undefined && version > (device.slots ?? 0)) {
      await this.#keep(device, { slots: version });
    }
  }

  async #device(): Promise<KeptDevice | undefined> {
    return (await keptDevices()).find(one => one.account === this.#account.account);
  }

  /** A device that can write nothing now remembers what it did before. */
  async #keep(device: KeptDevice, more: Pick<KeptDevice, "seen" | "slots">): Promise<void> {
    await keepDevice({ ...device, ...more }).catch(() => undefined);
  }
}
