import { describe, expect, it } from "vitest";
import { solve } from "~solver/solve";
import type { Solved } from "~solver/solution";
import { list, one, problem } from "./small-problem";

const RUN = { seed: 1, steps: null, timeLimit: null, workers: 1 };
const beds = (quantity: number) =>
  problem(
    [list()],
    [9, 8, 7, 3, 3].map(() => one({ mean: 50 })),
    [
      [0, 0, 9, 1],
      [1, 0, 8, 1],
      [2, 0, 7, 1],
      [3, 0, 3],
      [4, 0, 3],
    ],
    { usages: [[], [0]], capacities: [{ id: "bed", quantity }] },
  );
const solved = (quantity: number) => solve(beds(quantity), RUN) as Solved;

describe("prices of a solution", () => {
  it("cover the plan: units at their price and lists at their ceiling are worth at least its score", () => {
    const { prices, score } = solved(1);
    const sum = prices.capacities[0]! + prices.lists[0]!.ceiling + prices.cases.reduce((a, b) => a + b, 0);
    expect(sum).toBeGreaterThanOrEqual(score);
  });

  it("price the bed that is short, never below what one more brings, and one that is plenty at nothing", () => {
    const gain = solved(2).score - solved(1).score;
    const [price] = solved(1).prices.capacities;
    expect(gain).toBe(8);
    expect(price).toBeGreaterThanOrEqual(gain - 0.1);
    expect(price).toBeLessThanOrEqual(solved(1).score - solved(0).score + 0.1);
    expect(solved(9).prices.capacities).toEqual([0]);
  });

  it("are on the grid of the bound, so that sums of them are exact", () => {
    const price = solved(1).prices.capacities[0]! * 2 ** 20;
    expect(price).toBe(Math.round(price));
  });
});
