import type { Consent } from "../api/consent.ts";
import { isNamed } from "../api/problem.ts";
import type { Checkpoint } from "../crypto/checkpoint.ts";
import { base64 } from "../crypto/bytes.ts";
import type { Manifests } from "./manifests.ts";
import type { NodeLog } from "./node-log.ts";
import { readEvent } from "./events.ts";
import type { Log, LogCheckpoint, LogEvent } from "./types.ts";

export class HolderLog implements Log {
  readonly #api: Consent;
  readonly #manifests: Manifests;
  readonly #node: NodeLog;

  constructor(api: Consent, manifests: Manifests, node: NodeLog) {
    this.#api = api;
    this.#manifests = manifests;
    this.#node = node;
  }

  async events(cursor?: string): Promise<{ readonly items: readonly LogEvent[]; readonly next?: string }> {
    const { items, next } = await this.#api.logEvents(cursor);
    const read = (): readonly LogEvent[] => items.map(item => readEvent(item, this.#manifests.now));
    let events = read();
    if (events.some(event => event.strange)) {
      // Perhaps lent by another session of the same person a moment ago.
      await this.#manifests.load();
      events = read();
    }
    return next === undefined ? { items: events } : { items: events, next };
  }

  async prove({ index, salt, text }: LogEvent): Promise<"verified" | "pending"> {
    if (index === null) {
      return "pending";
    }
    const known = this.#node.last;
    const state = known !== undefined && index < known.size ? known : await this.#newest().catch(unlessNone);
    if (state === undefined || index >= state.size) {
      return "pending";
    }
    await this.#node.contains(state, index, salt, text);
    return "verified";
  }

  async checkpoint(): Promise<LogCheckpoint> {
    return shownState(await this.#newest());
  }

  /** What was seen is remembered in the manifest, so that a log cut short is noticed on another computer, too. */
  async #newest(): Promise<Checkpoint> {
    const before = this.#manifests.now.checkpoint;
    const state = await this.#node.newest(before);
    if (state.text !== before && state.size > 0) {
      await this.#manifests.change(now => ({ ...now, checkpoint: state.text })).catch(() => undefined);
    }
    return state;
  }
}

export function shownState({ origin, size, root, text }: Checkpoint): LogCheckpoint {
  return { origin, size, root: base64(root), text };
}

/** Before its first round a node has signed no state. */
function unlessNone(error: unknown): undefined {
  if (!isNamed(error, "notFound")) {
    throw error;
  }
}
