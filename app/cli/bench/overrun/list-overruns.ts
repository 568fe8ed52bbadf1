import { overrunProbability } from "~/domain/overrun";
import type { Case, Problem } from "~solver/problem";
import { randomOf, type Random } from "~solver/random";

/** How often one list of two or more cases runs over its whole length. */
export interface ListOverrun {
  /** By the rule's own law: the sum of the cases as one lognormal time. */
  byRule: number;
  /** By simulation: each case lognormal by itself. */
  simulated: number;
}

/** What a plan does on the lists as they are. Minutes are whole. */
export interface PlanOverruns {
  lists: ListOverrun[];
  cases: number;
  plannedMinutes: number;
  lengthMinutes: number;
}

/** Draws of each list: the error of a frequency is then at most half a percent. */
export const DRAWS = 10_000;

/** Looks at a plan's lists at their true length, whatever length it was made for. */
export function planOverruns(problem: Problem, options: readonly number[], seed: number): PlanOverruns {
  const random = randomOf(seed);
  const found: PlanOverruns = { lists: [], cases: 0, plannedMinutes: 0, lengthMinutes: 0 };
  problem.lists.forEach(({ length, turnaround }, at) => {
    const cases = options
      .filter((option) => problem.options.list[option] === at)
      .map((option) => problem.cases[problem.options.case[option]!]!);
    const room = length - turnaround * Math.max(0, cases.length - 1);
    const mean = cases.reduce((sum, each) => sum + each.mean, 0);
    found.lengthMinutes += length;
    found.cases += cases.length;
    found.plannedMinutes += Math.min(length, mean + length - room);
    if (cases.length < 2) return;
    const variance = cases.reduce((sum, { deviation }) => sum + deviation ** 2, 0);
    const byRule = overrunProbability(mean, variance, room);
    found.lists.push({ byRule, simulated: frequency(cases, room, random) });
  });
  return found;
}

function frequency(cases: readonly Case[], room: number, random: Random): number {
  const logs = cases.map(({ mean, deviation }) => {
    const variance = Math.log1p((deviation / mean) ** 2);
    return { middle: Math.log(mean) - variance / 2, spread: Math.sqrt(variance) };
  });
  let over = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    let time = 0;
    for (const { middle, spread } of logs) time += Math.exp(middle + spread * normal(random));
    if (time > room) over++;
  }
  return over / DRAWS;
}

/** A standard normal draw. Source: Box and Muller, 1958. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
