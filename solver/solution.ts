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
