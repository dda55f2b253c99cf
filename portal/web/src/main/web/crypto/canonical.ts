/** RFC 8785: ECMAScript's own writing of numbers and strings, members sorted by UTF-16 code units. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
    return `{${members.join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new Error("not a JSON number");
  }
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) {
    throw new Error("not JSON");
  }
  return text;
}
