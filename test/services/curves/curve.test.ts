import { describe, expect, it } from "vitest";
import { ranked, type Curve, type CurvePoint } from "~/services/curves/curve";
import { frontier } from "~/services/curves/frontier";
import { movedFrom } from "~/services/curves/moved";
import { movesCurve } from "~/services/curves/moves-curve";
import { overrunCurve } from "~/services/curves/overrun-curve";
import { CONTRACT_FILES, type PlanInput } from "~/domain/plan-input";
import { resolvePolicy, type PolicyOverrides } from "~/domain/resolve-policy";

const inputOf = (policy: PolicyOverrides = {}): PlanInput => ({
  ...{ planDate: "2026-11-20", policy: resolvePolicy(policy), files: CONTRACT_FILES },
  ...{ entries: [], sessions: [], resources: [], pins: [], previous: null, rejected: [], warnings: [] },
});

const MEASURES = { urgent: 0, waiting: 0, minutes: 0, dayCaseHub: 0, weeksWaited: 0 };
const aPoint = (facts: Partial<CurvePoint>): CurvePoint => ({
  ...{
    value: 0,
    chosen: false,
    dominated: false,
    score: 0,
    bound: 0,
    gap: 0,
    measures: MEASURES,
    priority: 0,
  },
  ...{ cases: 0, utilisation: 0, expectedOverrunMinutes: 0, expectedUnusedMinutes: 0, moved: 0 },
  ...facts,
});

function levelsOf(curve: Curve, done: CurvePoint[] = []) {
  const levels = [];
  for (let level = curve.next(done); level !== null; level = curve.next(done)) levels.push(level);
  return levels;
}

describe("levels of a curve", () => {
  it("let a minute weigh from 0 up, the policy's own weight marked", () => {
    const levels = levelsOf(frontier(inputOf()));
    expect(levels.map(({ value, chosen }) => [value, chosen])).toEqual([
      [0, false],
      [1, false],
      [2, true],
      [4, false],
      [8, false],
      [32, false],
      [128, false],
    ]);
    expect(levels[4]!.input.policy.weights).toEqual({ ...inputOf().policy.weights, minutes: 8 });
    const none = levelsOf(frontier(inputOf({ weights: { minutes: 0 } })));
    expect(none.filter(({ chosen }) => chosen).map(({ value }) => value)).toEqual([0]);
    expect(none).toHaveLength(7);
  });

  it("go from a strict overrun limit to a loose one, the policy's own among them", () => {
    const values = (policy: PolicyOverrides) => levelsOf(overrunCurve(inputOf(policy))).map((l) => l.value);
    expect(values({})).toEqual([0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5]);
    expect(values({ overrunProbabilityMax: 0.12 })).toContain(0.12);
  });

  it("take the moves to save from the plan without a limit", () => {
    const previous = { placements: [], movePrice: 0, maxMoves: 7 };
    const curve = movesCurve({ ...inputOf(), previous }, previous);
    const first = [curve.next([]), curve.next([])];
    expect(first.map((level) => [level!.value, level!.chosen])).toEqual([
      [null, false],
      [7, true],
    ]);
    const done = [aPoint({ value: null, moved: 20 }), aPoint({ value: 7, moved: 7 })];
    const rest = levelsOf(curve, done);
    expect(rest.map(({ value }) => value)).toEqual([0, 1, 2, 4, 8, 14]);
    expect(rest[3]!.input.previous).toEqual({ ...previous, maxMoves: 4 });
    expect(curve.count(done)).toBe(8);
  });
});

describe("points of a curve", () => {
  it("are dominated where another is as good in both and better in one; twins both stand", () => {
    const of = (minutes: number, priority: number) =>
      aPoint({ measures: { ...MEASURES, minutes }, priority, value: minutes });
    const found = ranked(frontier(inputOf()), [of(30, 5), of(10, 9), of(20, 9), of(20, 9), of(25, 4)]);
    expect(found.map(({ measures, dominated }) => [measures.minutes, dominated])).toEqual([
      [10, true],
      [20, false],
      [20, false],
      [25, true],
      [30, false],
    ]);
  });

  it("take the bound of a looser level where that is less", () => {
    const found = ranked(overrunCurve(inputOf()), [
      aPoint({ value: 0.4, score: 90, bound: 100 }),
      aPoint({ value: 0.05, score: 80, bound: 120 }),
      aPoint({ value: 0.5, score: 95, bound: 110 }),
    ]);
    expect(found.map(({ value, bound, gap }) => [value, bound, gap])).toEqual([
      [0.05, 100, 0.2],
      [0.4, 100, 0.1],
      [0.5, 110, 15 / 110],
    ]);
  });

  it("count who does not keep their session", () => {
    const plan = {
      sessions: [{ sessionId: "S1", cases: [{ pathwayId: "A", issuer: "R" }, { pathwayId: "B" }] }],
    } as unknown as Parameters<typeof movedFrom>[1];
    const stood = [
      { pathwayId: "A", sessionId: "S1" },
      { pathwayId: "A", issuer: "Q", sessionId: "S1" },
      { pathwayId: "B", sessionId: "S2" },
      { pathwayId: "C", sessionId: "S1" },
    ];
    expect(movedFrom(stood, plan)).toBe(3);
  });
});
