import type { SessionStatus } from "~/domain/theatre";

const STATUS: Record<SessionStatus, string> = {
  open: "Open",
  locked: "Locked",
  closed: "Closed",
  unstaffed: "Not staffed",
};

/** The status of a session in a word. */
export function statusWords(status: SessionStatus): string {
  return STATUS[status];
}
