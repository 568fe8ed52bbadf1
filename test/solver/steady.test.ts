import { describe, expect, it } from "vitest";
import { blocksOf } from "~solver/blocks";
import { prepare } from "~solver/prepare";
import type { Problem } from "~solver/problem";
import { randomOf } from "~solver/random";
import type { SolveOptions } from "~solver/solution";
import { solve } from "~solver/solve";
import { check } from "~solver/check";
import { demoProblem } from "./demo-problem";
import { randomProblem } from "./random-problem";
import { list, one, problem } from "./small-problem";
import type { Pair } from "./small-problem";

const RUN: SolveOptions = { seed: 1, steps: 200, timeLimit: null, workers: 1 };

/** The whole answer as text. */
const answer = (p: Problem, changes: Partial<SolveOptions> = {}) =>
  JSON.stringify(solve(p, { ...RUN, ...changes }));

/** So many lists in groups of five, each group with cases of its own: large enough for several streams. */
function manyLists(count: number): Problem {
  const random = randomOf(count);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const lists = Array.from({ length: count }, (_, at) => list({ day: at % 5 }));
  const cases = Array.from({ length: 2 * count }, () => {
    const mean = whole(40, 110);
    return one({ mean, deviation: Math.round(mean * (0.2 + random() * 0.3)) });
  });
  const pairs = cases.flatMap((_, c): Pair[] => {
    const [group, points] = [c % (count / 5), whole(1, 50)];
    return Array.from({ length: 5 }, (_, at): Pair => [c, group * 5 + at, points + (at % 3), at % 2]);
  });
  const capacities = [{ id: "beds", quantity: count }];
  return problem(lists, cases, pairs, { usages: [[], [0]], capacities });
}

describe("same problem, seed and steps", () => {
  const hub = demoProblem({ provider: "RQM", scale: 0.3 }).built.problem;

  it("give the same answer, byte for byte, on any number of workers", () => {
    const first = answer(hub);
    for (const workers of [1, 8]) expect(answer(hub, { workers })).toBe(first);
  });

  it.each([
    [80, 2],
    [300, 4],
  ])("give the same answer with %i lists, searched in %i streams", (count, streams) => {
    const p = manyLists(count);
    expect(blocksOf(prepare(p)).count).toBeGreaterThanOrEqual(streams);
    const first = answer(p, { steps: 100 });
    expect(JSON.parse(first)).toMatchObject({ kind: "solved", steps: 100, endedBy: "steps" });
    expect(answer(p, { steps: 100, workers: streams })).toBe(first);
  });

  it("give the same answer to a copy of the problem, which is left as it was", () => {
    for (let seed = 0; seed < 30; seed++) {
      const [p, copy] = [randomProblem(seed), randomProblem(seed)];
      const first = answer(p, { steps: null });
      expect(p).toEqual(copy);
      expect(answer(copy, { steps: null })).toBe(first);
    }
  });

  it("give other answers to some other seeds and steps, all of them sound", () => {
    const texts = [2, 3].map((seed) => answer(hub, { seed }));
    expect(new Set(texts).size).toBeGreaterThan(1);
    expect(answer(hub, { steps: 20 })).not.toBe(answer(hub));
    for (const text of texts) {
      const solution = JSON.parse(text) as ReturnType<typeof solve>;
      if (solution.kind !== "solved") throw new Error(solution.kind);
      expect(check(hub, solution.options)).toMatchObject({ violations: [], score: solution.score });
      expect(solution.bound).toBeGreaterThanOrEqual(solution.score);
    }
  });
});
