import type { Bytes } from "../crypto/bytes.ts";
import type { Engine } from "../crypto/engine.ts";
import { fail } from "../crypto/failure.ts";
import type { Answer, Order } from "../crypto/worker.ts";

/** Pieces under way to the hashing thread: enough that it never waits, few enough to hold. */
const UNDER_WAY = 8;

let checked: Promise<unknown> | undefined;

/** A thread of our own file; it answers in the order it is asked. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: { done(value: Bytes | true): void; failed(error: Error): void }[] = [];

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      const asked = this.#waiting.shift();
      if ("done" in data) asked?.done(data.done);
      else asked?.failed(new Error(data.failed));
    };
    worker.onerror = () => this.#waiting.splice(0).forEach(asked => asked.failed(fail("offline")));
  }

  /**
   * Browsers know no integrity for workers: the bytes are asked for with their digest first, and the worker then takes the very same address, whose
   * answer the browser keeps.
   */
  static async start(): Promise<Thread> {
    checked ??= fetch(WORKER_ADDRESS, { integrity: WORKER_INTEGRITY, credentials: "same-origin" }).then(answer => answer.arrayBuffer()).catch(() => {
      checked = undefined;
      throw fail("offline");
    });
    await checked;
    return new Thread(new Worker(WORKER_ADDRESS, { type: "module" }));
  }

  ask(order: Order, transfer: Transferable[] = []): Promise<Bytes | true> {
    return new Promise((done, failed) => {
      this.#waiting.push({ done, failed });
      this.#worker.postMessage(order, transfer);
    });
  }

  end(): void {
    this.#worker.terminate();
  }
}

/** Bytes that may leave this thread without taking others along. */
function own(bytes: Bytes): Bytes {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}

/** The engine of the browser: one thread for each derivation, gone with all it knew when it is done; one for each large paper. */
export const workers: Engine = {
  async stretch(password, salt) {
    const thread = await Thread.start();
    try {
      return await thread.ask({ stretch: { password, salt } }) as Bytes;
    } finally {
      thread.end();
    }
  },
  async hasher() {
    const thread = await Thread.start();
    const answers: Promise<unknown>[] = [];
    return {
      async update(data) {
        const bytes = own(data);
        const answer = thread.ask({ update: bytes }, [bytes.buffer]);
        // A failure is met when its turn comes; until then it must not count as unhandled.
        answer.catch(() => undefined);
        answers.push(answer);
        if (answers.length > UNDER_WAY) await answers.shift();
      },
      async finish() {
        try {
          await Promise.all(answers);
          return await thread.ask({ finish: true }) as Bytes;
        } finally {
          thread.end();
        }
      },
    };
  },
};
