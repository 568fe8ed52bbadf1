import { expect, it } from "vitest";
import { CONTRACT_FILES, type PlanInput } from "~/domain/plan-input";
import { resolvePolicy } from "~/domain/resolve-policy";
import { curveCsv } from "~/cli/curves/curve-csv";
import { CURVE_NAMES } from "~/cli/curves/curve-names";
import { curveSvg } from "~/cli/curves/curve-svg";
import { curveWords } from "~/cli/curves/curve-words";
import { drawCurve } from "~/services/curves/draw-curve.server";
import { frontier } from "~/services/curves/frontier";
import type { makePlan, PlanOutcome, PlanRun } from "~/services/make-plan.server";

const INPUT: PlanInput = {
  ...{ planDate: "2026-11-20", policy: resolvePolicy({}), files: CONTRACT_FILES },
  ...{ entries: [], sessions: [], resources: [], pins: [], previous: null, rejected: [], warnings: [] },
};
const RUN: PlanRun = { seed: 1, steps: 1, timeLimit: null, workers: 1, worker: "none" };

/** A plan that fills more minutes and places fewer urgent patients the more a minute weighs. */
function planAt(weight: number, minutes = 400 + 2 * weight): Extract<PlanOutcome, { kind: "planned" }> {
  const measures = {
    ...{ urgent: 40 - weight, waiting: 10, minutes, dayCaseHub: 0, weeksWaited: 0 },
  };
  const list = { expectedOverrunMinutes: 4.4, expectedUnusedMinutes: 30.2 };
  const plan = { score: 900 + weight, bound: 1000, gap: 0.1, measures, sessions: [{ ...list, cases: [] }] };
  const comparison = { plan: { figures: { cases: 9, lengthMinutes: 800 } } };
  return { kind: "planned", endedBy: "steps", plan, comparison } as unknown as ReturnType<typeof planAt>;
}

/** Draws a frontier; `answer` stands for the planner. */
async function drawn(answer: (weight: number) => PlanOutcome, stop?: AbortSignal) {
  const make: typeof makePlan = ({ policy }) => Promise.resolve(answer(policy.weights.minutes));
  const levels: string[] = [];
  const run = stop ? { ...RUN, stop } : RUN;
  const found = await drawCurve(
    frontier(INPUT),
    INPUT,
    planAt(2),
    run,
    (at, of) => levels.push(`${at}/${of}`),
    make,
  );
  return { ...found, levels, values: found.points.map(({ value }) => value) };
}

it("solves each level but the chosen one, in order", async () => {
  const found = await drawn((weight) => planAt(weight));
  expect(found.ended).toEqual({ kind: "whole" });
  expect(found.values).toEqual([0, 1, 2, 4, 8, 32, 128]);
  expect(found.levels).toEqual(["1/7", "2/7", "4/7", "5/7", "6/7", "7/7"]);
  expect(found.points[3]).toMatchObject({
    ...{ chosen: false, dominated: false, priority: 36 * 1000 + 10 * 100, utilisation: 408 / 800 },
    ...{ cases: 9, expectedOverrunMinutes: 4, expectedUnusedMinutes: 30, moved: 0 },
  });
});

it("keeps the points before a stop and the chosen one, and drops the one under way", async () => {
  const stop = new AbortController();
  const found = await drawn((weight) => {
    if (weight === 1) stop.abort();
    return planAt(weight);
  }, stop.signal);
  expect(found).toMatchObject({ values: [0, 2], ended: { kind: "stopped", of: 7 } });
});

it("goes on past a level without a plan, and ends at a fault of the search", async () => {
  const fault = { file: "pins.csv", row: 2, column: "", value: "", message: "two pins clash" };
  const found = await drawn((weight) => {
    if (weight === 8) return { kind: "crashed", word: "out of memory", message: "" };
    return weight === 0 ? { kind: "refused", faults: [fault] } : planAt(weight);
  });
  expect(found.values).toEqual([1, 2, 4]);
  const said = curveWords(CURVE_NAMES.frontier, found, ["a.csv", "a.svg"]);
  expect(said).toContain("weight 0: no plan. pins.csv:2 two pins clash");
  expect(said).toContain("out of memory");
  expect(said).toMatch(/weight 2 .* your policy/);
});

it("is written as a table and as a picture that speaks", async () => {
  const { points } = await drawn((weight) => (weight === 4 ? planAt(4, 401) : planAt(weight)));
  const table = curveCsv(CURVE_NAMES.frontier, points).split("\r\n");
  expect(table[0]).toMatch(
    /^Weight of a minute,Chosen policy,Dominated,Priority points,Score,Bound,Gap,urgent/,
  );
  expect(table).toContain("2,Y,N,39000,902,1000,0.1,38,10,404,0,0,9,0.505,4,30,0");
  expect(table).toHaveLength(9);
  const picture = curveSvg(CURVE_NAMES.frontier, frontier(INPUT), points);
  expect(picture).toContain('role="img" aria-labelledby="title about"');
  expect(picture).toContain(
    "weight 2, your policy: Planned minutes 404, Priority points 39,000; bound 1,000, gap 10%.",
  );
  expect(picture.match(/<circle class="point"/g)).toHaveLength(5);
  expect(picture.match(/<circle class="dominated"/g)).toHaveLength(1);
  expect(picture).not.toMatch(/NaN|undefined|Infinity/);
  const lonely = curveSvg(CURVE_NAMES["overrun-curve"], frontier(INPUT), points.slice(0, 1));
  expect(lonely).not.toMatch(/NaN|undefined|Infinity/);
});
