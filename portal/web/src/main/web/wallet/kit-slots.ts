import { isNamed } from "../api/problem.ts";
import type { Bytes } from "../crypto/bytes.ts";
import { damaged } from "../crypto/failure.ts";
import { withSlots, type Keyset, type Opener } from "../crypto/keyset.ts";
import { addSlot, dropSlot } from "../crypto/slot-changes.ts";
import { doorOf, wrapKeyOf } from "../crypto/slots.ts";
import { noteSlots } from "./device-memory.ts";
import type { Parts } from "./session.ts";

const ATTEMPTS = 4;
type Held = Pick<Parts, "keysets" | "account">;

/** The kit's slot, in place of every earlier one: a kit that was replaced opens nothing. */
export async function placeKitSlot(parts: Held, opener: Opener, slot: string, secret: Bytes, created: string): Promise<void> {
  const [own, door] = [await wrapKeyOf(secret), (await doorOf(secret)).publicKey];
  secret.fill(0);
  await change(parts, async keyset =>
    addSlot(await withoutKits(keyset, parts), parts.account, opener, { slot, kind: "kit", wrapKey: own, door }, created));
}

export async function dropKitSlots(parts: Held): Promise<void> {
  await change(parts, keyset => withoutKits(keyset, parts));
}

async function withoutKits(keyset: Keyset, { account }: Held): Promise<Keyset> {
  let left = keyset;
  for (const { slot } of (await withSlots(keyset, account)).slots.filter(one => one.kind === "kit")) {
    left = await dropSlot(left, account, slot);
  }
  return left;
}

/** Read, changed, written; again when another session was first. */
async function change({ keysets, account }: Held, edit: (keyset: Keyset) => Promise<Keyset>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
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
      return await noteSlots(account, changed);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isNamed(error, "preconditionFailed")) {
        throw error;
      }
    }
  }
}
