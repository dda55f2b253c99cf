import { servedFiles } from "../api/build.ts";
import type { Consent } from "../api/consent.ts";
import { hex, utf8 } from "../crypto/bytes.ts";
import { orDamaged } from "../crypto/failure.ts";
import { sha256 } from "../crypto/sha256.ts";
import { object, one, text, time } from "../crypto/shape.ts";
import { shownState } from "./log.ts";
import type { NodeLog } from "./node-log.ts";
import type { Audit, LogCheckpoint, ServedBuild } from "./types.ts";

const told = object({ type: one("build"), at: time, hash: text });

/** The log for those who check the node and may read nothing: needs no wallet. */
export class NodeAudit implements Audit {
  readonly #api: Consent;
  readonly #node: NodeLog;
  readonly #origin: string;

  constructor(api: Consent, node: NodeLog, origin: string) {
    this.#api = api;
    this.#node = node;
    this.#origin = origin;
  }

  async checkpoint(): Promise<LogCheckpoint> {
    return shownState(await this.#node.newest(null));
  }

  async consistent(olderText: string, newer: LogCheckpoint): Promise<void> {
    await this.#node.grown(await this.#node.read(olderText), await this.#node.read(newer.text));
  }

  async build(): Promise<ServedBuild> {
    const hash = hex(await sha256(utf8(await servedFiles(this.#origin))));
    const newest = (await this.#api.builds())[0];
    if (newest === undefined) {
      return { hash };
    }
    await this.#node.tells(await this.#node.newest(null), newest.index, newest.event);
    const { hash: logged, at } = await orDamaged(async () => told(JSON.parse(newest.event)));
    return { hash, logged: { hash: logged, at } };
  }
}
