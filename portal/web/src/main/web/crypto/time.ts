/** RFC 3339, UTC, whole seconds, rounded down. */
export function stamp(milliseconds: number): string {
  return `${new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}
