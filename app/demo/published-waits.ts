import { RTT_ADMITTED, WEEKS_COUNTED } from "~/facts/rtt-admitted";

/** What the published admissions of a provider say about one specialty. */
export interface Waits {
  treatmentFunction: string;
  /** Patients admitted a week. */
  weeklyFlow: number;
  /** Patients still waiting. */
  size: number;
  /** [whole weeks waited, patients still waiting that long]. */
  byWeeksWaited: [weeks: number, patients: number][];
}

/** A specialty with fewer admissions a week is not shown. */
const LEAST_FLOW = 2;

/**
 * The waiting lists of a provider in a steady state: everybody who will be admitted after more than `a` weeks is still
 * waiting at age `a`, so the number waiting at that age is the weekly number admitted at any later one (and half of
 * those admitted in that very week).
 * @param scale share of the provider's true size
 * @throws Error when the published table has no such provider
 */
export function waitsOf(provider: string, scale: number): Waits[] {
  const published = RTT_ADMITTED[provider];
  if (!published)
    throw new Error(`No provider ${provider} in the published table: expected an ODS code such as RQM.`);
  return Object.entries(published.admittedByWeeksWaited)
    .map(([treatmentFunction, admitted]) => steadyState(treatmentFunction, admitted, scale))
    .filter(({ weeklyFlow }) => weeklyFlow >= LEAST_FLOW);
}

/** The smallest share of a provider's true size at which anybody waits: its busiest specialty is just shown. */
export function smallestScale(provider: string): number {
  const flows = waitsOf(provider, 1).map(({ weeklyFlow }) => weeklyFlow);
  return LEAST_FLOW / Math.max(...flows, 0);
}

function steadyState(treatmentFunction: string, admitted: number[], scale: number): Waits {
  const weekly = admitted.map((patients) => (patients / WEEKS_COUNTED) * scale);
  const weeklyFlow = sum(weekly);
  let left = weeklyFlow;
  const byWeeksWaited = weekly.map((patients, weeks): [number, number] => {
    left -= patients;
    return [weeks, Math.max(0, left) + patients / 2];
  });
  const size = Math.round(sum(byWeeksWaited.map(([, patients]) => patients)));
  return { treatmentFunction, weeklyFlow, size, byWeeksWaited };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
