import type { MaskHour } from "./types.ts";

const EVENING = 18;
const FRIDAY = 5;
const HALF_HOUR = 1_800_000;

/** The evenings a mask may last until, in the clock of this place: today's while it is worth it, tomorrow's, and Friday's when that is another. */
export function maskHours(now: Date): readonly MaskHour[] {
  const inDays = (days: number): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, EVENING);
  const [today, tomorrow, friday] = [inDays(0), inDays(1), (FRIDAY - now.getDay() + 7) % 7];
  return [
    ...(today.getTime() - now.getTime() >= HALF_HOUR ? [{ name: "today", until: today } as const] : []),
    { name: "tomorrow", until: tomorrow },
    ...(friday > 1 ? [{ name: "friday", until: inDays(friday) } as const] : []),
  ];
}

const [SHORTEST, LONGEST] = [60_000, 31 * 86_400_000];

export function possible(until: Date, now: Date): boolean {
  const span = until.getTime() - now.getTime();
  return span >= SHORTEST && span <= LONGEST;
}
