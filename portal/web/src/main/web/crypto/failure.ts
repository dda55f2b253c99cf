/** What went wrong, by the name the screens know it by; never carries keys, titles or what the person typed. */
export interface Failure {
  readonly name: string;
  readonly status?: number;
  readonly reason?: string;
  /** RFC 3339 moment the failure speaks of, such as the end of a loan. */
  readonly at?: string;
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number;
}

/** The one error thrown to the screens. */
export class PasserelleError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.name, options);
    this.name = "PasserelleError";
    this.failure = failure;
  }
}

export function fail(name: string, more: Omit<Failure, "name"> = {}): PasserelleError {
  return new PasserelleError({ name, ...more });
}

/** One error for everything that does not verify: telling the cases apart would be an oracle (T15). */
export function damaged(): PasserelleError {
  return fail("damaged");
}

/** Runs a step whose every failure, whatever its cause, must look the same. */
export async function orDamaged<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch {
    throw damaged();
  }
}
