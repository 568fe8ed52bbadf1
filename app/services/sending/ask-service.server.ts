import { messageRule } from "~/facts/messages";

/** A service's answer, or why there is none. `body`: parsed JSON; null: it was none. */
export type ServiceAnswer =
  | { kind: "answered"; status: number; body: unknown; retryAfter: number | null }
  | { kind: "silent"; fault: string };

export interface ServiceRequest {
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
}

/**
 * Asks a service once, with a time limit, and never past the deadline of the whole try. Neither the address nor what was sent stands in a fault. A redirect is not
 * followed: it would carry the key elsewhere.
 */
export async function askService(
  url: string,
  request: ServiceRequest,
  deadline: AbortSignal,
  seconds = messageRule("tryTimeoutSeconds"),
): Promise<ServiceAnswer> {
  try {
    const signal = AbortSignal.any([deadline, AbortSignal.timeout(seconds * 1000)]);
    const answer = await fetch(url, { ...request, signal, redirect: "manual" });
    const text = await answer.text();
    const after = Number(answer.headers.get("retry-after") ?? NaN);
    const retryAfter = Number.isFinite(after) && after >= 0 ? after : null;
    return { kind: "answered", status: answer.status, body: parsed(text), retryAfter };
  } catch (error) {
    return { kind: "silent", fault: deadline.aborted ? "no answer in time" : silence(error, seconds) };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function silence(error: unknown, seconds: number): string {
  if (error instanceof Error && error.name === "TimeoutError") return `no answer within ${seconds} seconds`;
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === "string" ? `no connection (${cause.code})` : "no connection";
}
