import { expect, it } from "vitest";
import { clashes } from "~solver/check";
import { randomOf } from "~solver/random";
import { solve } from "~solver/solve";
import type { Solved } from "~solver/solution";
import type { WarmSolved } from "~solver/warm/change";
import { Warm } from "~solver/warm/warm";
import { demoProblem } from "../demo-problem";

const PINS = 5;
const DRAWS = 6;

/** Places of cases without one, of which no two break a rule together. */
function drawn(
  { problem, options }: { problem: Parameters<typeof solve>[0]; options: number[] },
  seed: number,
) {
  const random = randomOf(seed);
  const placed = new Set(options.map((option) => problem.options.case[option]!));
  const pins: number[] = [];
  for (let tries = 0; tries < 500 && pins.length < PINS; tries++) {
    const option = Math.floor(random() * problem.options.case.length);
    if (placed.has(problem.options.case[option]!)) continue;
    if (clashes(problem, [...pins, option]).length === 0) pins.push(option);
  }
  return pins;
}

it("proves what a week of a small hub loses to five cases forced in", () => {
  const { problem } = demoProblem({ provider: "RKE", scale: 0.25, seed: 1 }).built;
  const solved = solve(problem, { seed: 1, steps: null, timeLimit: null, workers: 1 }) as Solved;
  const warm = Warm.from(problem, solved) as Warm;
  const gaps = Array.from({ length: DRAWS }, (_, draw) => {
    const pins = drawn({ problem, options: solved.options }, draw + 1);
    expect(pins).toHaveLength(PINS);
    const { score, bound } = warm.solve({ pins }) as WarmSolved;
    return bound - score;
  });
  expect(gaps).toEqual(gaps.map(() => 0));
});
