import { describe, expect, it } from "vitest";
import { faultsOf } from "~solver/door";
import { MOST_POINTS } from "~solver/door-weights";
import type { List, Problem } from "~solver/problem";
import { solve } from "~solver/solve";
import { demoProblem } from "./demo-problem";
import { randomProblem } from "./random-problem";
import { list, one, problem } from "./small-problem";

const plain = () =>
  problem(
    [list(), list({ day: 1 })],
    [one(), one()],
    [
      [0, 0, 3],
      [0, 1, 3],
      [1, 1, 4],
    ],
    {
      usages: [[0]],
      capacities: [{ id: "bed", quantity: 1 }],
      reserves: [{ id: "r", lists: [0], maxMinutes: 90.5 }],
    },
  );

/** Faults of the plain problem after a change. */
function faults(change: (p: Problem) => unknown): string[] {
  const changed = plain();
  change(changed);
  return faultsOf(changed);
}

describe("the door of the solver", () => {
  it("lets whole problems through", () => {
    expect(faultsOf(plain())).toEqual([]);
    for (let seed = 0; seed < 300; seed++) expect(faultsOf(randomProblem(seed))).toEqual([]);
  });

  it("lets the problem of a hub's week through", () =>
    expect(faultsOf(demoProblem({ provider: "RKE", scale: 0.25 }).built.problem)).toEqual([]));

  it("lets the amounts of a measure of lists be left out, of cases not", () => {
    const of = (measure: "case" | "list") =>
      faults((p) =>
        p.measures.forEach(({ of }, at) => {
          if (of === measure) p.options.amounts[at] = [];
        }),
      );
    expect(of("list")).toEqual([]);
    expect(of("case")).toContain("options.amounts[0]: expected 3 values as in options.case, got 0");
  });

  it.each<[string, (p: Problem) => unknown, string]>([
    [
      "a length below 0",
      (p) => (p.lists[1]!.length = -240),
      "lists[1].length: expected whole minutes > 0, got -240",
    ],
    [
      "a length that is not whole",
      (p) => (p.lists[0]!.length = 1.5),
      "lists[0].length: expected whole minutes > 0, got 1.5",
    ],
    [
      "a turnaround below 0",
      (p) => (p.lists[0]!.turnaround = -1),
      "lists[0].turnaround: expected whole minutes >= 0, got -1",
    ],
    [
      "a start that is no number",
      (p) => (p.lists[0]!.start = NaN),
      "lists[0].start: expected a whole number, got NaN",
    ],
    [
      "max cases below 0",
      (p) => (p.lists[0]!.maxCases = -1),
      "lists[0].maxCases: expected whole cases >= 0, or null, got -1",
    ],
    ["a mean of 0", (p) => (p.cases[1]!.mean = 0), "cases[1].mean: expected whole minutes > 0, got 0"],
    [
      "a deviation below 0",
      (p) => (p.cases[0]!.deviation = -2),
      "cases[0].deviation: expected a number >= 0, got -2",
    ],
    [
      "a deviation without end",
      (p) => (p.cases[0]!.deviation = Infinity),
      "cases[0].deviation: expected a number >= 0, got Infinity",
    ],
    [
      "a length beyond any list",
      (p) => (p.lists[1]!.length = 100_001),
      "lists[1].length: expected at most 100000 minutes, got 100001",
    ],
    [
      "a half point",
      (p) => (p.options.amounts[0]![1] = 0.5),
      "options.amounts[0][1]: expected a whole number, got 0.5",
    ],
    [
      "a case that is none",
      (p) => (p.options.case[2] = 2),
      "options.case[2]: expected the index of one of 2 cases, got 2",
    ],
    [
      "a list that is none",
      (p) => (p.options.list[0] = -1),
      "options.list[0]: expected the index of one of 2 lists, got -1",
    ],
    [
      "a usage that is none",
      (p) => (p.options.usage[0] = 1),
      "options.usage[0]: expected the index of one of 1 usages, got 1",
    ],
    [
      "a capacity that is none",
      (p) => (p.usages[0] = [1]),
      "usages[0][0]: expected the index of one of 1 capacities, got 1",
    ],
    [
      "a kit's capacity that is none",
      (p) => (p.lists[0]!.kitUsage = [[4]]),
      "lists[0].kitUsage[0][0]: expected the index of one of 1 capacities, got 4",
    ],
    [
      "a short column",
      (p) => p.options.usage.pop(),
      "options.usage: expected 3 values as in options.case, got 2",
    ],
    [
      "a missing row of amounts",
      (p) => p.options.amounts.pop(),
      "options.amounts: expected one row for each of 2 measures, got 1",
    ],
    [
      "options out of order",
      (p) => p.options.case.reverse(),
      "options.case[1]: expected at least 1, as options are ordered by case, got 0",
    ],
    [
      "a pair twice",
      (p) => (p.options.list[1] = 0),
      "options.list[1]: expected each list once for case 0, got 0 again",
    ],
    [
      "a quantity below 0",
      (p) => (p.capacities[0]!.quantity = -1),
      "capacities[0].quantity: expected a number >= 0, got -1",
    ],
    [
      "a reserve below 0",
      (p) => (p.reserves[0]!.maxMinutes = -1),
      "reserves[0].maxMinutes: expected a number >= 0, got -1",
    ],
    [
      "a reserve's list twice",
      (p) => p.reserves[0]!.lists.push(0),
      "reserves[0].lists[1]: expected each once, got 0 again",
    ],
    ["a pin that is none", (p) => p.pins.push(3), "pins[0]: expected the index of one of 3 options, got 3"],
    ["a pin twice", (p) => p.pins.push(1, 1), "pins[1]: expected each once, got 1 again"],
    [
      "a probability above 1",
      (p) => (p.overrunProbabilityMax = 1.1),
      "overrunProbabilityMax: expected a number from 0 to 1, got 1.1",
    ],
    [
      "a measure of nothing",
      (p) => ((p.measures[0] as { of: string }).of = "day"),
      'measures[0].of: expected "case" or "list", got "day"',
    ],
    [
      "a half weight",
      (p) => (p.measures[0]!.weight = 0.5),
      "measures[0].weight: expected a whole number, got 0.5",
    ],
    [
      "earlier places that are none",
      (p) => (p.previous = { options: [7], movePrice: -1, lost: 0, maxMoves: null }),
      "previous.movePrice: expected whole points >= 0, got -1",
    ],
  ])("refuses %s with its path", (_, change, fault) => expect(faults(change)[0]).toBe(fault));

  it.each<[string, (p: Partial<Problem>) => unknown, string[]]>([
    ["lists", (p) => delete p.lists, ["lists: expected a list, got undefined"]],
    ["options", (p) => delete p.options, ["options: expected an object, got undefined"]],
    [
      "columns of options",
      (p) => (p.options = { case: p.options!.case, list: 7, amounts: [3] } as never),
      [
        "options.list: expected a list, got 7",
        "options.usage: expected a list, got undefined",
        "options.amounts[0]: expected a list, got 3",
      ],
    ],
    ["a list", (p) => (p.lists![1] = null as never), ["lists[1]: expected an object, got null"]],
    [
      "operators and kits",
      (p) => {
        delete (p.lists![0] as Partial<List>).operators;
        p.lists![1]!.kitUsage = [0 as never];
        p.cases![1]!.kits = "C-arm" as never;
      },
      [
        "lists[0].operators: expected a list, got undefined",
        "lists[1].kitUsage[0]: expected a list, got 0",
        'cases[1].kits: expected a list, got "C-arm"',
      ],
    ],
    ["earlier places", (p) => delete p.previous, ["previous: expected an object, or null, got undefined"]],
  ])("refuses a problem without %s", (_, change, said) => expect(faults(change)).toEqual(said));

  it("refuses what is no problem at all", () =>
    expect([null, [], 4].flatMap((value) => faultsOf(value as never))).toEqual([
      "problem: expected an object, got null",
      "problem: expected an object, got []",
      "problem: expected an object, got 4",
    ]));

  it("names every fault", () =>
    expect(
      faults((p) => {
        p.lists[0]!.length = 0;
        p.cases[1]!.mean = -5;
      }),
    ).toHaveLength(2));

  it("refuses weights beyond safe integers with the largest that fits, which does fit", () => {
    const heavy = (weight: number) => faults((p) => (p.measures[0]!.weight = weight));
    const largest = Math.floor(MOST_POINTS / 3 / 10);
    expect(heavy(largest)).toEqual([]);
    expect(heavy(largest + 1)).toEqual([
      `measures[0].weight: expected at most ${largest}, so that sums of points stay whole, got ${largest + 1}`,
    ]);
    const p = plain();
    p.measures[0]!.weight = largest;
    expect(solve(p, { seed: 1, steps: null, timeLimit: null, workers: 1 })).toMatchObject({
      score: 4 * largest,
      bound: 4 * largest,
    });
  });

  it("is what solve asks first", () => {
    const p = plain();
    p.lists[1]!.length = -240;
    expect(solve(p, { seed: 1, steps: null, timeLimit: null, workers: 1 })).toEqual({
      kind: "malformed",
      faults: ["lists[1].length: expected whole minutes > 0, got -240"],
    });
  });
});
