/** What the solver answers. `options` are indexes into the problem's options. */
export type Solution = Solved | Refused | Malformed;

export interface Solved {
  kind: "solved";
  options: number[];
  /** Sum of weights times measures, whole. */
  score: number;
  /** Valid upper bound on the score of every plan that keeps the rules, whole, rounded down. */
  bound: number;
  measures: Record<string, number>;
  steps: number;
  /** The plan of the problem's hand order: the yardstick, and the least that a plan may score. */
  handRule: { options: number[]; score: number; measures: Record<string, number> };
  /** What each engine contributed, without timings. */
  engine: string;
  /** Bounded by steps (same answer every time), by the time limit, or stopped by a person. */
  endedBy: "steps" | "proof" | "time" | "stop";
  /** What one unit more of everything shared is worth, as the bound uses it. */
  prices: PlainPrices;
}

/**
 * Prices in points, all >= 0 and rounded as the bound uses them: what one unit more of a shared thing is worth about the
 * optimum. A list's own price is exact for no step; it says what its edge is worth.
 */
export interface PlainPrices {
  /** By case: what a list pays to have it. */
  cases: number[];
  /** By capacity: one unit. */
  capacities: number[];
  /** Those above 0: one more case of the person on the day. */
  personDays: { person: number; day: number; price: number }[];
  /** By reserve: one minute. */
  reserves: number[];
  /** What an earlier place earns for being kept: one move more allowed. */
  keep: number;
  /**
   * By list, at these prices: a minute more at its edge, a case more where its number of cases binds (else 0), and the
   * most that its choice is worth (its points less the prices of what it takes).
   */
  lists: { minute: number; case: number; ceiling: number }[];
}

/** The pins cannot all be kept: each clash names its rule and the options that clash. */
export interface Refused {
  kind: "refused";
  clashes: Violation[];
}

/** The problem is none: each fault says its path, what is expected and what stands there. */
export interface Malformed {
  kind: "malformed";
  faults: string[];
}

/** One broken rule, in units. `amount` over `limit`, and the lists and cases concerned. */
export interface Violation {
  rule: string;
  lists: number[];
  cases: number[];
  /** Capacity, reserve or person concerned, where the rule has one. */
  subject: string;
  amount: number;
  limit: number;
}

/** Options of a run. Without `steps` their number follows from the problem alone. */
export interface SolveOptions {
  seed: number;
  steps: number | null;
  /** Wall-clock seconds; a net below the steps. */
  timeLimit: number | null;
  workers: number;
}

/** Where a run stands. Steps are counted in each phase; `score` is null before the first whole plan. */
export interface Progress {
  phase: "prices" | "search" | "proof";
  steps: number;
  stepsPlanned: number;
  score: number | null;
  bound: number | null;
  seconds: number;
}
