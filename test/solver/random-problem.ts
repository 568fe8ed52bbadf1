import type { Case, List, Options, Previous, Problem, Reserve } from "~solver/problem";
import { randomOf } from "~solver/random";

/** Largest number of cases, and the means (minutes) of most of them. */
export interface Size {
  cases: number;
  means: [least: number, most: number];
}

/** Few short cases, several to a list; and as many as a list of a week's waiting may have, two or three to a list. */
export const FEW: Size = { cases: 8, means: [15, 90] };
export const MANY: Size = { cases: 30, means: [50, 110] };

/** A problem of at most 4 lists that stresses every rule at once; the same for the same seed. Pins may clash. */
export function randomProblem(seed: number, size: Size = FEW): Problem {
  const random = randomOf(seed);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const chance = (p: number) => random() < p;
  const some = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const kits = whole(0, 2);
  const capacities = Array.from({ length: whole(0, 4) }, (_, at) => ({
    id: `capacity ${at}`,
    quantity: whole(0, 3),
  }));
  const anyCapacities = (most: number) =>
    capacities.flatMap((_, at) => (chance(0.4) ? [at] : [])).slice(0, most);
  const usages = [[], ...Array.from({ length: 3 }, () => anyCapacities(2))];
  const wide = chance(0.3);

  const lists: List[] = Array.from({ length: whole(0, 4) }, (_, at) => {
    const start = some([480, 540, 780]);
    const length = some([120, 180, 240, 300]);
    const operators = [whole(0, 2), ...(chance(0.2) ? [whole(0, 2)] : [])];
    return {
      id: `list ${at}`,
      day: whole(0, 1),
      start,
      end: start + length,
      length: length - (chance(0.2) ? whole(1, 60) : 0),
      turnaround: some([0, 5, 10, 15]),
      maxCases: chance(0.25) ? whole(0, 3) : null,
      operators: [...new Set(operators)],
      kitUsage: Array.from({ length: kits }, () => anyCapacities(2)),
    };
  });
  lists.sort((a, b) => a.day - b.day || a.start - b.start);

  const cases: Case[] = Array.from({ length: whole(0, size.cases) }, (_, at) => {
    const mean = chance(0.1) ? whole(100, 300) : whole(...size.means);
    return {
      id: `case ${at}`,
      person: chance(0.25) ? whole(0, 2) : 10 + at,
      mean,
      deviation: chance(0.05) ? 0 : mean * (wide ? random() * 2 : 0.1 + random() * 0.5),
      kits: Array.from({ length: kits }, (_, kit) => kit).filter(() => chance(0.3)),
    };
  });

  const options: Options = { case: [], list: [], usage: [], amounts: [[], [], []] };
  cases.forEach((one, c) =>
    lists.forEach((list, l) => {
      if (!chance(0.7) || (one.mean > list.length && !chance(0.1))) return;
      options.case.push(c);
      options.list.push(l);
      options.usage.push(whole(0, usages.length - 1));
      options.amounts[0]?.push(some([0, 0, 1, 2, 16]));
      options.amounts[1]?.push(whole(0, 60));
      options.amounts[2]?.push(0);
    }),
  );

  const option = () => whole(0, options.case.length - 1);
  const any = options.case.length > 0;
  const pins = any && chance(0.25) ? [...new Set(Array.from({ length: whole(1, 2) }, option))] : [];
  const reserves: Reserve[] =
    chance(0.25) && lists.length > 0
      ? [
          {
            id: "reserve",
            lists: lists.flatMap((_, l) => (chance(0.6) ? [l] : [])),
            maxMinutes: whole(0, 400) + random(),
          },
        ]
      : [];
  const [points, minutes] = [some([0, 1, 100, 1000]), some([0, 1, 2])];
  return {
    lists,
    cases,
    handOrder: cases.map((_, c) => c).sort(() => random() - 0.5),
    options,
    usages,
    capacities,
    reserves,
    pins,
    measures: [
      { id: "points", of: "case", weight: points },
      { id: "weeks", of: "case", weight: some([0, 1]) },
      { id: "minutes", of: "list", weight: minutes },
    ],
    overrunProbabilityMax: some([0, 0.01, 0.05, 0.15, 0.25, 0.25, 0.25, 0.4, 0.5, 0.7, 1]),
    previous: null,
  };
}

/** The same problem with earlier places: those of some plan, a price for a move and perhaps a limit. */
export function withPrevious(problem: Problem, before: readonly number[], seed: number): Problem {
  const random = randomOf(seed);
  const limit = Math.floor(random() * 3);
  const previous: Previous = {
    options: before.filter(() => random() < 0.8),
    movePrice: random() < 0.5 ? 0 : 50,
    lost: random() < 0.3 ? 1 : 0,
    maxMoves: random() < 0.5 ? null : limit,
  };
  return { ...problem, previous };
}
