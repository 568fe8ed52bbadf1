import { describe, expect, it } from "vitest";
import { check } from "~solver/check";
import { overrunProbability } from "~solver/overrun";
import type { Problem } from "~solver/problem";
import type { Violation } from "~solver/solution";
import { solve } from "~solver/solve";
import { list, one, problem } from "./small-problem";
import type { Pair } from "./small-problem";

const RUN = { seed: 1, steps: null, timeLimit: null, workers: 1 };

/** Two cases, one a list, and both in the first list. */
const APART: Pair[] = [
  [0, 0],
  [1, 1],
];
const TOGETHER: Pair[] = [
  [0, 0],
  [1, 0],
];
const wide = one({ mean: 100, deviation: 50 });
const risk = overrunProbability(230, 200, 5000);

/** A rule on each side of its border: the last options of `fits` may all be taken, those of `breaks` may not. */
interface Border {
  fits: Problem;
  breaks: Problem;
  taken?: number[];
  clash: Omit<Violation, "subject"> & { subject?: string };
}

const both = { lists: [0, 1], cases: [0, 1] };
const first = { lists: [0], cases: [0, 1] };
const of = <T>(make: (room: T) => Problem, fits: T, breaks: T) => ({
  fits: make(fits),
  breaks: make(breaks),
});

const BORDERS: Record<string, Border> = {
  once: {
    ...of(
      (second: number) => problem([list(), list({ day: 1 })], [one(), one()], [APART[0]!, [second, 1]]),
      1,
      0,
    ),
    clash: { rule: "once", lists: [0, 1], cases: [0], subject: "case 0", amount: 2, limit: 1 },
  },
  "person-a-day": {
    ...of(
      (day: number) => problem([list(), list({ day })], [one({ person: 7 }), one({ person: 7 })], APART),
      1,
      0,
    ),
    clash: { rule: "person-a-day", ...both, subject: "7", amount: 2, limit: 1 },
  },
  "max-cases": {
    ...of((maxCases: number) => problem([list({ maxCases })], [one(), one()], TOGETHER), 2, 1),
    clash: { rule: "max-cases", ...first, amount: 2, limit: 1 },
  },
  "minutes-fit": {
    ...of(
      (length: number) => problem([list({ length })], [one(), one()], TOGETHER, { overrunProbabilityMax: 1 }),
      130,
      129,
    ),
    clash: { rule: "minutes-fit", ...first, amount: 130, limit: 129 },
  },
  overrun: {
    ...of(
      (overrunProbabilityMax: number) => problem([list()], [wide, wide], TOGETHER, { overrunProbabilityMax }),
      risk + 1e-9,
      risk - 2e-6,
    ),
    clash: { rule: "overrun", ...first, amount: risk, limit: risk - 2e-6 },
  },
  "operator-overlap": {
    ...of(
      (start: number) =>
        problem(
          [list({ operators: [4] }), list({ operators: [9, 4], start, end: 960 })],
          [one(), one()],
          APART,
        ),
      720,
      719,
    ),
    clash: { rule: "operator-overlap", ...both, subject: "4", amount: 2, limit: 1 },
  },
  capacity: {
    ...of(
      (quantity: number) =>
        problem(
          [list(), list({ day: 1 })],
          [one(), one()],
          APART.map(([c, l]) => [c, l, 1, 1]),
          { usages: [[], [0]], capacities: [{ id: "bed", quantity }] },
        ),
      2,
      1.9,
    ),
    clash: { rule: "capacity", ...both, subject: "bed", amount: 2, limit: 1.9 },
  },
  "capacity taken by kits": {
    ...of(
      (quantity: number) =>
        problem(
          [list({ kitUsage: [[0]] }), list({ kitUsage: [[0]], day: 1 })],
          [one({ kits: [0] }), one({ kits: [0] }), one({ kits: [0] })],
          [...TOGETHER, [2, 1]],
          { capacities: [{ id: "stack", quantity }] },
        ),
      2,
      1,
    ),
    taken: [0, 1, 2],
    clash: {
      rule: "capacity",
      lists: [0, 1],
      cases: [0, 1, 2],
      subject: "stack",
      amount: 2,
      limit: 1,
    },
  },
  reserve: {
    ...of(
      (maxMinutes: number) =>
        problem([list(), list({ day: 1 })], [one(), one()], APART, {
          reserves: [{ id: "spare", lists: [0, 1], maxMinutes }],
        }),
      120,
      119.5,
    ),
    clash: { rule: "reserve", ...both, subject: "spare", amount: 120, limit: 119.5 },
  },
  "max-moves": {
    ...of(
      (maxMoves: number) =>
        problem(
          [list(), list({ day: 1 })],
          [one()],
          [
            [0, 0, 1],
            [0, 1, 5],
          ],
          { previous: { options: [0], movePrice: 0, lost: 2, maxMoves } },
        ),
      3,
      2,
    ),
    taken: [1],
    clash: { rule: "max-moves", lists: [], cases: [0], amount: 3, limit: 2 },
  },
};

describe.each(Object.entries(BORDERS))("%s", (_, { fits, breaks, taken = [0, 1], clash }) => {
  it("refuses pins that break it, with lists, cases, amount and limit", () =>
    expect(solve({ ...breaks, pins: taken }, RUN)).toEqual({
      kind: "refused",
      clashes: [{ subject: "", ...clash }],
    }));

  it("keeps pins that just fit", () =>
    expect(solve({ ...fits, pins: taken }, RUN)).toMatchObject({ kind: "solved", options: taken }));

  it("places all that fits, and no more without the last unit of room", () => {
    const [with_, without] = [solve(fits, RUN), solve(breaks, RUN)];
    expect(with_).toMatchObject({ kind: "solved", options: taken, endedBy: "proof" });
    if (with_.kind !== "solved" || without.kind !== "solved") throw new Error(without.kind);
    expect(without.endedBy).toBe("proof");
    expect(without.score).toBeLessThan(with_.score);
    expect(without.options.length).toBeGreaterThan(0);
    expect(check(breaks, without.options).violations).toEqual([]);
  });
});

describe("pins", () => {
  const pairs: Pair[] = [
    [0, 0, 1],
    [0, 1, 9],
    [1, 0, 5],
    [1, 1, 2],
  ];
  const week = [list({ maxCases: 1, operators: [1] }), list({ operators: [2], start: 600, end: 840 })];

  it("are kept where the case would bring more elsewhere", () => {
    const p = problem(week, [one(), one()], pairs);
    expect(solve(p, RUN)).toMatchObject({ options: [1, 2], score: 14, bound: 14 });
    expect(solve({ ...p, pins: [0] }, RUN)).toMatchObject({ options: [0, 3], score: 3, bound: 3 });
  });

  it("keep out of overlapping lists whoever else would operate there", () => {
    const same = week.map((each) => ({ ...each, operators: [1] }));
    const p = problem(same, [one(), one()], pairs, { pins: [0] });
    expect(solve(p, RUN)).toMatchObject({ options: [0], score: 1, bound: 1 });
  });

  it("of one case that is longer than its list are kept, and stay alone", () => {
    const p = problem([list()], [one({ mean: 300 }), one({ mean: 1 })], TOGETHER, { pins: [0] });
    expect(solve(p, RUN)).toMatchObject({ options: [0] });
  });

  it("that clash in several ways are refused with every clash", () => {
    const p = problem(week, [one({ person: 3 }), one({ person: 3 })], pairs, { pins: [0, 2, 1] });
    const refused = solve(p, RUN);
    if (refused.kind !== "refused") throw new Error(refused.kind);
    expect(refused.clashes.map(({ rule }) => rule)).toEqual(["once", "person-a-day", "max-cases"]);
  });

  it("that leave more moves than allowed are refused, though they do not clash", () => {
    const previous = { options: [1, 2], movePrice: 0, lost: 0, maxMoves: 1 };
    const p = problem(week, [one(), one()], pairs, { previous });
    expect(solve({ ...p, pins: [3] }, RUN)).toMatchObject({ kind: "solved", options: [1, 3] });
    expect(solve({ ...p, pins: [0, 3] }, RUN)).toEqual({
      kind: "refused",
      clashes: [{ rule: "max-moves", lists: [], cases: [0, 1], subject: "", amount: 2, limit: 1 }],
    });
  });
});
