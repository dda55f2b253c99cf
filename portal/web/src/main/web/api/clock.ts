/** The server's time, as far as its answers tell: a computer whose clock is wrong must still prove possession and date loans. */
export class Clock {
  #offset = 0;

  /** Milliseconds since 1970; never ahead of the server by more than the answer's own travel. */
  now(): number {
    return Date.now() + this.#offset;
  }

  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  learn(response: Response): void {
    const date = Date.parse(response.headers.get("date") ?? "");
    if (!Number.isNaN(date)) {
      this.#offset = date - Date.now();
    }
  }
}
