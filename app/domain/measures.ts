import type { CaseMeasures } from "./case-points";
import { MEASURES, type Measures, type Policy } from "./policy";

export function noMeasures(): Measures {
  return { urgent: 0, waiting: 0, minutes: 0, dayCaseHub: 0, weeksWaited: 0 };
}

/** Adds what one list brings: its planned minutes, no more than its length, and the measures of its cases. */
export function addList(
  sum: Measures,
  planned: number,
  length: number,
  cases: readonly CaseMeasures[],
): void {
  sum.minutes += Math.min(length, planned);
  for (const one of cases) {
    sum.urgent += one.urgent;
    sum.waiting += one.waiting;
    sum.dayCaseHub += one.dayCaseHub;
    sum.weeksWaited += one.weeksWaited;
  }
}

/** The score: weights times measures, whole points. */
export function scoreOf(measures: Measures, weights: Policy["weights"]): number {
  return MEASURES.reduce((sum, measure) => sum + weights[measure] * measures[measure], 0);
}

/** What one case adds to the score apart from the minutes of its list. */
export function casePoints(measures: CaseMeasures, weights: Policy["weights"]): number {
  return (
    weights.urgent * measures.urgent +
    weights.waiting * measures.waiting +
    weights.dayCaseHub * measures.dayCaseHub +
    weights.weeksWaited * measures.weeksWaited
  );
}
