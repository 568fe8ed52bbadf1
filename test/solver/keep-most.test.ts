import { describe, expect, it } from "vitest";
import { check } from "~solver/check";
import type { Problem } from "~solver/problem";
import type { Solved } from "~solver/solution";
import { solve } from "~solver/solve";
import { SMALL } from "~solver/price-phase";
import { list, one, problem, type Pair } from "./small-problem";

const RUN = { seed: 1, steps: 40, timeLimit: null, workers: 1 };
const LISTS = 45;
const OTHERS = 100;

/**
 * A large week: three earlier cases and many others. The first earlier case takes both kinds of bed, each other one of
 * them; there is one of each. Who keeps the first must move two.
 */
function clashing(maxMoves: number): Problem {
  const lists = Array.from({ length: LISTS }, (_, at) => list({ day: at }));
  const cases = Array.from({ length: 3 + LISTS * OTHERS }, (_, c) => one({ mean: 60 + (c % 50) }));
  const others = cases.slice(3).map((_, at): Pair => [3 + at, Math.floor(at / OTHERS), 1 + (at % 7)]);
  const earlier: Pair[] = [
    [0, 0, 9, 1],
    [1, 1, 9, 2],
    [2, 2, 9, 3],
  ];
  return problem(lists, cases, [...earlier, ...others], {
    usages: [[], [0, 1], [0], [1]],
    capacities: [
      { id: "bed", quantity: 1 },
      { id: "critical care", quantity: 1 },
    ],
    previous: { options: [0, 1, 2], movePrice: 0, lost: 0, maxMoves },
  });
}

describe("a large problem whose earlier places clash", () => {
  it("is planned within the fewest moves that are possible, with its lists filled", () => {
    const p = clashing(1);
    expect(p.options.case.length).toBeGreaterThan(SMALL);
    const solved = solve(p, RUN) as Solved;
    expect(solved.kind).toBe("solved");
    expect(check(p, solved.options).violations).toEqual([]);
    expect(solved.options.filter((option) => option < 3)).toEqual([1, 2]);
    expect(new Set(solved.options.map((option) => p.options.list[option])).size).toBe(LISTS);
  });

  it("is refused with fewer moves than that", () =>
    expect(solve(clashing(0), RUN)).toMatchObject({
      kind: "refused",
      clashes: [{ rule: "max-moves", limit: 0 }],
    }));
});
