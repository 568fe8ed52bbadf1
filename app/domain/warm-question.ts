import type { Liftable } from "./plan-reasons";

/** An entry as the planner's files name it; the issuer is "" where the waiting list names none. */
export interface NamedEntry {
  pathwayId: string;
  issuer: string;
}

/** A changed question about a week that was planned. Whoever asks has a plan on the screen and changes one thing. */
export type WarmQuestion =
  /** This entry in this session, whatever it costs. */
  | { kind: "force"; entry: NamedEntry; sessionId: string }
  /** The same, with one rule lifted for this entry that people can lift: consent, pooling, agreement. */
  | { kind: "lift"; rule: Liftable; entry: NamedEntry; sessionId: string }
  /** More of a shared resource, or less below 0. `resource`: as the solver's capacities name it, "bed RQM01 2026-11-23 night". */
  | { kind: "more"; resource: string; by: number }
  /** A session longer or shorter by so many minutes, at its end. */
  | { kind: "longer"; sessionId: string; minutes: number }
  /** One case more in a session than its `maxCases`. */
  | { kind: "case"; sessionId: string }
  /** Every list allowed to run over with this probability, 0 to 1. */
  | { kind: "overrun"; to: number }
  /** A session that holds no case. */
  | { kind: "close"; sessionId: string }
  /**
   * Only the lists of this session's day chosen again, every other day as it stands: the session longer or shorter by so
   * many minutes at its end, or lost (null).
   */
  | { kind: "day"; sessionId: string; minutes: number | null };

/** A case that comes, goes or moves; null: it has no place there. */
export interface MovedEntry {
  entry: NamedEntry;
  from: string | null;
  to: string | null;
}

/** The true figure: the week planned again near its plan with the change. */
export interface WarmFigure {
  kind: "answered";
  /** Points of the plan on the screen, of the plan with the change, and the second less the first. */
  before: number;
  score: number;
  change: number;
  /** No plan with the change scores more; null: only one day was planned again, which says nothing of other plans. */
  bound: number | null;
  moved: MovedEntry[];
  /** Wall-clock seconds of the answer, waking aside. */
  seconds: number;
}

/** What came of a question. */
export type WarmAnswer =
  | WarmFigure
  /** It cannot be had: why, in sentences, with amounts. */
  | { kind: "refused"; sentences: string[] }
  /** Nothing can be worked out, and why: no such run, its files are of an older version, out of memory. */
  | { kind: "unavailable"; sentence: string };

/** Where the solver of a run is: not there, getting ready, ready, or at a question. */
export interface WakeState {
  state: "asleep" | "waking" | "ready" | "answering";
  /** Seconds since it began to wake or to answer. */
  seconds: number;
}
