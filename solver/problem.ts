/**
 * What the solver is given: plain JSON values in neutral words. Who may go where has been decided before, so only
 * allowed pairs of a case and a list appear, as options. Indexes point into the arrays of this object.
 */
export interface Problem {
  /** In the order of time: by day, then start. */
  lists: List[];
  cases: Case[];
  /** Cases in the order in which a careful person places them by hand, each into the first list that takes it. */
  handOrder: number[];
  options: Options;
  /** Capacities that one option takes, one unit each; options refer to an entry of this table. */
  usages: number[][];
  capacities: Capacity[];
  /** Groups of lists that may fill only so many minutes together. */
  reserves: Reserve[];
  /** Options that must be taken: indexes into `options`. */
  pins: number[];
  measures: Measure[];
  /** Largest allowed probability that a list of two or more cases runs over, 0 to 1. */
  overrunProbabilityMax: number;
  /** Where cases stood before; null when nothing did. */
  previous: Previous | null;
}

/** One list to fill: a span of time on one day. Minutes are whole. */
export interface List {
  id: string;
  /** Lists of one day share a number; a person has at most one case a day. */
  day: number;
  /** Minutes of the day: two lists of one day with a shared operator clash when these spans overlap. */
  start: number;
  end: number;
  /** Minutes that may be filled. */
  length: number;
  /** Minutes between two cases. */
  turnaround: number;
  maxCases: number | null;
  operators: number[];
  /** By kit: capacities of which the list takes one unit as soon as it holds one case that needs the kit. */
  kitUsage: number[][];
}

/** One thing to place at most once. Durations in minutes. */
export interface Case {
  id: string;
  person: number;
  mean: number;
  deviation: number;
  kits: number[];
}

/** Columns, one element an allowed pair, ordered by case. `amounts[m]` belongs to the m-th measure; empty where that is of lists. */
export interface Options {
  case: number[];
  list: number[];
  usage: number[];
  amounts: number[][];
}

export interface Capacity {
  id: string;
  quantity: number;
}

export interface Reserve {
  id: string;
  lists: number[];
  /** Planned minutes (means and turnarounds) that these lists may hold together. */
  maxMinutes: number;
}

/** `of: "case"` sums the amounts of the options taken; `of: "list"` sums the planned minutes of the lists. */
export interface Measure {
  id: string;
  of: "case" | "list";
  /** Whole score points a unit. */
  weight: number;
}

/** Earlier places: each listed option not taken is a move. */
export interface Previous {
  options: number[];
  /** Points that a move costs inside the search; never part of the score. */
  movePrice: number;
  /** Cases that stood before and have no allowed option there any more; they count as moves already made. */
  lost: number;
  maxMoves: number | null;
}
