import { describe, expect, it } from "vitest";
import { planOverruns } from "~/cli/bench/overrun/list-overruns";
import type { GuardedPlan } from "~/cli/bench/overrun/overrun-bench";
import { overrunGuards } from "~/cli/bench/overrun/overrun-guards";
import { overrunSection } from "~/cli/bench/overrun/overrun-report";
import { overrunProbability } from "~/domain/overrun";
import { list, one, problem } from "../../solver/small-problem";

const held = problem(
  [list({ length: 240, turnaround: 10 }), list({ length: 100, turnaround: 10 })],
  [one({ mean: 100, deviation: 30 }), one({ mean: 110, deviation: 40 }), one({ mean: 90, deviation: 60 })],
  [
    [0, 0],
    [1, 0],
    [2, 1],
  ],
);

describe("the lists of a plan", () => {
  const found = planOverruns(held, [0, 1, 2], 1);

  it("are looked at where they hold two cases or more, the turnarounds off their room", () => {
    expect(found).toMatchObject({ cases: 3, plannedMinutes: 220 + 90, lengthMinutes: 340 });
    expect(found.lists.map(({ byRule }) => byRule)).toEqual([overrunProbability(210, 2500, 230)]);
  });

  it("run over in simulation about as often as by the rule's law", () => {
    const [{ byRule, simulated }] = found.lists as [{ byRule: number; simulated: number }];
    expect(Math.abs(simulated - byRule)).toBeLessThan(0.02);
  });
});

it("sets limits beside slack, which takes minutes off every list and asks for no probability", () => {
  const guards = overrunGuards(held);
  expect(guards.map(({ limit }) => limit)).toEqual([
    0.05,
    0.15,
    0.25,
    0.4,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  const slack = guards.find(({ words }) => words === "slack 15%")!.problem;
  expect(slack.lists.map(({ length }) => length)).toEqual([204, 85]);
  expect(slack.overrunProbabilityMax).toBe(1);
  expect(held.lists[0]!.length).toBe(240);
});

const plan = (limit: number | null, lists: GuardedPlan["lists"], score = 1000): GuardedPlan => ({
  ...{ guard: { words: "guard", limit }, score, bound: limit === null ? null : 1100 },
  ...{ cases: 4, plannedMinutes: 300, lengthMinutes: 400, lists },
});

it("counts the lists beyond each threshold, and those that break their own limit in simulation", () => {
  const section = overrunSection("S", 1, [
    plan(0.05, [
      { byRule: 0.05, simulated: 0.09 },
      { byRule: 0.04, simulated: 0.04 },
    ]),
    plan(null, [
      { byRule: 0.26, simulated: 0.5 },
      { byRule: 0.25, simulated: 0.2 },
    ]),
  ]);
  expect(section.rows.slice(1)).toEqual([
    ["guard", "1,000", "1,100", "4", "75.0%", "2", "5.0%", "0.0%", "0.0%", "0.0%", "0.0%", "9.0%"],
    ["guard", "1,000", "", "4", "75.0%", "2", "26.0%", "100.0%", "100.0%", "50.0%", "0.0%", "50.0%"],
  ]);
  expect(section.after[0]).toMatch(/^Of the 2 lists planned under a limit, 1 ran over .* law is 4\.0%\.$/);
});

it("sets every plan beside the bound of each limit that all its lists keep", () => {
  const [kept, broken] = [
    { byRule: 0.25, simulated: 0.25 },
    { byRule: 0.26, simulated: 0.26 },
  ];
  const within = overrunSection("S", 1, [
    plan(0.25, [kept]),
    plan(null, [kept], 1100),
    plan(null, [kept, broken], 9999),
  ]);
  expect(within.after[1]).toMatch(/: 2 pairs of plan and limit, in 0 of which the score is above/);
  const above = overrunSection("S", 1, [plan(0.25, [kept]), plan(null, [kept], 1101)]);
  expect(above.after[1]).toMatch(/: 2 pairs of plan and limit, in 1 of which the score is above/);
});
