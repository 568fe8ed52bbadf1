import type { Measures } from "~/domain/policy";
import type { PlanOutcome } from "./make-plan.server";

/** What a solve of a week hands over, ready to be kept. */
export interface PlannedWeek {
  /** A person asked to stop, or time ran out, before the last step. */
  endedEarly: boolean;
  /** Whole points. */
  score: number;
  bound: number;
  gap: number;
  measures: Measures;
  handRule: { score: number; measures: Measures };
  /** Files by name: what went into the planner, the plan, and what pages read of it. */
  files: Record<string, Uint8Array>;
}

/** What came of planning a week. */
export type WeekOutcome =
  { kind: "planned"; planned: PlannedWeek } | Exclude<PlanOutcome, { kind: "planned" }>;
