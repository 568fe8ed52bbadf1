import type { Problem } from "~solver/problem";

/** What MODEL.md says of a plan, worked out from problem and options alone, by none of the solver's code. */
export interface Written {
  score: number;
  measures: Record<string, number>;
  /** Names of the rules that do not hold. */
  broken: string[];
}

/** The tail of the standard normal distribution by Simpson's rule, to about 1e-10. */
function tailOf(z: number): number {
  const [from, to, steps] = [Math.max(-9, Math.min(9, z)), 9, 2000];
  const width = (to - from) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-((from + i * width) ** 2) / 2);
  }
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}

/** The score that belongs to a limit: its tail is the limit. */
function scoreOfLimit(limit: number): number {
  let [low, high] = [-9, 9];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (tailOf(middle) <= limit) high = middle;
    else low = middle;
  }
  return high;
}

const total = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0);

/** Score, measures and broken rules of the options taken, as MODEL.md has them; `slack` widens the overrun limit. */
export function written(problem: Problem, taken: readonly number[], slack = 2e-6): Written {
  const { lists, cases, options, measures, capacities, usages, reserves } = problem;
  const in_ = (list: number) => taken.filter((o) => options.list[o] === list).map((o) => options.case[o]!);
  const n = lists.map((_, list) => in_(list).length);
  const m = lists.map((_, list) => total(in_(list).map((c) => cases[c]!.mean)));
  const v = lists.map((_, list) => total(in_(list).map((c) => cases[c]!.deviation * cases[c]!.deviation)));
  const planned = lists.map(({ turnaround }, list) =>
    n[list]! > 0 ? m[list]! + turnaround * (n[list]! - 1) : 0,
  );
  const amounts = measures.map(({ of }, at) =>
    of === "case"
      ? total(taken.map((o) => options.amounts[at]![o]!))
      : total(lists.map(({ length }, list) => Math.min(length, planned[list]!))),
  );
  const z = scoreOfLimit(Math.min(1, problem.overrunProbabilityMax + slack));
  const overrun = lists.some(({ length, turnaround }, list) => {
    if (n[list]! < 2 || v[list] === 0) return false;
    const room = length - turnaround * (n[list]! - 1);
    const s = Math.sqrt(Math.log(1 + v[list]! / m[list]! ** 2));
    return m[list]! <= room && z * s - (s * s) / 2 > Math.log(room / m[list]!);
  });
  const used = capacities.map((_, at) => {
    const own = taken.flatMap((o) => usages[options.usage[o]!]!);
    const kits = lists.flatMap(({ kitUsage }, list) =>
      kitUsage.flatMap((row, kit) => (in_(list).some((c) => cases[c]!.kits.includes(kit)) ? row : [])),
    );
    return [...own, ...kits].filter((each) => each === at).length;
  });
  const days = taken.map((o) => `${cases[options.case[o]!]!.person}/${lists[options.list[o]!]!.day}`);
  const overlap = lists.some((a, i) =>
    lists.some(
      (b, j) =>
        i < j &&
        n[i]! > 0 &&
        n[j]! > 0 &&
        a.day === b.day &&
        a.start < b.end &&
        b.start < a.end &&
        a.operators.some((operator) => b.operators.includes(operator)),
    ),
  );
  const { previous } = problem;
  const moved = previous ? previous.lost + previous.options.filter((o) => !taken.includes(o)).length : 0;
  const mayMove = Math.max(previous?.maxMoves ?? Infinity, previous?.lost ?? 0);
  const rules: [string, boolean][] = [
    ["once", new Set(taken.map((o) => options.case[o])).size === taken.length],
    ["person-a-day", new Set(days).size === days.length],
    ["max-cases", lists.every(({ maxCases }, list) => n[list]! <= (maxCases ?? Infinity))],
    ["minutes-fit", lists.every(({ length }, list) => n[list]! < 2 || planned[list]! <= length)],
    ["overrun", !overrun],
    ["operator-overlap", !overlap],
    ["capacity", capacities.every(({ quantity }, at) => used[at]! <= quantity)],
    [
      "reserve",
      reserves.every((each) => total(each.lists.map((l) => planned[l]!)) <= each.maxMinutes + 1e-9),
    ],
    ["pins", problem.pins.every((pin) => taken.includes(pin))],
    ["moves", moved <= mayMove],
  ];
  return {
    score: total(measures.map(({ weight }, at) => weight * amounts[at]!)),
    measures: Object.fromEntries(measures.map(({ id }, at) => [id, amounts[at]!])),
    broken: rules.filter(([, holds]) => !holds).map(([rule]) => rule),
  };
}
