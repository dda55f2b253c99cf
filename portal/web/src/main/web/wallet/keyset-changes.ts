import { isNamed } from "../api/problem.ts";
import { damaged } from "../crypto/failure.ts";
import { withSlots, type Keyset } from "../crypto/keyset.ts";
import { DeviceMemory } from "./device-memory.ts";
import type { Parts } from "./session.ts";

const ATTEMPTS = 5;

/**
 * Read, changed, written; done again on the newer key set when another session was first. An edit that gives back what it was given writes
 * nothing. From here on nothing older is the list of slots, in this session and on this device (T8).
 */
export async function changeKeyset({ keysets, account }: Pick<Parts, "keysets" | "account">, edit: (given: Keyset) => Promise<Keyset>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const held = await keysets.read();
    if (held === undefined) {
      throw damaged();
    }
    const changed = await edit(held.keyset);
    if (changed === held.keyset) {
      return;
    }
    try {
      await keysets.change(changed, held.tag);
    } catch (error) {
      if (attempt === ATTEMPTS || !isNamed(error, "preconditionFailed")) {
        throw error;
      }
      continue;
    }
    await withSlots(changed, account);
    return new DeviceMemory(account).slots();
  }
}
