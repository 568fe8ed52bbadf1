import type { Model } from "../model";
import type { Problem } from "../problem";
import { casesOf } from "./rule";
import type { Rule, Tally } from "./rule";

/** Moves that a plan makes: earlier options not taken, and cases that lost their place before. */
export function movesOf(problem: Problem, options: readonly number[]): number {
  if (!problem.previous) return 0;
  const taken = new Set(options);
  return problem.previous.lost + problem.previous.options.filter((option) => !taken.has(option)).length;
}

/** Most moves that a plan may make. Lost cases cannot come back, so a limit below them asks for them alone. */
export function movesAllowed(problem: Problem): number {
  const limit = problem.previous?.maxMoves ?? null;
  return problem.previous && limit !== null ? Math.max(limit, problem.previous.lost) : Infinity;
}

/** A plan leaves no more earlier places than it may. */
export const moves: Rule = (problem, { options }) => {
  const [amount, limit] = [movesOf(problem, options), movesAllowed(problem)];
  if (amount <= limit) return [];
  const taken = new Set(options);
  const left = (problem.previous?.options ?? []).filter((option) => !taken.has(option));
  return [{ rule: "max-moves", lists: [], cases: casesOf(problem, left), subject: "", amount, limit }];
};

/** Earlier slots that are held, as slots come and go. A slot more is never a move, so all are allowed. */
export class KeptTally implements Tally {
  count = 0;

  constructor(private readonly model: Model) {}

  allows(): boolean {
    return true;
  }

  add(slot: number): void {
    this.count += this.model.wasTaken[slot]!;
  }

  remove(slot: number): void {
    this.count -= this.model.wasTaken[slot]!;
  }
}
