import table from "./priority-codes.json";

/** How sure we are of a fact: found in a published text, found in part, or common use only. */
export type Confidence = "found" | "partly found" | "unverified";

/** One clinical prioritisation code: surgical (P), diagnostic (D) or patient choice (C). */
export interface PriorityCode {
  code: string;
  family: string;
  label: string;
  /** Usual target in days from listing or review; null = no upper target. */
  targetDays: number | null;
  /** The strictest reading of the target, in days. */
  targetDaysStrict: number | null;
  targetText: string;
  countsInP1P2Clearance: boolean;
  schedulableInHubWeek: boolean;
  rttClockEffect: string;
  status: Confidence;
  sourceNote: string;
}

export const PRIORITY_CODES = table.codes as readonly PriorityCode[];
export const PRIORITY_CODES_SOURCE = {
  what: table.what,
  sources: table.sources,
  confidence: table.confidence,
};

const byCode = new Map(PRIORITY_CODES.map((row) => [row.code, row]));

/** The prioritisation code as written (`P1a`, `P2`); undefined when it is none. */
export function priorityCode(code: string): PriorityCode | undefined {
  return byCode.get(code);
}
