import { check, clashes, scoreOf } from "~solver/check";
import type { Problem } from "~solver/problem";

interface Filling {
  options: number[];
  score: number;
}

/** The best score of any plan that keeps every rule, by trying all; null when no plan does. */
export function bestScore(problem: Problem): number | null {
  const fillings = problem.lists.map((_, list) => fillingsOf(problem, list));
  const rest = fillings.map(() => 0);
  for (let list = fillings.length - 1; list >= 0; list--)
    rest[list] = (rest[list + 1] ?? 0) + (fillings[list]?.[0]?.score ?? 0);
  let best: number | null = null;
  const visit = (list: number, taken: number[], score: number): void => {
    if (best !== null && score + (rest[list] ?? 0) <= best) return;
    if (list === fillings.length) {
      if (check(problem, taken).violations.length === 0) best = score;
      return;
    }
    for (const filling of fillings[list] ?? [])
      visit(list + 1, [...taken, ...filling.options], score + filling.score);
  };
  visit(0, [], 0);
  return best;
}

/** Every choice of options for one list that keeps the rules by itself, best first. */
function fillingsOf(problem: Problem, list: number): Filling[] {
  const options = problem.options.list.flatMap((l, option) => (l === list ? [option] : []));
  const pinned = problem.pins.filter((pin) => problem.options.list[pin] === list);
  const fillings: Filling[] = [];
  for (let set = 0; set < 1 << options.length; set++) {
    const chosen = options.filter((_, bit) => (set >> bit) & 1);
    if (pinned.some((pin) => !chosen.includes(pin)) || clashes(problem, chosen).length > 0) continue;
    fillings.push({ options: chosen, score: scoreOf(problem, chosen).score });
  }
  return fillings.sort((a, b) => b.score - a.score);
}
