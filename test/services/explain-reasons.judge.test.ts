import { describe, expect, it } from "vitest";
import { sessionLength } from "~/domain/session-time";
import { CONTRACT_FILES, type PlanInput } from "~/domain/plan-input";
import { DEFAULT_POLICY } from "~/domain/policy";
import { buildProblem, type BuiltProblem } from "~/services/build-problem.server";
import { explainPlan } from "~/services/explain-plan.server";
import { Changes, type Found } from "~/services/explain/changes.server";
import { FinalLists } from "~/services/explain/final-lists.server";
import { openings } from "~/services/explain/openings.server";
import { planContext } from "~/services/planning/plan-context.server";
import { check } from "~solver/check";
import type { Problem } from "~solver/problem";
import { solve } from "~solver/solve";
import { aTheatreSession, aWaitingListEntry } from "../factories";
import { makeInstance, readInput } from "../setup/instance";
import { SHARED } from "../setup/shared";

function planned(input: PlanInput, steps = 200) {
  const context = planContext(input);
  const built = buildProblem(context);
  if (built.kind !== "built") throw new Error(JSON.stringify(built.faults));
  const solution = solve(built.problem, { seed: 1, steps, timeLimit: null, workers: 1 });
  if (solution.kind !== "solved") throw new Error(JSON.stringify(solution));
  return { input, context, built, solution };
}

/** The problem with one unit more. */
function relieved(built: BuiltProblem, { what }: Found, input: PlanInput): Problem {
  const { problem } = built;
  if (what.kind === "resource") {
    const at = input.resources.findIndex(
      ({ resource, site, date, period }) =>
        resource === what.resource && site === what.site && date === what.date && period === what.period,
    );
    const capacities = problem.capacities.map((one, k) =>
      k === at ? { ...one, quantity: one.quantity + 1 } : one,
    );
    return { ...problem, capacities };
  }
  const lists = problem.lists.map((list) => {
    if (!("sessionId" in what) || list.id !== what.sessionId) return list;
    if (what.kind === "minutes") return { ...list, length: list.length + what.minutes };
    return { ...list, maxCases: (list.maxCases ?? 0) + 1 };
  });
  return { ...problem, lists };
}

describe.runIf(SHARED)("why, of an instance with rare cases", () => {
  const plan = SHARED
    ? planned(readInput(makeInstance({ providers: "RKE", seed: 31, scale: 0.3, hard: 1 })))
    : null;

  it("names only changes that keep every rule and gain what they say, and that are needed", () => {
    const { input, context, built, solution } = plan!;
    const lists = new FinalLists(built.problem, solution.options);
    const opened = openings(context, built, solution)!;
    const changes = new Changes(context, built, lists, opened);
    const kinds = new Set<string>();
    built.entries.forEach((_entry, at) => {
      if (lists.isPlaced(at)) return;
      for (const found of changes.of(at)) {
        kinds.add(found.what.kind);
        const isRule = ["site", "surgeon", "notice"].includes(found.what.kind);
        const problem = isRule ? opened.lists.problem : relieved(built, found, input);
        const before = isRule ? opened.lists.lists.flatMap(({ options }) => options) : solution.options;
        const after = [...before.filter((each) => !found.exchange.out.includes(each)), found.exchange.in];
        const verdict = check(problem, after);
        expect(verdict.violations, found.key).toEqual([]);
        expect(verdict.score - solution.score).toBe(found.exchange.change);
        if (!isRule) expect(check(built.problem, after).violations, found.key).not.toEqual([]);
      }
    });
    expect([...kinds].sort()).toEqual(expect.arrayContaining(["minutes", "resource", "surgeon"]));
  });

  it("gives each case its points, and losses that the score confirms", () => {
    const { context, built, solution } = plan!;
    const { cases } = explainPlan(context, built, solution);
    const { problem, entries, sessions } = built;
    expect(cases.size).toBe(solution.options.length);
    const optionOf = (pathwayId: string, sessionId: string) =>
      problem.options.case.findIndex(
        (c, option) =>
          entries[c]!.pathwayId === pathwayId &&
          sessions[problem.options.list[option]!]!.sessionId === sessionId,
      );
    let instead = 0;
    for (const option of solution.options) {
      const why = cases.get(entries[problem.options.case[option]!]!)!;
      const { sessionId } = sessions[problem.options.list[option]!]!;
      const others = solution.options.filter((each) => each !== option);
      const came = why.instead.entries.map(({ pathwayId }) => optionOf(pathwayId, sessionId));
      instead += came.length;
      const verdict = check(problem, [...others, ...came]);
      expect(verdict.violations).toEqual([]);
      expect(solution.score - verdict.score).toBe(why.instead.loss);
      expect(why.points.urgent + why.points.waiting + why.points.minutes).toBeGreaterThan(0);
    }
    expect(instead).toBeGreaterThan(5);
  });

  it("leaves the lists as they were, and says the same again", () => {
    const { context, built, solution } = plan!;
    const [one, two] = [explainPlan(context, built, solution), explainPlan(context, built, solution)];
    expect(JSON.stringify([...two.cases.values()])).toBe(JSON.stringify([...one.cases.values()]));
    expect(two.bottlenecks).toEqual(one.bottlenecks);
    expect(one.bottlenecks.length).toBeGreaterThan(3);
    const points = one.bottlenecks.map((each) => each.points);
    expect(points).toEqual([...points].sort((a, b) => b - a));
  });
});

describe("half an hour more", () => {
  /** One list of four hours, filled but for `free` minutes, and one who waits for an operation of `minutes`. */
  function waitingFor(minutes: number, free: number) {
    const session = aTheatreSession({ maxCases: 2 });
    const length = sessionLength(session);
    const facts = { minutesDeviation: 0, fitFrom: null, nights: 1 };
    const entries = [
      aWaitingListEntry({
        ...facts,
        pathwayId: "PP1",
        patientId: "L1",
        priority: "P2",
        minutes: length - free,
      }),
      aWaitingListEntry({ ...facts, pathwayId: "PP2", patientId: "L2", minutes, clockStart: "2026-11-01" }),
    ];
    const input: PlanInput = {
      ...{ planDate: "2026-11-20", entries, sessions: [session], resources: [], policy: DEFAULT_POLICY },
      ...{ pins: [], previous: null, rejected: [], warnings: [], files: CONTRACT_FILES },
    };
    const { context, built, solution } = planned(input);
    expect(solution.options).toHaveLength(1);
    return explainPlan(context, built, solution).changes.get(entries[1]!) ?? [];
  }

  it("is named where it is enough to the minute, turnaround included", () => {
    const [change] = waitingFor(30, 15);
    expect(change?.what).toEqual({ kind: "minutes", sessionId: "S1", minutes: 30 });
    expect(change).toMatchObject({ displaced: 0, othersFirst: false });
  });

  it("is not named where a minute is missing", () => {
    expect(waitingFor(31, 15)).toEqual([]);
  });
});
