import type { Case, List, Problem } from "~solver/problem";

/** A list of 240 minutes with 10 between cases, on day 0, without anything special. */
export function list(changes: Partial<List> = {}): List {
  const plain = { id: "list", day: 0, start: 480, end: 720, length: 240, turnaround: 10, maxCases: null };
  return { ...plain, operators: [], kitUsage: [], ...changes };
}

/** A case of 60 minutes without spread; each has a person of its own unless `person` says otherwise. */
export function one(changes: Partial<Case> = {}): Omit<Case, "person"> & { person?: number } {
  return { id: "case", mean: 60, deviation: 0, kits: [], ...changes };
}

/** One allowed pair: [case, list, points, usage]. */
export type Pair = [c: number, list: number, points?: number, usage?: number];

/** A problem of these lists, cases and pairs; everything else as in `changes`, or empty. */
export function problem(
  lists: List[],
  cases: ReturnType<typeof one>[],
  pairs: Pair[],
  changes: Partial<Problem> = {},
): Problem {
  const sorted = pairs.map((pair, at) => ({ pair, at })).sort((a, b) => a.pair[0] - b.pair[0] || a.at - b.at);
  const column = (of: (pair: Pair) => number) => sorted.map(({ pair }) => of(pair));
  return {
    lists: lists.map((l, at) => ({ ...l, id: `list ${at}` })),
    cases: cases.map((c, at) => ({ person: 1000 + at, ...c, id: `case ${at}` })),
    handOrder: cases.map((_, at) => at),
    options: {
      case: column(([c]) => c),
      list: column(([, l]) => l),
      usage: column(([, , , usage]) => usage ?? 0),
      amounts: [column(([, , points]) => points ?? 1), column(() => 0)],
    },
    usages: [[]],
    capacities: [],
    reserves: [],
    pins: [],
    measures: [
      { id: "points", of: "case", weight: 1 },
      { id: "minutes", of: "list", weight: 0 },
    ],
    overrunProbabilityMax: 0.25,
    previous: null,
    ...changes,
  };
}
