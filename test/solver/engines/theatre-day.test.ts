import { afterAll, describe, expect, it } from "vitest";
import { check } from "~solver/check";
import { ALONE } from "~solver/control";
import { NO_ENGINES } from "~solver/engines/engine";
import { answerDay } from "~solver/engines/theatre-day";
import { engineThreads } from "~solver/engines/threads";
import { spawn } from "~solver/spawn";
import { changedProblem, type Change } from "~solver/warm/change";
import { solve } from "~solver/solve";
import { demoProblem } from "../demo-problem";
import { list, one, problem } from "../small-problem";
import { SOLVER_WORKER } from "../../setup/programs";

const RUN = { seed: 1, steps: null, timeLimit: null, workers: 1 };
const entry = SOLVER_WORKER.href;
const engines = engineThreads((work) => spawn(entry, work));
afterAll(() => engines.end());

/** Two lists on day 0, one on day 1; six cases of 60 minutes, of which three fit a list. */
const week = problem(
  [list(), list({ start: 780, end: 1020 }), list({ day: 1 })],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 1].map(() => one({ mean: 70 })),
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 1].flatMap((points, c) =>
    [0, 1, 2].map((l): [number, number, number] => [c, l, points]),
  ),
  { overrunProbabilityMax: 1 },
);
const solution = solve(week, RUN);
if (solution.kind !== "solved") throw new Error("the week has a plan");
const plan = solution.options;

const asked = (change: Change, day = 0, by = engines) => answerDay(week, plan, day, change, by, ALONE);

describe("a change on one theatre day", () => {
  it("places nobody anew where nothing changes", () =>
    expect(asked({})).toMatchObject({ kind: "solved", gained: 0, moved: [] }));

  it("fills a longer list from those without a place", () => {
    const answer = asked({ lists: [{ list: 0, minutes: 320 }] });
    expect(answer).toMatchObject({ kind: "solved", gained: 1, engine: "javascript-lp-solver" });
  });

  it("closes a list and keeps the dearest of the day in the other", () => {
    const answer = asked({ lists: [{ list: 0, minutes: 0 }] });
    if (answer.kind !== "solved") throw new Error("closing a list refuses nothing");
    expect(
      check(changedProblem(week, { lists: [{ list: 0, minutes: 0 }] }, plan), answer.options),
    ).toMatchObject({
      violations: [],
      score: answer.score,
    });
    const held = (options: readonly number[], day: number) =>
      options.filter((o) => week.lists[week.options.list[o]!]!.day === day);
    const points = (options: readonly number[]) => options.map((o) => week.options.amounts[0]![o]!);
    const most = points(held(plan, 0))
      .sort((a, b) => b - a)
      .slice(0, 3);
    expect(points(held(answer.options, 0)).sort((a, b) => b - a)).toEqual(most);
    expect(held(answer.options, 1)).toEqual(held(plan, 1));
    expect(answer.moved.every(({ from, to }) => from !== 2 && to !== 2 && to !== 0)).toBe(true);
  });

  it("forces a case in, and takes it from another day", () => {
    const elsewhere = plan.find((o) => week.options.list[o] === 2)!;
    const c = week.options.case[elsewhere]!;
    const pin = week.options.case.findIndex((each, o) => each === c && week.options.list[o] === 0);
    const answer = asked({ pins: [pin] });
    expect(answer).toMatchObject({ kind: "solved", options: expect.arrayContaining([pin]) });
    expect(answer).toMatchObject({ moved: expect.arrayContaining([{ case: c, from: 2, to: 0 }]) });
  });

  it("refuses what cannot be, with the rules that it breaks", () => {
    const two = week.options.list.flatMap((l, o) => (l === 0 ? [o] : [])).slice(0, 4);
    expect(asked({ pins: two })).toMatchObject({ kind: "refused" });
    expect(asked({ pins: [-1] })).toMatchObject({ kind: "malformed" });
  });

  it("gives a plan that keeps every rule without the engine too", () => {
    const answer = asked({ lists: [{ list: 0, minutes: 150 }] }, 0, NO_ENGINES);
    expect(answer).toMatchObject({ kind: "solved", engine: "none" });
  });
});

describe("a day of a demo week", () => {
  it("never falls below the old lists trimmed, and keeps every rule", () => {
    const { problem: demo } = demoProblem({ provider: "RQM", scale: 0.1 }).built;
    const solved = solve(demo, { ...RUN, steps: 50 });
    if (solved.kind !== "solved") throw new Error("the demo has a plan");
    for (const [at, { day, length }] of demo.lists.slice(0, 3).entries()) {
      const change = { lists: [{ list: at, minutes: length + 60 }] };
      const [by, without] = [engines, NO_ENGINES].map((e) =>
        answerDay(demo, solved.options, day, change, e, ALONE),
      );
      if (by?.kind !== "solved" || without?.kind !== "solved")
        throw new Error("a longer list refuses nothing");
      expect(check(changedProblem(demo, change, solved.options), by.options).violations).toEqual([]);
      expect(by.score).toBeGreaterThanOrEqual(without.score);
    }
  });
});
