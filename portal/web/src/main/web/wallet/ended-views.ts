import type { EndedView, Views } from "../api/views.ts";
import type { Account } from "../crypto/account.ts";
import { openView, type Keyset, type Opener } from "../crypto/keyset.ts";
import { openManifest } from "../crypto/manifest.ts";
import type { Manifests } from "./manifests.ts";
import { merged } from "./merge.ts";

interface Opened {
  readonly views: Views;
  readonly keyset: Keyset;
  readonly account: Account;
  readonly opener: Opener;
  readonly manifests: Manifests;
}

/**
 * Brings what happened under masks that have ended into the open wallet. May be interrupted anywhere: the list is written first, the
 * view dropped after, and a view that the list does not name has been brought in. False when one could not be: it is tried again next time.
 */
export async function mergeEnded(ended: readonly EndedView[], opened: Opened): Promise<boolean> {
  const left = [...ended];
  try {
    // A mask inside a mask is named in the outer one's list: bringing that in may name the next.
    for (let one = takeNamed(left, opened); one !== undefined; one = takeNamed(left, opened)) {
      await merge(one, opened);
    }
    await Promise.all(left.map(one => opened.views.drop(one.view)));
    return true;
  } catch {
    return false;
  }
}

function takeNamed(left: EndedView[], { manifests }: Opened): EndedView | undefined {
  const at = left.findIndex(one => manifests.now.masks.some(mask => mask.view === one.view));
  return at < 0 ? undefined : left.splice(at, 1)[0];
}

async function merge(one: EndedView, { views, keyset, account, opener, manifests }: Opened): Promise<void> {
  const { manifest } = await openManifest(await openView(keyset, account, opener, one), one.manifest);
  await manifests.change(now => merged(now, manifest));
  await views.drop(one.view);
}
