import { describe, expect, it } from "vitest";
import { check } from "~solver/check";
import { overrunProbability } from "~solver/overrun";
import type { Problem } from "~solver/problem";
import { list, one, problem } from "./small-problem";

/** Names and amounts of the rules that these options break. */
const broken = (p: Problem, options: number[]) =>
  check(p, options).violations.map(({ rule, amount, limit }) => [rule, amount, limit]);

describe("once", () => {
  const p = problem(
    [list(), list({ day: 1 })],
    [one()],
    [
      [0, 0],
      [0, 1],
    ],
  );
  it("keeps a case in one list", () => expect(broken(p, [0])).toEqual([]));
  it("breaks with a case in two lists", () => expect(broken(p, [0, 1])).toEqual([["once", 2, 1]]));
});

describe("person a day", () => {
  const of = (day: number) =>
    problem(
      [list(), list({ day })],
      [one({ person: 1 }), one({ person: 1 })],
      [
        [0, 0],
        [1, 1],
      ],
    );
  it("keeps two cases of a person on two days", () => expect(broken(of(1), [0, 1])).toEqual([]));
  it("breaks with two on one day", () => expect(broken(of(0), [0, 1])).toEqual([["person-a-day", 2, 1]]));
});

describe("max cases", () => {
  const of = (maxCases: number | null) =>
    problem(
      [list({ maxCases })],
      [one(), one()],
      [
        [0, 0],
        [1, 0],
      ],
    );
  it("keeps as many as allowed", () => expect(broken(of(2), [0, 1])).toEqual([]));
  it("keeps any number without a limit", () => expect(broken(of(null), [0, 1])).toEqual([]));
  it("breaks with one more", () => expect(broken(of(1), [0, 1])).toEqual([["max-cases", 2, 1]]));
});

describe("minutes fit", () => {
  const of = (mean: number) =>
    problem(
      [list()],
      [one({ mean }), one({ mean: 100 })],
      [
        [0, 0],
        [1, 0],
      ],
      { overrunProbabilityMax: 1 },
    );
  it("keeps means and a turnaround up to the length", () => expect(broken(of(130), [0, 1])).toEqual([]));
  it("breaks with a minute more", () => expect(broken(of(131), [0, 1])).toEqual([["minutes-fit", 241, 240]]));
  it("leaves one case to what its option decided", () => expect(broken(of(500), [0])).toEqual([]));
});

describe("overrun", () => {
  const pair = [one({ mean: 90, deviation: 40 }), one({ mean: 95, deviation: 40 })];
  const risk = overrunProbability(230, 185, 3200);
  const of = (overrunProbabilityMax: number) =>
    problem(
      [list()],
      pair,
      [
        [0, 0],
        [1, 0],
      ],
      { overrunProbabilityMax },
    );
  it("keeps a probability at the limit", () => expect(broken(of(risk), [0, 1])).toEqual([]));
  it("keeps one within the tolerance", () => expect(broken(of(risk - 0.9e-6), [0, 1])).toEqual([]));
  it("breaks beyond the tolerance", () =>
    expect(broken(of(risk - 1.2e-6), [0, 1])).toEqual([["overrun", risk, risk - 1.2e-6]]));
  it("lets one case hold its list whatever the probability", () => {
    const p = problem([list()], [one({ mean: 235, deviation: 100 })], [[0, 0]], {
      overrunProbabilityMax: 0.01,
    });
    expect(broken(p, [0])).toEqual([]);
  });
});

describe("operator overlap", () => {
  const of = (second: Parameters<typeof list>[0]) =>
    problem(
      [list({ operators: [7] }), list({ operators: [3, 7], ...second })],
      [one(), one()],
      [
        [0, 0],
        [1, 1],
      ],
    );
  it("keeps lists that touch in time", () =>
    expect(broken(of({ start: 720, end: 900 }), [0, 1])).toEqual([]));
  it("keeps lists of other days", () => expect(broken(of({ day: 1 }), [0, 1])).toEqual([]));
  it("keeps overlapping lists of other operators", () =>
    expect(broken(of({ operators: [8] }), [0, 1])).toEqual([]));
  it("keeps overlapping lists of which one is empty", () => expect(broken(of({}), [0])).toEqual([]));
  it("breaks when both hold cases", () =>
    expect(broken(of({ start: 719, end: 900 }), [0, 1])).toEqual([["operator-overlap", 2, 1]]));
});

describe("capacity", () => {
  const of = (quantity: number) =>
    problem(
      [list(), list({ day: 1 })],
      [one(), one()],
      [
        [0, 0, 1, 1],
        [1, 1, 1, 2],
      ],
      {
        usages: [[], [0], [0, 1]],
        capacities: [
          { id: "night 1", quantity },
          { id: "night 2", quantity: 1 },
        ],
      },
    );
  it("keeps what is there", () => expect(broken(of(2), [0, 1])).toEqual([]));
  it("breaks with a unit more", () => expect(broken(of(1), [0, 1])).toEqual([["capacity", 2, 1]]));
  it("names the capacity, its lists and cases", () =>
    expect(check(of(1), [0, 1]).violations).toMatchObject([
      { subject: "night 1", lists: [0, 1], cases: [0, 1] },
    ]));
});

describe("kit", () => {
  const cases = [one({ kits: [0] }), one({ kits: [0] }), one({ kits: [0] })];
  const of = (quantity: number) =>
    problem(
      [list({ kitUsage: [[0]] }), list({ kitUsage: [[0]], start: 800, end: 1000 })],
      cases,
      [
        [0, 0],
        [1, 0],
        [2, 1],
      ],
      {
        capacities: [{ id: "stack", quantity }],
      },
    );
  it("charges a list once for all its cases", () => expect(broken(of(1), [0, 1])).toEqual([]));
  it("charges each list", () => expect(broken(of(1), [0, 1, 2])).toEqual([["capacity", 2, 1]]));
  it("keeps a kit for each list", () => expect(broken(of(2), [0, 1, 2])).toEqual([]));
});

describe("reserve", () => {
  const of = (maxMinutes: number) =>
    problem(
      [list(), list({ day: 1 })],
      [one(), one(), one()],
      [
        [0, 0],
        [1, 0],
        [2, 1],
      ],
      {
        reserves: [{ id: "spare", lists: [0, 1], maxMinutes }],
      },
    );
  it("keeps planned minutes up to the limit", () => expect(broken(of(190), [0, 1, 2])).toEqual([]));
  it("breaks with less room", () => expect(broken(of(189.5), [0, 1, 2])).toEqual([["reserve", 190, 189.5]]));
});

describe("pins and moves", () => {
  const pairs: Parameters<typeof problem>[2] = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ];
  const of = (changes: Partial<Problem>) =>
    problem([list(), list({ day: 1 })], [one(), one()], pairs, changes);
  it("keeps a pin that is taken", () => expect(broken(of({ pins: [1] }), [1, 2])).toEqual([]));
  it("breaks without it", () => expect(broken(of({ pins: [1] }), [0, 2])).toEqual([["pin", 0, 1]]));
  const previous = { options: [0, 2], movePrice: 0, lost: 1, maxMoves: 2 };
  it("counts lost and moved cases up to the limit", () =>
    expect(broken(of({ previous }), [0, 3])).toEqual([]));
  it("breaks with one more", () => expect(broken(of({ previous }), [1, 3])).toEqual([["max-moves", 3, 2]]));
  it("takes a limit below what is lost as that", () => {
    expect(broken(of({ previous: { ...previous, maxMoves: 0 } }), [0, 2])).toEqual([]);
    expect(broken(of({ previous: { ...previous, maxMoves: 0 } }), [0, 3])).toEqual([["max-moves", 2, 1]]);
  });
});

describe("score", () => {
  const measures: Problem["measures"] = [
    { id: "points", of: "case", weight: 3 },
    { id: "minutes", of: "list", weight: 2 },
  ];
  const p = problem(
    [list(), list({ length: 50 })],
    [one(), one(), one()],
    [
      [0, 0, 5],
      [1, 0, 7],
      [2, 1, 1],
    ],
    { measures },
  );
  it("sums weights times measures", () =>
    expect(check(p, [0, 1])).toMatchObject({
      score: 3 * 12 + 2 * 130,
      measures: { points: 12, minutes: 130 },
    }));
  it("counts a list up to its length", () => expect(check(p, [2]).measures.minutes).toBe(50));
  it("is nothing for an empty plan", () => expect(check(p, [])).toMatchObject({ score: 0, violations: [] }));
  it("throws for an option that is none", () => expect(() => check(p, [9])).toThrow("option 9"));
});
