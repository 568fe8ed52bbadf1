import { check, clashes, scoreOf } from "~solver/check";
import type { Problem } from "~solver/problem";
import { movesOf } from "~solver/rules/moves";

interface Filling {
  options: number[];
  cases: number[];
  score: number;
}

/** The best score, and the best of score less the price of moves, of the plans that keep every rule. */
export interface Best {
  score: number;
  objective: number;
}

/**
 * Tries every plan of a small problem, by nothing but `solver/check`; null when none keeps every rule. Leaves out only
 * what cannot be better than the best so far in either way.
 */
export function bestOfAll(problem: Problem): Best | null {
  const fillings = problem.lists.map((_, list) => fillingsOf(problem, list));
  const rest = [...fillings, []].map(() => 0);
  for (let list = fillings.length - 1; list >= 0; list--)
    rest[list] = rest[list + 1]! + (fillings[list]![0]?.score ?? 0);
  const price = problem.previous?.movePrice ?? 0;
  let best: Best | null = null;
  const placed = new Set<number>();
  const visit = (list: number, taken: number[], score: number): void => {
    if (list === fillings.length) {
      if (check(problem, taken).violations.length > 0) return;
      const objective = score - price * movesOf(problem, taken);
      best = {
        score: Math.max(score, best?.score ?? -Infinity),
        objective: Math.max(objective, best?.objective ?? -Infinity),
      };
      return;
    }
    for (const { options, cases, score: more } of fillings[list]!) {
      const most = score + more + rest[list + 1]!;
      if (best !== null && most <= best.score && most <= best.objective) return;
      if (cases.some((c) => placed.has(c))) continue;
      const now = [...taken, ...options];
      if (options.length > 0 && taken.length > 0 && clashes(problem, now).length > 0) continue;
      for (const c of cases) placed.add(c);
      visit(list + 1, now, score + more);
      for (const c of cases) placed.delete(c);
    }
  };
  visit(0, [], 0);
  return best;
}

/** The best score of any plan that keeps every rule, by trying all; null when no plan does. */
export function bestScore(problem: Problem): number | null {
  return bestOfAll(problem)?.score ?? null;
}

/** Every choice of options for one list that keeps the rules by itself, best first. */
function fillingsOf(problem: Problem, list: number): Filling[] {
  const { length, turnaround } = problem.lists[list]!;
  const options = problem.options.list.flatMap((l, option) => (l === list ? [option] : []));
  const caseOf = (option: number) => problem.options.case[option]!;
  const pinned = problem.pins.filter((pin) => problem.options.list[pin] === list);
  const fillings: Filling[] = [];
  const visit = (from: number, chosen: number[], minutes: number): void => {
    if (pinned.every((pin) => chosen.includes(pin)) && clashes(problem, chosen).length === 0)
      fillings.push({
        options: chosen,
        cases: chosen.map(caseOf),
        score: scoreOf(problem, chosen).score,
      });
    for (let at = from; at < options.length; at++) {
      const more = minutes + problem.cases[caseOf(options[at]!)]!.mean;
      if (chosen.length === 0 || more + turnaround * chosen.length <= length)
        visit(at + 1, [...chosen, options[at]!], more);
    }
  };
  visit(0, [], 0);
  return fillings.sort((a, b) => b.score - a.score);
}
