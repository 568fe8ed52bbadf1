import type { Problem } from "../problem";
import { kitUnits } from "./kit";
import { casesOf } from "./rule";
import type { Placement, Rule } from "./rule";

/** Shared capacities hold what options take and what lists take for their kits. */
export const capacity: Rule = (problem, placement) => {
  const takers = takersOf(problem, placement);
  return problem.capacities.flatMap(({ id, quantity }, at) => {
    const { amount, options } = takers[at] ?? { amount: 0, options: new Set() };
    if (amount <= quantity) return [];
    const taken = [...options];
    const lists = [...new Set(taken.map((option) => problem.options.list[option] as number))];
    return [
      { rule: "capacity", lists, cases: casesOf(problem, taken), subject: id, amount, limit: quantity },
    ];
  });
};

function takersOf(problem: Problem, { byList }: Placement) {
  const takers = problem.capacities.map(() => ({ amount: 0, options: new Set<number>() }));
  const take = (at: number, options: readonly number[]) => {
    const taker = takers[at];
    if (!taker) return;
    taker.amount++;
    for (const option of options) taker.options.add(option);
  };
  byList.forEach((options, list) => {
    for (const option of options)
      for (const at of problem.usages[problem.options.usage[option] as number] ?? []) take(at, [option]);
    for (const at of kitUnits(problem, list, options)) {
      const needs = options.filter((option) => kitUnits(problem, list, [option]).includes(at));
      take(at, needs);
    }
  });
  return takers;
}
