/** Readers of untrusted JSON: exactly the members of the suite, nothing unknown, or an error. */
export type Reader<T> = (value: unknown) => T;
type Shape = Record<string, Reader<unknown>>;
type Read<R> = R extends Reader<infer T> ? T : never;
type OptionalNames<S extends Shape> = { [K in keyof S]: undefined extends Read<S[K]> ? K : never }[keyof S];
export type ShapeOf<S extends Shape> =
  & { readonly [K in Exclude<keyof S, OptionalNames<S>>]: Read<S[K]> }
  & { readonly [K in OptionalNames<S>]?: Exclude<Read<S[K]>, undefined> };

function refuse(): never {
  throw new Error("shape");
}

export const text: Reader<string> = value => (typeof value === "string" ? value : refuse());

export const count: Reader<number> = value =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : refuse();

export function matching(pattern: RegExp): Reader<string> {
  return value => (typeof value === "string" && pattern.test(value) ? value : refuse());
}

export const named: Reader<string> = matching(/\S/);
/** 16 bytes in base64url. */
export const id: Reader<string> = matching(/^[A-Za-z0-9_-]{21}[AQgw]$/);
/** 32 bytes in base64url: keys, hashes, thumbprints, coordinates. */
export const b32: Reader<string> = matching(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);
/** RFC 3339, UTC, whole seconds. */
export const time: Reader<string> = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

export function one<const T extends string | number>(...allowed: readonly T[]): Reader<T> {
  return value => (allowed.includes(value as T) ? (value as T) : refuse());
}

export function nullable<T>(reader: Reader<T>): Reader<T | null> {
  return value => (value === null ? null : reader(value));
}

export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return value => (value === undefined ? undefined : reader(value));
}

/** A member that older files lack reads as this. */
export function absent<T>(value: T, reader: Reader<T>): Reader<T> {
  return given => (given === undefined ? value : reader(given));
}

export function list<T>(reader: Reader<T>): Reader<readonly T[]> {
  return value => (Array.isArray(value) ? value.map(item => reader(item)) : refuse());
}

export function object<S extends Shape>(shape: S): Reader<ShapeOf<S>> {
  return value => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return refuse();
    }
    const given = value as Record<string, unknown>;
    if (Object.keys(given).some(name => !Object.hasOwn(shape, name))) {
      return refuse();
    }
    const read: Record<string, unknown> = {};
    for (const [name, reader] of Object.entries(shape)) {
      const member = reader(Object.hasOwn(given, name) ? given[name] : undefined);
      if (member !== undefined) {
        read[name] = member;
      }
    }
    return read as ShapeOf<S>;
  };
}

/** Answers of the server may grow: members that are not in the shape are dropped, not refused. */
export function loose<S extends Shape>(shape: S): Reader<ShapeOf<S>> {
  const strict = object(shape);
  return value => {
    if (typeof value !== "object" || value === null) {
      return refuse();
    }
    return strict(Object.fromEntries(Object.entries(value).filter(([name, member]) => Object.hasOwn(shape, name) && member !== null)));
  };
}
