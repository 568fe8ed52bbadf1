import { begunAt, outAt } from "./moments";
import type { DayList } from "./outlook";

/** What a case was planned to take and what it took, whole minutes. */
export interface CaseActual {
  entry: string;
  planned: number;
  /** From anaesthetic start (where it has none, the first later moment) until out of the theatre. */
  actual: number;
}

/** The time between two cases: the theatre stood, or turned round. */
export interface Gap {
  /** Entry of the case that came after it. */
  before: string;
  /** Minutes from one case out to the next begun; negative where they overlapped. */
  minutes: number;
}

/** What a list took so far. Minutes since midnight and whole minutes; null: not known yet. */
export interface ListActuals {
  firstStart: number | null;
  lastOut: number | null;
  cases: CaseActual[];
  gaps: Gap[];
  /** Touch time of the cases that are out. */
  touch: number;
  /** Touch time within the session over its length, so never above 1. */
  cappedUtilisation: number;
}

/** Planned against actual for the cases of a list that have both times, in the order in which they were done. */
export function listActuals({ start, end, cases }: Pick<DayList, "start" | "end" | "cases">): ListActuals {
  const begun = cases
    .flatMap((each) => {
      const from = begunAt(each.times);
      return from === null ? [] : [{ ...each, from, until: outAt(each.times) }];
    })
    .sort((a, b) => a.from - b.from);
  const done = begun.flatMap(({ until, ...each }) => (until === null ? [] : [{ ...each, until }]));
  const within = done.map(({ from, until }) => Math.max(0, Math.min(until, end) - Math.max(from, start)));
  return {
    firstStart: begun[0]?.from ?? null,
    lastOut: done.length > 0 ? Math.max(...done.map(({ until }) => until)) : null,
    cases: done.map(({ entry, minutes, from, until }) => ({ entry, planned: minutes, actual: until - from })),
    gaps: begun.slice(1).flatMap(({ entry, from }, at) => {
      const { until } = begun[at]!;
      return until === null ? [] : [{ before: entry, minutes: from - until }];
    }),
    touch: done.reduce((total, { from, until }) => total + until - from, 0),
    cappedUtilisation: end > start ? Math.min(1, total(within) / (end - start)) : 0,
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
