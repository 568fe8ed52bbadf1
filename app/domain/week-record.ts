import type { IsoDate } from "./calendar";
import type { Fault } from "./fault";
import type { FixedWhy } from "./fixed-cases";
import type { PlanFigures } from "./plan-figures";
import type { Plan, PlannedCase, PlannedList } from "./plan";
import type { Bottleneck, CaseWhy, NearestPlace, SessionPrice, WhatWouldChange } from "./plan-reasons";
import type { Reason } from "./reasons";
import type { Priority } from "./waiting-list";

/** A planned case and the id of its entry in the store. */
export interface RecordedCase extends PlannedCase {
  entry: string;
}

/** A planned list whose cases are known to the store. */
export interface RecordedList extends PlannedList {
  cases: RecordedCase[];
}

/** Where an entry stood before a plan. */
export interface StoodPlace {
  entry: string;
  sessionId: string;
}

/**
 * What pages read of a plan, so that none of them reads the whole plan.json: its lists, its figures beside those of
 * the plan by hand, and how many are unplaced and why.
 */
export interface WeekRecord extends Pick<
  Plan,
  "planDate" | "status" | "score" | "bound" | "gap" | "seconds" | "steps" | "seed" | "engine"
> {
  policyVersion: string;
  /** Days of notice that its policy asks; records of earlier versions do not say. */
  noticeDays?: number;
  overrunProbabilityMax: number;
  lists: RecordedList[];
  figures: PlanFigures;
  hand: { score: number; figures: PlanFigures };
  unplaced: UnplacedIndex;
  /** Accepted places that the plan started from; empty: the week was not accepted before. */
  stood: StoodPlace[];
  /** Who was a pin of the plan, by id of the entry, and why; records of earlier versions do not say. */
  fixed?: { entry: string; why: FixedWhy }[];
  /** Who was told a place that the plan was free to change, by id of the entry, and how many of those may have moved. */
  told?: string[];
  maxMoves?: number | null;
  /** What binds the plan, dearest first; records of earlier versions have none. */
  bottlenecks?: Bottleneck[];
  /** What half an hour more is worth to each session that takes cases. */
  prices?: SessionPrice[];
  warnings: Fault[];
  rejected: Fault[];
  /** The day of the first session, on which waits are counted. */
  firstDay: IsoDate;
}

/** How many entries are unplaced, by reason and by specialty; their records lie in `chunks` files. */
export interface UnplacedIndex {
  total: number;
  chunks: number;
  reasons: Partial<Record<Reason, number>>;
  specialties: Record<string, number>;
}

/** An entry in no list, with what a table is filtered and sorted by; names come from the store. */
export interface UnplacedRecord {
  /** Id of the entry in the store. */
  entry: string;
  reason: Reason;
  detail: string;
  /** Its site holds it back, and the detail says why and how screening stands; not in records of earlier versions. */
  heldBack?: true;
  /** The cheapest way in, by ids of entries; only who could have gone somewhere, and not in records of earlier versions. */
  nearest?: NearestPlace<string>;
  /** What would give it a place; records of earlier versions have none. */
  changes?: WhatWouldChange[];
  priority: Priority;
  cancer: boolean;
  treatmentFunction: string;
  /** Whole weeks on the day of the first session. */
  weeks: number;
  /** Urgent, and due by the last session of the week. */
  due: boolean;
}

/** Why a case stands where it stands; others are named by the ids of their entries. */
export type RecordedWhy = CaseWhy<string>;

/** Names of the files that are kept of a solve beside the planner's own. */
export const RECORD_FILE = "week-record.json";
export const HISTORY_FILE = "history.json";
/** The options taken and the solver's prices, numbered as in the problem that the planner's files make. */
export const PRICES_FILE = "prices.json";
/** Why each placed case stands where it stands, by entry: `Record<string, RecordedWhy>`. */
export const WHY_FILE = "why.json";
export const unplacedFile = (chunk: number) => `unplaced-${chunk}.json`;

/** The planner's own files, as people download them: what went in and what came out. */
export const PLANNER_FILES = [
  "waiting-list.csv",
  "sessions.csv",
  "resources.csv",
  "policy.json",
  "pins.csv",
  "previous.json",
  "plan.json",
] as const;
export type PlannerFile = (typeof PLANNER_FILES)[number];
