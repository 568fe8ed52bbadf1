import { expectedMinutes, OVERRUN_TOLERANCE, overrunProbability, type ExpectedMinutes } from "./overrun";
import { listMinutes } from "./utilisation";

/** What limits one list besides what it shares. Minutes are whole. */
export interface ListLimits {
  length: number;
  turnaround: number;
  maxCases: number | null;
  overrunProbabilityMax: number;
}

/** Operating time of one case, in minutes. */
export interface CaseDuration {
  minutes: number;
  minutesDeviation: number;
}

/** Why a list cannot hold its cases: the amount that it would have and the limit. */
export interface ListMisfit {
  rule: "maxCases" | "minutes" | "overrun";
  amount: number;
  limit: number;
}

/** The probability that a list runs over its length; 0 for an empty one. */
export function listOverrun(cases: readonly CaseDuration[], { length, turnaround }: ListLimits): number {
  if (cases.length === 0) return 0;
  const { mean, variance } = operatingTime(cases);
  return overrunProbability(mean, variance, length - turnaround * (cases.length - 1));
}

/** The minutes by which a list is expected to run over its length, and to leave of it; an empty one leaves it all. */
export function listExpectation(
  cases: readonly CaseDuration[],
  { length, turnaround }: ListLimits,
): ExpectedMinutes {
  const { mean, variance } = operatingTime(cases);
  return expectedMinutes(mean, variance, length - turnaround * Math.max(0, cases.length - 1));
}

function operatingTime(cases: readonly CaseDuration[]) {
  const mean = cases.reduce((sum, { minutes }) => sum + minutes, 0);
  const variance = cases.reduce((sum, { minutesDeviation }) => sum + minutesDeviation * minutesDeviation, 0);
  return { mean, variance };
}

/**
 * The first limit that a list breaks; null when it holds its cases. A list of one case may hold it whatever the
 * probability of an overrun; whether its mean fits is asked of the pair (`too_long`).
 */
export function listMisfit(cases: readonly CaseDuration[], limits: ListLimits): ListMisfit | null {
  const { length, turnaround, maxCases, overrunProbabilityMax } = limits;
  if (maxCases !== null && cases.length > maxCases)
    return { rule: "maxCases", amount: cases.length, limit: maxCases };
  if (cases.length < 2) return null;
  const { planned } = listMinutes(
    cases.map(({ minutes }) => minutes),
    turnaround,
  );
  if (planned > length) return { rule: "minutes", amount: planned, limit: length };
  const overrun = listOverrun(cases, limits);
  if (overrun > overrunProbabilityMax + OVERRUN_TOLERANCE)
    return { rule: "overrun", amount: overrun, limit: overrunProbabilityMax };
  return null;
}
