import { describe, expect, it } from "vitest";
import { check } from "~solver/check";
import type { Control } from "~solver/control";
import type { Problem } from "~solver/problem";
import type { Change, WarmSolved } from "~solver/warm/change";
import { Warm } from "~solver/warm/warm";
import { solve } from "~solver/solve";
import type { Solved } from "~solver/solution";
import { list, one, problem } from "../small-problem";

const RUN = { seed: 1, steps: null, timeLimit: null, workers: 1 };

/** Three lists of 240 minutes of which two are of one day, twelve cases of 60 minutes, one bed on that day. */
const ward = (): Problem =>
  problem(
    [list(), list({ start: 780, end: 1020 }), list({ day: 1 })],
    Array.from({ length: 12 }, (_, c) =>
      one({ mean: 60 + (c % 3), deviation: 5, person: c < 2 ? 7 : 100 + c }),
    ),
    Array.from({ length: 12 }, (_, c) =>
      [0, 1, 2].map((l): [number, number, number, number] => [c, l, 20 - c, c % 4 === 0 && l < 2 ? 1 : 0]),
    ).flat(),
    { usages: [[], [0]], capacities: [{ id: "bed", quantity: 1 }] },
  );

const KNOWN = solve(ward(), RUN) as Solved;
const warmOn = (p: Problem) => Warm.from(p, KNOWN) as Warm;
const optionOf = ({ options }: Problem, c: number, l: number) =>
  options.case.findIndex((each, at) => each === c && options.list[at] === l);

describe("a warm solver", () => {
  it("stands on a known plan and its prices as on one that it found itself", () => {
    const p = ward();
    const warm = Warm.from(p, JSON.parse(JSON.stringify(KNOWN)) as Solved) as Warm;
    expect(warm.plan).toMatchObject({ options: KNOWN.options, score: KNOWN.score });
    expect(warm.plan.bound).toBeGreaterThanOrEqual(KNOWN.score);
    const change: Change = { pins: [optionOf(p, 11, 0)] };
    expect(warm.solve(change)).toEqual((Warm.from(p, null) as Warm).solve(change));
  });

  it("solves from nothing where plan or prices belong to another problem", () => {
    const p = ward();
    const others = { options: KNOWN.options, prices: { ...KNOWN.prices, cases: [1] } };
    expect((Warm.from(p, others) as Warm).plan.score).toBe(KNOWN.score);
    const clashing = { options: [0, 1], prices: KNOWN.prices };
    expect((Warm.from(p, clashing) as Warm).plan.score).toBe(KNOWN.score);
  });

  it("keeps pins, says what moved and by how much the score changed", () => {
    const p = ward();
    const warm = warmOn(p);
    const pin = optionOf(p, 11, 0);
    const answer = warm.solve({ pins: [pin] }) as WarmSolved;
    expect(answer.options).toContain(pin);
    expect(answer.moved.in).toContain(pin);
    expect(answer.change).toBeLessThan(0);
    const [out, moved] = [new Set(answer.moved.out), answer.moved.in];
    const rebuilt = [...warm.plan.options.filter((option) => !out.has(option)), ...moved];
    expect(rebuilt.sort((a, b) => a - b)).toEqual(answer.options);
    expect(check({ ...p, pins: [pin] }, answer.options)).toMatchObject({
      violations: [],
      score: answer.score,
    });
  });

  it("gives the same answer to the same question, whatever was asked between", () => {
    const p = ward();
    const warm = warmOn(p);
    const change: Change = { pins: [optionOf(p, 9, 1)], capacities: [{ capacity: 0, by: 1 }] };
    const first = warm.solve(change);
    warm.solve({ lists: [{ list: 0, minutes: 0 }] });
    warm.solve({ overrun: 0.01 });
    expect(warm.solve(change)).toEqual(first);
    expect(warmOn(p).solve(change)).toEqual(first);
  });

  it("moves nothing where nothing changes", () => {
    const warm = warmOn(ward());
    expect(warm.solve({})).toMatchObject({ moved: { out: [], in: [] }, change: 0 });
    const { options } = warm.plan;
    const free = ward().options.case.findIndex((_, option) => !options.includes(option));
    expect(warm.solve({ bans: { options: [free] } })).toMatchObject({ moved: { out: [], in: [] } });
  });

  it("keeps within so many moves of the plan it stands on", () => {
    const p = ward();
    const change = { pins: [optionOf(p, 11, 0)], maxMoves: 1 };
    const answer = warmOn(p).solve(change) as WarmSolved;
    expect(answer.moved.out).toHaveLength(1);
    expect(warmOn(p).solve({ ...change, maxMoves: 0 })).toMatchObject({
      kind: "refused",
      clashes: [{ rule: "max-moves", limit: 0 }],
    });
  });

  it("holds no case in a list that is closed, and none longer than one that is shorter", () => {
    const p = ward();
    const closed = warmOn(p).solve({ lists: [{ list: 0, minutes: 0 }] }) as WarmSolved;
    expect(closed.options.some((option) => p.options.list[option] === 0)).toBe(false);
    const shorter = warmOn(p).solve({ lists: [{ list: 0, minutes: 140 }] }) as WarmSolved;
    expect(shorter.options.filter((option) => p.options.list[option] === 0)).toHaveLength(2);
  });

  it("ends with a sound plan when time is out or it is stopped", () => {
    const p = ward();
    const ended = (control: Partial<Control>) =>
      warmOn(p).solve(
        { pins: [optionOf(p, 11, 0)] },
        {
          late: () => false,
          stopped: () => false,
          left: () => Infinity,
          report: () => undefined,
          ...control,
        },
      );
    for (const control of [{ late: () => true }, { stopped: () => true }]) {
      const answer = ended(control) as WarmSolved;
      expect(answer.kind).toBe("solved");
      expect(answer.bound).toBeGreaterThanOrEqual(answer.score);
    }
  });
});

describe("a change that cannot be had", () => {
  const p = ward();
  const refused = (change: Change) => warmOn(p).solve(change);

  it("is refused by the rules that its pins break, with amounts", () => {
    const both = [optionOf(p, 0, 0), optionOf(p, 4, 1)];
    expect(refused({ pins: both })).toMatchObject({
      kind: "refused",
      clashes: [{ rule: "capacity", subject: "bed", cases: [0, 4], amount: 2, limit: 1 }],
    });
    expect(refused({ pins: both, capacities: [{ capacity: 0, by: 1 }] })).toMatchObject({ kind: "solved" });
    expect(refused({ pins: [optionOf(p, 0, 2), optionOf(p, 1, 2)] })).toMatchObject({
      clashes: [{ rule: "person-a-day", subject: "7", amount: 2, limit: 1 }],
    });
    expect(refused({ pins: [optionOf(p, 3, 0), optionOf(p, 3, 1)] })).toMatchObject({
      clashes: [{ rule: "once", cases: [3], amount: 2, limit: 1 }],
    });
  });

  it("is refused where a pin lies in a closed list, or is banned", () => {
    const pins = [optionOf(p, 2, 0)];
    expect(refused({ pins, lists: [{ list: 0, minutes: 0 }] })).toMatchObject({
      clashes: [{ rule: "max-cases", lists: [0], amount: 1, limit: 0 }],
    });
    expect(refused({ pins, bans: { cases: [2] } })).toMatchObject({
      clashes: [{ rule: "ban", lists: [0], cases: [2], amount: 1, limit: 0 }],
    });
  });

  it("is malformed where it points to nothing or is no amount, with the path", () => {
    expect(refused({ pins: [99], capacities: [{ capacity: 0, by: -2 }] })).toEqual({
      kind: "malformed",
      faults: [
        "change.pins[0]: expected the index of one of 36 options, got 99",
        "change.capacities[0].by: expected whole units that leave 0 or more, got -2",
      ],
    });
    expect(refused({ capacities: [{ capacity: 0, by: -1 }] })).toMatchObject({ kind: "solved" });
    expect(refused({ lists: [{ list: 0, maxCases: -1 }] })).toMatchObject({
      faults: [expect.stringMatching(/^change.lists\[0\].maxCases: expected whole cases >= 0/)],
    });
    const none = { ...p, lists: p.lists.map((one, at) => (at === 0 ? { ...one, maxCases: 0 } : one)) };
    const asked = (maxCases: number) => warmOn(none).solve({ lists: [{ list: 0, maxCases }] });
    expect(asked(0)).toMatchObject({ kind: "solved" });
    expect(asked(1)).toMatchObject({ kind: "malformed" });
    const again = [
      { list: 1, minutes: 30 },
      { list: 1, minutes: 60 },
    ];
    expect(refused({ overrun: 1.1, lists: again, movePrice: 0.5 })).toMatchObject({
      faults: [
        "change.overrun: expected a number from 0 to 1, got 1.1",
        expect.stringMatching(/^change.movePrice: expected whole points/),
        "change.lists[1]: expected each once, got 1 again",
      ],
    });
  });
});
