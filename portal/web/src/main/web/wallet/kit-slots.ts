import type { Bytes } from "../crypto/bytes.ts";
import { withSlots, type Keyset, type Opener } from "../crypto/keyset.ts";
import { addSlot, dropSlot } from "../crypto/slot-changes.ts";
import { doorOf, wrapKeyOf } from "../crypto/slots.ts";
import { changeKeyset } from "./keyset-changes.ts";
import type { Parts } from "./session.ts";

type Held = Pick<Parts, "keysets" | "account">;

/** The kit's slot, in place of every earlier one: a kit that was replaced opens nothing. */
export async function placeKitSlot(parts: Held, opener: Opener, slot: string, secret: Bytes, created: string): Promise<void> {
  const [own, door] = [await wrapKeyOf(secret), (await doorOf(secret)).publicKey];
  secret.fill(0);
  await changeKeyset(parts, async keyset =>
    addSlot(await withoutKits(keyset, parts), parts.account, opener, { slot, kind: "kit", wrapKey: own, door }, created));
}

export async function dropKitSlots(parts: Held): Promise<void> {
  await changeKeyset(parts, keyset => withoutKits(keyset, parts));
}

async function withoutKits(keyset: Keyset, { account }: Held): Promise<Keyset> {
  let left = keyset;
  for (const { slot } of (await withSlots(keyset, account)).slots.filter(one => one.kind === "kit")) {
    left = await dropSlot(left, account, slot);
  }
  return left;
}
