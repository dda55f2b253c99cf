import { fail, PasserelleError, type Failure } from "../crypto/failure.ts";

const PREFIX = "urn:problem-type:passerelle:";

const BY_STATUS: Readonly<Record<number, string>> = {
  400: "badInput", 401: "sessionEnded", 403: "forbidden", 404: "notFound", 409: "conflict", 412: "preconditionFailed",
  413: "tooLarge", 422: "badInput", 429: "tooMany", 502: "unavailable", 503: "unavailable", 504: "unavailable", 507: "storageFull",
};

/** RFC 9457 to the one error of the screens; an answer that is no problem document is named by its status. */
export async function problem(response: Response): Promise<PasserelleError> {
  const body = await members(response);
  const type = body["type"];
  const name = typeof type === "string" && type.startsWith(PREFIX) ? type.slice(PREFIX.length) : BY_STATUS[response.status] ?? "serverError";
  const more: { -readonly [K in keyof Failure]: Failure[K] } = { name, status: response.status };
  const [reason, at, wait] = [body["reason"], body["endedAt"] ?? body["at"], retryAfter(response, body)];
  if (typeof reason === "string") {
    more.reason = reason;
  }
  if (typeof at === "string") {
    more.at = at;
  }
  if (wait !== undefined) {
    more.retryAfter = wait;
  }
  return fail(name, more);
}

/** Seconds, from the header or the body. */
export function retryAfter(response: Response, body: Record<string, unknown>): number | undefined {
  const seconds = Number(response.headers.get("retry-after") ?? body["retryAfter"] ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : undefined;
}

export async function members(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}

export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof PasserelleError && names.includes(error.failure.name);
}
