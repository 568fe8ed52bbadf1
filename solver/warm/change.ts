import type { Problem } from "../problem";
import type { Violation } from "../solution";

/**
 * A changed question about a problem; what is left out stays as it is. Only options of the problem can be forced: who
 * asks decides what is allowed, so options that a longer list would newly allow are not there.
 */
export interface Change {
  /** Options that must be taken, beside the problem's pins. */
  pins?: readonly number[];
  /** What must not be taken: options, and every option of cases. */
  bans?: { options?: readonly number[]; cases?: readonly number[] };
  /** Units more, or fewer when below 0. */
  capacities?: readonly { capacity: number; by: number }[];
  /** Minutes that a list may fill from now on (0: it holds no case), and the most cases that it may hold. */
  lists?: readonly { list: number; minutes?: number; maxCases?: number }[];
  /** Minutes that the lists of a reserve may hold together from now on. */
  reserves?: readonly { reserve: number; minutes: number }[];
  /** Largest allowed probability that a list of two or more cases runs over. */
  overrun?: number;
  /**
   * Points that a move must gain, and most moves (null: any number). Either one given, moves are counted from the plan
   * that the solver stands on; neither, they stay those of the problem.
   */
  movePrice?: number;
  maxMoves?: number | null;
}

/** The problem with the change made. Bans are not part of it: `bannedOptions` has them. */
export function changedProblem(problem: Problem, change: Change, standing: readonly number[]): Problem {
  const by = new Map((change.capacities ?? []).map((each) => [each.capacity, each.by]));
  const rooms = new Map((change.lists ?? []).map((each) => [each.list, each]));
  const reserved = new Map((change.reserves ?? []).map((each) => [each.reserve, each.minutes]));
  const { previous } = problem;
  const { movePrice, maxMoves } = change;
  const moves = movePrice !== undefined || maxMoves !== undefined;
  return {
    ...problem,
    pins: [...new Set([...problem.pins, ...(change.pins ?? [])])],
    capacities: problem.capacities.map((one, at) =>
      by.has(at) ? { ...one, quantity: one.quantity + by.get(at)! } : one,
    ),
    lists: problem.lists.map((one, at) => {
      const { minutes: length = one.length, maxCases = one.maxCases } = rooms.get(at) ?? {};
      return rooms.get(at)?.minutes === 0 ? { ...one, maxCases: 0 } : { ...one, length, maxCases };
    }),
    reserves: problem.reserves.map((one, at) =>
      reserved.has(at) ? { ...one, maxMinutes: reserved.get(at)! } : one,
    ),
    overrunProbabilityMax: change.overrun ?? problem.overrunProbabilityMax,
    previous: moves
      ? { options: [...standing], movePrice: movePrice ?? 0, lost: 0, maxMoves: maxMoves ?? null }
      : previous,
  };
}

/** Options that must not be taken, each once. */
export function bannedOptions({ options }: Problem, { bans }: Change): number[] {
  const cases = new Set(bans?.cases ?? []);
  const banned = new Set(bans?.options ?? []);
  if (cases.size > 0) options.case.forEach((c, option) => cases.has(c) && banned.add(option));
  return [...banned];
}

/** What came of a changed question. */
export type WarmAnswer = WarmSolved | WarmRefused | { kind: "malformed"; faults: string[] };

export interface WarmSolved {
  kind: "solved";
  /** Indexes into the problem's options. */
  options: number[];
  score: number;
  /** Valid upper bound on the score of every plan of the changed problem, whole. */
  bound: number;
  measures: Record<string, number>;
  /** Options of the plan it stood on that are not taken any more, and options newly taken. */
  moved: { out: number[]; in: number[] };
  /** Score less that of the plan it stood on. */
  change: number;
}

/** The change cannot be had: each rule that its pins break, with amounts. */
export interface WarmRefused {
  kind: "refused";
  clashes: Violation[];
}
