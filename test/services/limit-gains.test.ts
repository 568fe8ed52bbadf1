import { describe, expect, it } from "vitest";
import { apartFromPerson, runBeside } from "~/cli/bench/relaxed";
import { CONTRACT_FILES, type PlanInput } from "~/domain/plan-input";
import type { Bottleneck, OneMore } from "~/domain/plan-reasons";
import { DEFAULT_POLICY } from "~/domain/policy";
import type { TheatreSession } from "~/domain/theatre";
import type { WarmQuestion } from "~/domain/warm-question";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { buildProblem } from "~/services/build-problem.server";
import { explainPlan } from "~/services/explain-plan.server";
import { planContext } from "~/services/planning/plan-context.server";
import { WarmWeek } from "~/services/warm/warm-week.server";
import { NO_ENGINES } from "~solver/engines/engine";
import type { Problem } from "~solver/problem";
import { solve } from "~solver/solve";
import { aTheatreSession, aWaitingListEntry } from "../factories";

/** The best plan there is: problems here are so small that each is proven. */
function best(problem: Problem) {
  const solution = solve(problem, { seed: 1, steps: 100, timeLimit: null, workers: 1 });
  if (solution.kind !== "solved") throw new Error(JSON.stringify(solution));
  expect(solution.score).toBe(solution.bound);
  return solution;
}

/** A week's plan: what binds it of one kind, and what the score gains in a problem made of its own. */
function planned(
  sessions: Partial<TheatreSession>[],
  entries: Partial<WaitingListEntry>[],
  overrunProbabilityMax = DEFAULT_POLICY.overrunProbabilityMax,
  resources: PlanInput["resources"] = [],
) {
  const input: PlanInput = {
    planDate: "2026-11-20",
    sessions: sessions.map((facts, at) => aTheatreSession({ sessionId: `S${at + 1}`, ...facts })),
    entries: entries.map((facts, at) =>
      aWaitingListEntry({
        ...{ pathwayId: `PP${at + 1}`, patientId: `L${at + 1}`, minutes: 100, minutesDeviation: 0 },
        ...facts,
      }),
    ),
    policy: { ...DEFAULT_POLICY, overrunProbabilityMax },
    ...{ resources, pins: [], previous: null, rejected: [], warnings: [], files: CONTRACT_FILES },
  };
  const context = planContext(input);
  const built = buildProblem(context);
  if (built.kind !== "built") throw new Error(JSON.stringify(built.faults));
  const { problem } = built;
  const solution = best(problem);
  const { bottlenecks } = explainPlan(context, built, solution);
  return {
    binds: (kind: Bottleneck["what"]["kind"]) => bottlenecks.filter(({ what }) => what.kind === kind),
    gainOf: (relaxed: (problem: Problem) => Problem) => best(relaxed(problem)).score - solution.score,
    score: solution.score,
    placed: solution.options.length,
    /** What the true figure of a question comes to, or why there is none. */
    asked: (question: WarmQuestion) => {
      const woken = WarmWeek.wake(input, solution, NO_ENGINES);
      if (woken.kind !== "ready") throw new Error(woken.sentence);
      const answer = woken.week.ask(question);
      return answer.kind === "answered" ? answer.change : answer;
    },
  };
}

describe("the limit of overrun", () => {
  /** Two cases of 100 minutes in 240, with a turnaround of 15: over 225 minutes, 24.8% at 29 each, 25.3% at 30. */
  const twoOf = (minutesDeviation: number, limit?: number) =>
    planned([{}], [{ minutesDeviation }, { minutesDeviation }], limit);
  const raised = (problem: Problem): Problem => ({ ...problem, overrunProbabilityMax: 0.3 });

  it("is worth the case that it alone keeps out, as a new plan confirms", () => {
    const { binds, gainOf, placed, asked } = twoOf(30);
    expect(placed).toBe(1);
    const gain = gainOf(raised);
    expect(gain).toBeGreaterThan(100);
    expect(asked({ kind: "overrun", to: 0.3 })).toBe(gain);
    expect(binds("overrun")).toEqual([
      { what: { kind: "overrun", from: 0.25, to: 0.3 }, points: gain, patients: 1 },
    ]);
  });

  it("does not bind where both pass", () => {
    const { binds, gainOf, placed } = twoOf(29);
    expect(placed).toBe(2);
    expect(gainOf(raised)).toBe(0);
    expect(binds("overrun")).toEqual([]);
  });

  it("is worth something up to the raised limit, 29.95% at 47, and nothing beyond, 30.09% at 48", () => {
    const [within, beyond] = [twoOf(47), twoOf(48)];
    expect(within.binds("overrun")).toMatchObject([{ points: within.gainOf(raised) }]);
    expect(beyond.gainOf(raised)).toBe(0);
    expect(beyond.binds("overrun")).toEqual([]);
  });

  it("cannot be raised above certainty", () => {
    expect(twoOf(30, 1).binds("overrun")).toEqual([]);
    expect(planned([{}], [{ minutes: 200 }, { minutes: 100 }], 0.97).binds("overrun")).toEqual([]);
  });

  it("is weighed in one plan: a case counts for one list only", () => {
    const spread = { minutesDeviation: 30 };
    const { binds, gainOf } = planned([{}, { theatre: "T2", surgeons: ["C2"] }], [spread, spread, spread]);
    expect(binds("overrun")).toMatchObject([{ points: gainOf(raised), patients: 1 }]);
  });
});

describe("two lists of one surgeon", () => {
  /** Numbers of the lists S2 and S1. */
  const emptyAndBeside = ({ lists }: Problem) =>
    ["S2", "S1"].map((session) => lists.findIndex(({ id }) => id === session)) as [number, number];

  const dayOf = (start: string) =>
    planned(
      [{ end: "12:30" }, { theatre: "T2", start, end: "16:30" }],
      [{}, {}, { clockStart: "2026-10-01" }, { clockStart: "2026-10-01" }],
    );

  it("that overlap are worth what the empty one takes beside the other, as a new plan confirms", () => {
    const { binds, gainOf, placed } = dayOf("12:29");
    expect(placed).toBe(2);
    const gain = gainOf((problem) => runBeside(problem, 0, 1));
    expect(binds("overlap")).toMatchObject([{ points: gain, patients: 2 }]);
    const { sessionId, beside } = binds("overlap")[0]!.what as Extract<OneMore, { kind: "overlap" }>;
    expect([sessionId, beside].sort()).toEqual(["S1", "S2"]);
  });

  it("that follow one another both run", () => {
    const { binds, placed } = dayOf("12:30");
    expect(placed).toBe(4);
    expect(binds("overlap")).toEqual([]);
  });

  it("are worth a case that moves there and lets another in", () => {
    // The empty list offers local anaesthetic alone; who has that stands in the third list, where the fourth waits.
    const local = { anaesthetic: "LA", clockStart: "2025-06-01" } as const;
    const general = { anaesthetic: "GA" } as const;
    const { binds, gainOf, placed } = planned(
      [
        {},
        { theatre: "T2", end: "10:30", anaesthetics: ["LA"] },
        { theatre: "T3", end: "10:30", surgeons: ["C2"] },
      ],
      [local, general, general, general],
    );
    expect(placed).toBe(3);
    const gain = gainOf((problem) => runBeside(problem, ...emptyAndBeside(problem)));
    expect(binds("overlap")).toEqual([
      { what: { kind: "overlap", sessionId: "S2", beside: "S1" }, points: gain, patients: 1 },
    ]);
  });

  it("say nothing where a third list keeps the surgeon all the same", () => {
    const { binds, placed } = planned(
      [
        { end: "10:30" },
        { theatre: "T2", start: "10:30", end: "12:30" },
        { theatre: "T3", start: "09:00", end: "12:00" },
      ],
      [{}, {}, {}],
    );
    expect(placed).toBe(2);
    expect(binds("overlap")).toEqual([]);
  });
});

describe("a patient's one case a day", () => {
  const twice = (date: string) =>
    planned(
      [{}, { theatre: "T2", surgeons: ["C2"], date }],
      [{ patientId: "L1" }, { patientId: "L1", treatmentFunction: "110" }],
    );

  it("is worth the second, as a new plan confirms", () => {
    const { binds, gainOf, placed } = twice("2026-12-14");
    expect(placed).toBe(1);
    const gain = Math.max(...[0, 1].map((one) => gainOf((problem) => apartFromPerson(problem, one))));
    expect(gain).toBeGreaterThan(100);
    expect(binds("secondCase")).toEqual([
      { what: expect.objectContaining({ kind: "secondCase", issuer: "RQM" }), points: gain, patients: 1 },
    ]);
  });

  it("does not bind on two days", () => {
    const { binds, placed } = twice("2026-12-15");
    expect(placed).toBe(2);
    expect(binds("secondCase")).toEqual([]);
  });
});

describe("the most cases of a list", () => {
  const most = (maxCases: number) => planned([{ maxCases }], [{}, {}]);
  const more = (problem: Problem): Problem => ({
    ...problem,
    lists: problem.lists.map((list) => ({ ...list, maxCases: list.maxCases! + 1 })),
  });

  it("are worth one more, as a new plan confirms", () => {
    const { binds, gainOf, asked } = most(1);
    expect(asked({ kind: "case", sessionId: "S1" })).toBe(gainOf(more));
    const [one] = binds("case");
    expect(one?.what).toEqual({ kind: "case", sessionId: "S1" });
    expect(one?.points).toBeGreaterThanOrEqual(gainOf(more));
    expect(gainOf(more)).toBeGreaterThan(100);
  });

  it("cannot be one more where there is no such limit, or no such session", () => {
    const { asked } = planned([{}], [{}]);
    expect(asked({ kind: "case", sessionId: "S1" })).toEqual({
      kind: "refused",
      sentences: ["Session S1 may hold any number of cases."],
    });
    expect(asked({ kind: "case", sessionId: "S9" })).toEqual({
      kind: "refused",
      sentences: ["Session S9 takes no cases."],
    });
  });

  it("bind no more where all have a place, nor where minutes are short", () => {
    expect(most(2).binds("case")).toEqual([]);
    const short = planned([{ maxCases: 2 }], [{}, {}, { minutes: 40 }]);
    expect(short.gainOf(more)).toBe(0);
    expect(short.binds("case")).toEqual([]);
  });
});

describe("pooling for everybody", () => {
  /** Patients of a surgeon who has no list, before and after they are pooled. */
  function pooling(
    sessions: Partial<TheatreSession>[],
    entries: Partial<WaitingListEntry>[],
    resources: PlanInput["resources"] = [],
  ) {
    const [before, after] = [false, true].map((pooled) => {
      const held = entries.map((facts) => ({ consultant: "C9", pooled, nights: 1, ...facts }));
      return planned(sessions, held, undefined, resources);
    });
    expect(before!.placed).toBe(0);
    return { told: before!.binds("rule"), gain: after!.score, patients: after!.placed };
  }
  const lifted = (entries: number) => ({ kind: "rule", rule: "surgeon", entries });

  it("is worth all whom a list then takes, as a new plan confirms", () => {
    const { told, gain, patients } = pooling([{}], [{}, {}, {}]);
    expect(patients).toBe(2);
    expect(told).toEqual([{ what: lifted(3), points: gain, patients }]);
  });

  it("is worth no more than the beds that two lists share", () => {
    const bed = {
      row: 2,
      resource: "bed",
      site: "RQM01",
      date: "2026-12-14",
      period: "night",
      quantity: 1,
    } as const;
    const other = { theatre: "T2", surgeons: ["C2"], treatmentFunctions: ["101"] };
    const { told, gain, patients } = pooling([{}, other], [{}, { treatmentFunction: "101" }], [bed]);
    expect(patients).toBe(1);
    expect(told).toEqual([{ what: lifted(2), points: gain, patients }]);
  });
});

describe("half an hour more", () => {
  const week = (end: string, last: Partial<WaitingListEntry>) =>
    planned([{ end }], [{ clockStart: "2026-07-20" }, { clockStart: "2026-07-20" }, last]);

  it.each([
    ["none more where one comes for another", { minutes: 140, clockStart: "2026-06-01" }, 0],
    ["one more where nobody makes way", { minutes: 25, clockStart: "2026-11-01" }, 1],
  ])("is worth %s, as a new plan confirms", (_, last, patients) => {
    const [now, longer] = [week("12:30", last), week("13:00", last)];
    expect(longer.score).toBeGreaterThan(now.score);
    expect(longer.placed - now.placed).toBe(patients);
    expect(now.binds("minutes")).toMatchObject([{ patients }]);
  });
});
