import { isNamed } from "../api/problem.ts";
import type { Paper, Sending } from "./types.ts";

export type LineState = "waiting" | "sending" | "done" | "failed";

/** One file of many, as its line shows it. */
export interface Line {
  readonly sending: Sending;
  readonly state: LineState;
  readonly fraction: number;
  /** Why it failed, or why it waits. */
  readonly error?: unknown;
  readonly paper?: Paper;
}

/** After these nothing else would get through either: the rest waits. */
const STOPS = ["offline", "unavailable", "tooMany", "sessionEnded", "sessionClosed"];

/** Files one after another. One that fails does not stop the others; a lost connection stops all, and running again goes on where it stopped. */
export class SendQueue {
  readonly #changed: () => void;
  #lines: Line[];
  #running: Promise<void> | undefined;

  constructor(sendings: readonly Sending[], changed: () => void) {
    this.#changed = changed;
    this.#lines = sendings.map(sending => ({ sending, state: "waiting", fraction: 0 }));
  }

  get lines(): readonly Line[] {
    return this.#lines;
  }

  get running(): boolean {
    return this.#running !== undefined;
  }

  get done(): boolean {
    return this.#lines.every(line => line.state === "done");
  }

  /** What stopped the queue: something is still to be sent, and nothing is wrong with the file. */
  get stopped(): unknown {
    return this.running ? undefined : this.#lines.find(line => line.state === "waiting" && line.error !== undefined)?.error;
  }

  /** Sends what is not there yet, what failed before included. */
  run(): Promise<void> {
    this.#running ??= this.#sendAll().finally(() => {
      this.#running = undefined;
      this.#changed();
    });
    return this.#running;
  }

  /** Gives up the files that are not there yet. */
  async drop(): Promise<void> {
    await Promise.all(this.#lines.filter(line => line.state !== "done").map(line => line.sending.drop().catch(() => undefined)));
  }

  async #sendAll(): Promise<void> {
    for (let i = 0; i < this.#lines.length; i++) {
      if (this.#lines[i]?.state !== "done" && !await this.#send(i)) {
        return;
      }
    }
  }

  /** False when nothing more can be sent for now. */
  async #send(i: number): Promise<boolean> {
    const { sending } = this.#lines[i] as Line;
    this.#set(i, { sending, state: "sending", fraction: 0 });
    try {
      const paper = await sending.send(fraction => this.#set(i, { sending, state: "sending", fraction }));
      this.#set(i, { sending, state: "done", fraction: 1, paper });
      return true;
    } catch (error) {
      const stops = isNamed(error, ...STOPS);
      this.#set(i, { sending, state: stops ? "waiting" : "failed", fraction: 0, error });
      return !stops;
    }
  }

  #set(i: number, line: Line): void {
    this.#lines = this.#lines.map((old, at) => (at === i ? line : old));
    this.#changed();
  }
}
