import { describe, expect, it } from "vitest";
import { ALONE, type Control } from "~solver/control";
import type { Progress } from "~solver/solution";
import { solve } from "~solver/solve";
import { randomOf } from "~solver/random";
import { list, one, problem, type Pair } from "./small-problem";

/** A week too large to be settled by its prices. */
function week() {
  const random = randomOf(5);
  const lists = Array.from({ length: 12 }, (_, at) => list({ day: at % 5 }));
  const cases = Array.from({ length: 90 }, () =>
    one({ mean: 20 + Math.floor(random() * 70), deviation: 12 }),
  );
  const pairs = cases.flatMap((_, c) =>
    lists.flatMap((_, l): Pair[] => (random() < 0.6 ? [[c, l, Math.floor(random() * 300)]] : [])),
  );
  return problem(lists, cases, pairs);
}

function reports(): Omit<Progress, "seconds">[] {
  const told: Omit<Progress, "seconds">[] = [];
  const control: Control = { ...ALONE, report: (one) => void told.push(one) };
  solve(week(), { seed: 1, steps: 4000, timeLimit: null, workers: 1 }, control);
  return told;
}

/** One run for all of these tests. */
const TOLD = reports();
const ORDER = ["prices", "search", "proof"];

describe("the progress of a solve", () => {
  it.each(["prices", "search"] as const)("counts the steps of the %s", (phase) => {
    const told = TOLD.filter((one) => one.phase === phase);
    expect(told.length).toBeGreaterThan(10);
    const steps = told.map((one) => one.steps);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(new Set(steps).size).toBeGreaterThan(10);
    for (const one of told) expect(one.steps).toBeLessThanOrEqual(one.stepsPlanned);
  });

  it("goes on telling while it mends the plan and proves it, and never turns back", () => {
    const phases = TOLD.map(({ phase }) => phase);
    expect([...new Set(phases)]).toEqual(["prices", "search", "proof"]);
    expect(phases).toEqual([...phases].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
    const mending = TOLD.filter(({ phase, steps }) => phase === "search" && steps === 4000);
    expect(mending.length).toBeGreaterThan(1);
  });

  it("tells the best plan as it is found, never above the bound", () => {
    const scores = TOLD.flatMap(({ score, bound }) => (score === null ? [] : [{ score, bound: bound! }]));
    for (const { score, bound } of scores) expect(score).toBeLessThanOrEqual(bound);
    expect(scores.map(({ score }) => score)).toEqual(scores.map(({ score }) => score).sort((a, b) => a - b));
    expect(scores.at(-1)!.score).toBeGreaterThan(scores[0]!.score);
  });
});
