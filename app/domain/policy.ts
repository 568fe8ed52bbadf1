import { DEFAULT_LIST_ORDER, type ListOrderPolicy } from "./list-order/order-policy";

/**
 * What a site may set about planning; the file contract's policy.json, every key filled in.
 * Days are calendar days, minutes whole minutes, shares 0 to 1, weights score points per unit of the measure.
 */
export interface Policy {
  version: string;
  noticeDays: number;
  overrunProbabilityMax: number;
  /** Minutes between two cases, by treatment function; `default` for the others. */
  turnaroundMinutes: Record<string, number>;
  targetDays: { P1a: number; P1b: number; P2: number; P3: number; cancer: number };
  /** By treatment function: share kept free in the first, second, ... week. */
  reserveShare: Record<string, number[]>;
  urgentPoints: { P1: number; dueInTime: number; dueLate: number; notYetDue: number; P3due: number };
  /** [weeks reached, points], longest first; the first band reached counts. */
  waitingBands: [weeks: number, points: number][];
  weights: { urgent: number; waiting: number; minutes: number; dayCaseHub: number; weeksWaited: number };
  /** In which order cases stand on a list, and when patients come in. Never part of the score. */
  listOrder: ListOrderPolicy;
}

export const MEASURES = ["urgent", "waiting", "minutes", "dayCaseHub", "weeksWaited"] as const;
export type MeasureName = (typeof MEASURES)[number];
export type Measures = Record<MeasureName, number>;

/** The policy of a site that has set nothing. */
export const DEFAULT_POLICY: Policy = {
  version: "default-1",
  noticeDays: 21,
  overrunProbabilityMax: 0.25,
  turnaroundMinutes: { default: 15, "130": 5, "101": 10, "120": 10, "502": 10 },
  targetDays: { P1a: 1, P1b: 3, P2: 28, P3: 90, cancer: 31 },
  reserveShare: {},
  urgentPoints: { P1: 24, dueInTime: 16, dueLate: 12, notYetDue: 2, P3due: 1 },
  waitingBands: [
    [104, 96],
    [78, 48],
    [65, 24],
    [52, 12],
    [40, 4],
    [26, 2],
    [18, 1],
  ],
  weights: { urgent: 1000, waiting: 100, minutes: 2, dayCaseHub: 50, weeksWaited: 1 },
  listOrder: DEFAULT_LIST_ORDER,
};
