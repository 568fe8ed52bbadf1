import { percent } from "~/domain/figure-words";
import type { Problem } from "~solver/problem";

/** A way to keep lists from running over, as the solver is given it. */
export interface OverrunGuard {
  words: string;
  /** The limit that its lists keep; null for slack, which knows none. */
  limit: number | null;
  problem: Problem;
}

const LIMITS = [0.05, 0.15, 0.25, 0.4];
const SLACKS = [0, 0.05, 0.1, 0.15, 0.2, 0.25];

/**
 * The rule at several limits, and beside it flat slack: every list is filled by means alone, up to a share of its
 * length that is the same for all.
 */
export function overrunGuards(problem: Problem): OverrunGuard[] {
  return [
    ...LIMITS.map((limit) => ({
      words: `limit ${percent(limit)}`,
      limit,
      problem: { ...problem, overrunProbabilityMax: limit },
    })),
    ...SLACKS.map((slack) => ({
      words: `slack ${percent(slack)}`,
      limit: null,
      problem: shortened(problem, slack),
    })),
  ];
}

/** A case that is longer than what slack leaves may still stand alone, as on lists that people make. */
function shortened(problem: Problem, slack: number): Problem {
  const lists = problem.lists.map((list) => ({ ...list, length: Math.floor(list.length * (1 - slack)) }));
  return { ...problem, lists, overrunProbabilityMax: 1 };
}
