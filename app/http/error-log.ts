import { BodyTooLargeError } from "./body-limit";

/** What the log may know of a failed request. */
export interface FailedRequest {
  requestId: string;
  method: string;
  /** Path or address; its query and any part with a digit are left out: they may name a patient. */
  url: string;
}

/** The part behind it is the secret of a patient's link. */
const BEFORE_A_SECRET = "q";

/** A path without what may name a patient: no query, and `…` for each part that holds a digit, or a link's secret. */
export function pathPattern(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : (url.split(/[?#]/)[0] ?? "");
  return path
    .split("/")
    .map((part, at, parts) =>
      /\d|%/.test(part) || (at > 0 && parts[at - 1] === BEFORE_A_SECRET) ? "…" : part,
    )
    .join("/");
}

/** The places in the code that a thrown error passed. Its message stands before them and may look like one. */
function framesOf({ stack = "", message }: Error): string[] {
  const places = message === "" ? stack : stack.split(message).at(-1)!;
  return places.split("\n").filter((line) => /^\s+at .*(:\d+:\d+\)?|\((native|<anonymous>)\))$/.test(line));
}

function describe(error: unknown): string[] {
  if (!(error instanceof Error)) return [`  thrown: ${typeof error}`];
  const code = (error as { code?: unknown }).code;
  const head = `  ${error.name}${typeof code === "string" ? ` (${code})` : ""}`;
  const cause = error.cause === undefined ? [] : ["  caused by", ...describe(error.cause)];
  return [head, ...framesOf(error), ...cause];
}

/**
 * One entry of the log for a defect: request, kind of error and places in the code. Never its message, which may
 * quote a row, and never the query of the address, which may hold a name.
 */
export function errorEntry(error: unknown, request: FailedRequest): string {
  const { requestId, method, url } = request;
  return [`${requestId} ${method} ${pathPattern(url)} failed`, ...describe(error)].join("\n");
}

/**
 * Whether something thrown is a defect, and not a refusal (a thrown Response or `data` with its status below 500) or
 * a body that was cut off at the limit.
 */
export function isDefect(thrown: unknown): boolean {
  if (typeof thrown !== "object" || thrown === null) return true;
  if (thrown instanceof Error) return !(thrown instanceof BodyTooLargeError);
  const { status, init } = thrown as { status?: number; init?: { status?: number } | null };
  const answered = status ?? init?.status;
  return answered === undefined || answered >= 500;
}

/** Writes a defect to the log. */
export function logError(error: unknown, request: FailedRequest): void {
  console.error(errorEntry(error, request));
}
