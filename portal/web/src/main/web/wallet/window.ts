import { stamp } from "../crypto/time.ts";
import type { Duration } from "./types.ts";

export function plus(from: string, duration: Duration): string {
  const start = Date.parse(from);
  switch (duration) {
    case "appointment":
      return stamp(start + 2 * 3_600_000);
    case "day":
      return stamp(start + 24 * 3_600_000);
    case "month":
      return stamp(start + 31 * 24 * 3_600_000);
    case "half-year":
      return stamp(monthsLater(start, 6));
    case "year":
      return stamp(monthsLater(start, 12));
  }
}

/** The same day of a later month, or that month's last day: 31 August + 6 is the end of February. */
function monthsLater(start: number, months: number): number {
  const date = new Date(start);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}
