/** The closed list of ways in which a call can be refused, with the HTTP status of each. */
export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  gone: 410,
  "too-large": 413,
  unsupported: 415,
  "too-many": 429,
  unexpected: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusOf;

/** What a refused call is answered with; `id` is the number that the user can quote. */
export type ErrorBody = {
  error: {
    code: ErrorCode;
    message: string;
    id: string;
    /** Message by field path ("comment.body"). */
    fields?: Record<string, string>;
    /** For `conflict`: the state that won. */
    details?: unknown;
  };
};

type Extra = {
  fields?: Record<string, string>;
  details?: unknown;
  /** Seconds until another try makes sense. */
  retryAfter?: number;
};

/** An expected failure. Its message is shown to the user, so it says what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;
  readonly details: unknown;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, extra: Extra = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.fields = extra.fields;
    this.details = extra.details;
    this.retryAfter = extra.retryAfter;
  }
}

/** The one answer for what does not exist and for what this viewer may not see. */
export function notFound(what = "page"): AppError {
  return new AppError("not-found", `This ${what} does not exist, or you have no access to it.`);
}

/** The answer to a new row whose id belongs to another row: says nothing about that row. */
export function idTaken(): AppError {
  return new AppError("conflict", "This id is in use already. Try again with a new one.");
}
