export const IDLE = 180_000;
export const WARNING = 30_000;

/**
 * Counts down while nobody touches the page. It compares clocks rather than trusting timers, which browsers stop in hidden tabs and sleeping
 * computers: whoever opens the lid after an hour finds nothing.
 */
export class Idle {
  readonly #warn: (left: number) => void;
  readonly #over: () => void;
  #last = Date.now();
  #warned = false;
  #ended = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(warn: (left: number) => void, over: () => void) {
    this.#warn = warn;
    this.#over = over;
  }

  /** Begins, or begins anew. */
  start(): void {
    this.stop();
    this.#ended = false;
    this.#last = Date.now();
    for (const event of ["pointerdown", "keydown", "wheel", "touchmove"]) addEventListener(event, this.touch, { passive: true, capture: true });
    document.addEventListener("visibilitychange", this.check);
    this.#timer = setInterval(this.check, 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const event of ["pointerdown", "keydown", "wheel", "touchmove"]) removeEventListener(event, this.touch, { capture: true });
    document.removeEventListener("visibilitychange", this.check);
  }

  /** Somebody is there, or something they asked for is still running. */
  readonly touch = (): void => {
    if (Date.now() - this.#last >= IDLE) {
      this.check();
      return;
    }
    this.#last = Date.now();
    if (this.#warned) {
      this.#warned = false;
      this.#warn(0);
    }
  };

  readonly check = (): void => {
    const left = this.#last + IDLE - Date.now();
    if (this.#ended) return;
    if (left <= 0) {
      this.#ended = true;
      this.stop();
      this.#over();
    } else if (left <= WARNING) {
      this.#warned = true;
      this.#warn(left);
    }
  };
}
