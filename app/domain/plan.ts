import type { ClockTime, IsoDate } from "./calendar";
import type { Fault } from "./fault";
import type { Bottleneck } from "./plan-reasons";
import type { Measures, Policy } from "./policy";
import type { Reason } from "./reasons";

/** One case on a list. `provisional`: fitness not yet confirmed, so never told to the patient or published. */
export interface PlannedCase {
  pathwayId: string;
  /** Issuer of the identifier, where the waiting list names one. */
  issuer?: string;
  /** 1, 2, ... within the session. */
  order: number;
  start: ClockTime;
  minutes: number;
  provisional: boolean;
  /** Rules that a pin overrides. */
  overridden: Reason[];
  because: string;
  /** When the patient comes in. Plans that were kept before this came into being lack it, as they lack `orderNotes`. */
  admission?: ClockTime;
  /** What the order of the list could not give the case, such as a limit of time that it breaks. */
  orderNotes?: string[];
}

/** The list of one open or locked session; empty lists are there too. */
export interface PlannedList {
  sessionId: string;
  /** Operating means and turnarounds. */
  plannedMinutes: number;
  /** plannedMinutes over the length. */
  utilisation: number;
  /** Operating means over the length; only this is set against the 85% target. */
  touchUtilisation: number;
  overrunProbability: number;
  /** Minutes by which the list is expected to run over, and to leave unused; a plan that was kept before lacks both. */
  expectedOverrunMinutes?: number;
  expectedUnusedMinutes?: number;
  cases: PlannedCase[];
}

export interface UnplacedEntry {
  pathwayId: string;
  /** Issuer of the identifier, where the waiting list names one. */
  issuer?: string;
  reason: Reason;
  detail: string;
}

/** What binds the plan, in words and as the planner knows it. */
export interface NamedBottleneck extends Bottleneck {
  words: string;
}

/** plan.json, as the file contract has it, and the bottlenecks beside. */
export interface Plan {
  planDate: IsoDate;
  policy: Policy;
  status: "optimal" | "feasible";
  score: number;
  /** No plan that keeps the rules can score more. */
  bound: number;
  /** (bound - score) / bound, 0 when bound is 0. */
  gap: number;
  measures: Measures;
  seconds: number;
  steps: number;
  seed: number;
  engine: string;
  /** "in part: ..." and what the time limit left no time for; not there when reasons are told whole. */
  told?: string;
  /** The dearest first, at most ten; estimates. */
  bottlenecks: NamedBottleneck[];
  sessions: PlannedList[];
  unplaced: UnplacedEntry[];
  warnings: Fault[];
  rejected: Fault[];
}
