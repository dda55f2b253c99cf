import { shownState } from "./log.ts";
import type { NodeLog } from "./node-log.ts";
import type { Audit, LogCheckpoint } from "./types.ts";

/** The log for those who check the node and may read nothing: needs no wallet. */
export class NodeAudit implements Audit {
  readonly #node: NodeLog;

  constructor(node: NodeLog) {
    this.#node = node;
  }

  async checkpoint(): Promise<LogCheckpoint> {
    return shownState(await this.#node.newest(null));
  }

  async consistent(olderText: string, newer: LogCheckpoint): Promise<void> {
    await this.#node.grown(await this.#node.read(olderText), await this.#node.read(newer.text));
  }
}
