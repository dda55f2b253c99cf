import assert from "node:assert/strict";
import { test } from "node:test";
import { maskHours, possible } from "../mask-hours.ts";

const offered = (now: string): string[] => maskHours(new Date(now)).map(({ name, until }) => `${name} ${until.getDate()} ${until.getHours()}`);

test("evenings, each once, and none that is nearly over", () => {
  // 25 November 2026 is a Wednesday.
  assert.deepEqual(offered("2026-11-25T09:00"), ["today 25 18", "tomorrow 26 18", "friday 27 18"]);
  assert.deepEqual(offered("2026-11-25T17:45"), ["tomorrow 26 18", "friday 27 18"]);
  assert.deepEqual(offered("2026-11-26T09:00"), ["today 26 18", "tomorrow 27 18"]);
  assert.deepEqual(offered("2026-11-27T09:00"), ["today 27 18", "tomorrow 28 18"]);
  assert.deepEqual(offered("2026-11-28T09:00"), ["today 28 18", "tomorrow 29 18", "friday 4 18"]);
  assert.deepEqual(offered("2026-11-30T19:00"), ["tomorrow 1 18", "friday 4 18"]);
});

test("from a minute to a month", () => {
  const now = new Date("2026-11-25T09:00");
  const after = (minutes: number): boolean => possible(new Date(now.getTime() + minutes * 60_000), now);
  assert.deepEqual([after(0.5), after(1), after(31 * 1440), after(31 * 1440 + 1), possible(new Date(""), now)], [false, true, true, false, false]);
});
