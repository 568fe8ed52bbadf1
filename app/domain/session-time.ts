import { minutesOfDay } from "./calendar";
import type { Policy } from "./policy";
import type { TheatreSession } from "./theatre";

/** Minutes of a session that may be filled: from start to end without the held minutes. */
export function sessionLength(session: TheatreSession): number {
  return minutesOfDay(session.end) - minutesOfDay(session.start) - session.heldMinutes;
}

/** Whether a session can hold cases at all: open ones take them, locked ones keep their pins. */
export function isBookable(session: TheatreSession): boolean {
  return session.status === "open" || session.status === "locked";
}

/** Minutes between two cases of a session, by its first treatment function. */
export function turnaroundOf(session: TheatreSession, policy: Policy): number {
  const { turnaroundMinutes } = policy;
  return turnaroundMinutes[session.treatmentFunctions[0] ?? ""] ?? turnaroundMinutes.default ?? 0;
}

/** The half of a day that begins at midnight, and the one that begins at 13:00 (the file contract's half-days). */
export const HALF_DAYS = ["am", "pm"] as const;
export type HalfDay = (typeof HALF_DAYS)[number];
const MIDDAY = minutesOfDay("13:00");

/** Whether a session uses a half of its day: the morning when it starts before 13:00, the afternoon when it ends after. */
export function usesHalf({ start, end }: Pick<TheatreSession, "start" | "end">, half: HalfDay): boolean {
  return half === "am" ? minutesOfDay(start) < MIDDAY : minutesOfDay(end) > MIDDAY;
}

/** Whether two sessions share a moment. One that ends when the other starts does not. */
export function sessionsOverlap(a: TheatreSession, b: TheatreSession): boolean {
  return a.date === b.date && a.start < b.end && b.start < a.end;
}

/** Whether one surgeon stands on both sessions. */
export function shareSurgeon(a: TheatreSession, b: TheatreSession): boolean {
  return a.surgeons.some((surgeon) => b.surgeons.includes(surgeon));
}

/** Sessions in the order of time: by date, then start; those alike keep the order of the file. */
export function inTimeOrder(sessions: readonly TheatreSession[]): TheatreSession[] {
  return [...sessions].sort((a, b) => compare(a.date, b.date) || compare(a.start, b.start));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
