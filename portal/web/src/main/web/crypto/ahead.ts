/** Steps under way at once: the cipher works on other threads while this one hashes. */
const AHEAD = 3;

/** Starts a step for each item, a few at a time, and gives the results in order. */
export async function* ahead<T, U>(items: Iterable<T> | AsyncIterable<T>, step: (item: T, i: number) => Promise<U>, most = AHEAD): AsyncGenerator<U> {
  const running: Promise<U>[] = [];
  let i = 0;
  for await (const item of items) {
    const started = step(item, i++);
    // A failure is met when its turn comes; until then it must not count as unhandled.
    started.catch(() => undefined);
    running.push(started);
    if (running.length > most) {
      yield await (running.shift() as Promise<U>);
    }
  }
  for (const last of running) {
    yield await last;
  }
}
