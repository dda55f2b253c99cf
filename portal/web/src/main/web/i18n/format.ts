import type { Language } from "../wallet/types.ts";
import { language } from "./index.ts";

// Western digits in Arabic too: they are what stands on Belgian papers and clocks.
const locales: Record<Language, string> = { fr: "fr-BE", nl: "nl-BE", en: "en-GB", de: "de-BE", ar: "ar-u-nu-latn" };

export function locale(of: Language = language()): string {
  return locales[of];
}

/** Day and minute, as people say it. */
export function moment(iso: string): string {
  return format(iso, { dateStyle: "long", timeStyle: "short" });
}

/** A day such as `2026-11-22`, without an hour that could move it to the day before. */
export function day(date: string): string {
  return format(`${date.slice(0, 10)}T12:00:00Z`, { dateStyle: "long", timeZone: "UTC" });
}

function format(iso: string, options: Intl.DateTimeFormatOptions): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : new Intl.DateTimeFormat(locale(), options).format(at);
}

const STEPS: readonly [unit: "day" | "hour" | "minute", milliseconds: number][] = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000]];

/** "3 days", "2 hours": the largest unit that fits, rounded down, never less than one minute. */
export function span(milliseconds: number): string {
  const [unit, size] = STEPS.find(([, step]) => milliseconds >= step) ?? ["minute", 60_000];
  return count(Math.max(1, Math.floor(milliseconds / size)), unit);
}

export function seconds(value: number): string {
  return count(value, "second");
}

function count(value: number, unit: string): string {
  return new Intl.NumberFormat(locale(), { style: "unit", unit, unitDisplay: "long" }).format(value);
}

/** "2.4 MB"; decimal units, as shops and phones count. */
export function size(bytes: number): string {
  const [unit, divisor] = bytes >= 1e9 ? ["gigabyte", 1e9] as const : bytes >= 1e6 ? ["megabyte", 1e6] as const : ["kilobyte", 1e3] as const;
  const value = bytes === 0 ? 0 : Math.max(unit === "kilobyte" ? 1 : 0.1, bytes / divisor);
  return new Intl.NumberFormat(locale(), { style: "unit", unit, maximumFractionDigits: unit === "kilobyte" ? 0 : 1 }).format(value);
}

export function percent(fraction: number): string {
  return new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: 0 }).format(fraction);
}

/** A name keeps its own direction inside a sentence of the other one. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
