import { describe, expect, it } from "vitest";
import { afterMoves, type HandMove } from "~/domain/hand/hand-change";
import { judgeMoves, type HandVerdict } from "~/domain/hand/hand-verdict";
import { HandWeek } from "~/domain/hand/hand-week";
import { noMeasures } from "~/domain/measures";
import type { Plan } from "~/domain/plan";
import type { PlanInput } from "~/domain/plan-input";
import { MEASURES } from "~/domain/policy";
import type { Reason } from "~/domain/reasons";
import { isBookable, sessionLength } from "~/domain/session-time";
import { buildProblem } from "~/services/build-problem.server";
import { plannedList } from "~/services/decode-plan.server";
import { judgePlan } from "~/services/judge-plan.server";
import { flagsOf, planContext, type PlanContext } from "~/services/planning/plan-context.server";
import { resolvePins } from "~/domain/resolve-pins";
import { check } from "~solver/check";
import { randomOf } from "~solver/random";
import { isReason, randomWeek } from "./random-week";

const WEEKS = 120;
const STEPS = 20;

function emptyWeek({ planDate, sessions, resources, policy }: PlanInput): HandWeek {
  const names = { specialty: String, site: String, equipment: String };
  return HandWeek.of({ planDate, sessions, resources, policy, standing: [], names, flagsOf });
}

/** The week as a plan, with the score that changes by hand add up to; cases that a person keeps are pins. */
function asPlan(
  input: PlanInput,
  week: HandWeek,
  score: HandVerdict["score"],
  kept: readonly Reason[] | null,
) {
  const standing = week.facts.standing;
  const pinned = kept === null ? standing.filter(({ override }) => override.length > 0) : standing;
  const context = planContext({
    ...input,
    pins: pinned.map(({ entry, session, override }) => ({
      ...{ row: 2, pathwayId: entry.pathwayId, issuer: entry.issuer, sessionId: session.sessionId },
      override: override.filter((code) => isReason(code)),
    })),
  });
  const { pins } = resolvePins(context.input, context.eligibility);
  const placed = new Set(standing.map(({ entry }) => entry));
  const plan: Plan = {
    planDate: input.planDate,
    policy: input.policy,
    status: "optimal",
    score: score.points,
    bound: score.points,
    gap: 0,
    measures: score.measures,
    ...{ seconds: 0, steps: 0, seed: 1, engine: "hand", bottlenecks: [] },
    sessions: input.sessions.filter(isBookable).map((session) =>
      plannedList(
        context,
        pins,
        session,
        week.casesOf(session).map(({ entry }) => entry),
      ),
    ),
    unplaced: input.entries
      .filter((entry) => !placed.has(entry))
      .map(({ pathwayId, issuer }) => ({ pathwayId, issuer, reason: "capacity", detail: "" })),
    ...{ warnings: [], rejected: [] },
  };
  return { context, plan };
}

const TOLD: [RegExp, string][] = [
  [/may not go into \S+: (\w+)/, ""],
  [/too full: maxCases/, "list"],
  [/too full: (minutes|overrun)/, "list"],
  [/is operated on twice/, "patient_day"],
  [/a surgeon is in/, "surgeon"],
  [/used, \d+ there/, "shared"],
  [/minutes used, reserve leaves/, "reserve"],
];

/** What the judge finds, in the codes of changes by hand. */
function judged(faults: string[]): string[] {
  const told = faults.flatMap((fault) => {
    // That a case ends after its session follows from the minutes of its list.
    if (/ends after its session/.test(fault)) return [];
    const [pattern, code] = TOLD.find(([each]) => each.test(fault)) ?? [];
    return [code === "" ? pattern!.exec(fault)![1]! : (code ?? fault)];
  });
  return [...new Set(told)].sort();
}

/** What a change by hand breaks, as the judge would say it: of each entry's rules the first, being locked last. */
function broken({ breaks }: HandVerdict, moves: readonly HandMove[], input: PlanInput): string[] {
  const others = breaks.filter(({ code }) => !isReason(code) && code !== "locked");
  const reasons = moves.flatMap(({ entry, to }) => {
    const own = breaks.find((each) => each.entry === entry && isReason(each.code));
    const isLocked = breaks.some(({ code, session }) => code === "locked" && session === to);
    return own ? [own.code] : isLocked ? ["no_session"] : [];
  });
  // Of what a site has none at all the judge tells twice, as the entry's rule and as the limit.
  const none = input.resources.some(({ quantity }) => quantity === 0);
  const codes = [...others.map(({ code }) => LIST_CODES[code] ?? code), ...reasons];
  return [...new Set(codes)].filter((code) => !(none && code === "shared")).sort();
}

const LIST_CODES: Record<string, string> = { max_cases: "list", minutes: "list", overrun: "list" };

describe("changes by hand and the judge of plans", () => {
  it("agree on what may stand, on what breaks, and on the score", () => {
    const seen = { allowed: 0, refused: new Map<string, number>() };
    for (let seed = 1; seed <= WEEKS; seed++) {
      const input = randomWeek(seed);
      const random = randomOf(seed + 1000);
      const some = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
      let week = emptyWeek(input);
      let worth = { points: 0, measures: noMeasures(), terms: [] } as HandVerdict["score"];
      for (let step = 0; step < STEPS; step++) {
        const moves = someMoves(week, input, some, random);
        const verdict = judgeMoves(week, moves);
        const after = afterMoves(week, moves);
        const sum = added(worth, verdict.score);
        const faults = faultsOf(input, after, sum);
        const none = input.resources.some(({ quantity }) => quantity === 0);
        const ours = broken(verdict, moves, input);
        // Of a session that takes nobody nothing more is asked.
        const closed = moves.some(({ to }) => to !== null && !isBookable(to));
        const left = (code: string) => !(none && code === "shared") && !(closed && code === "surgeon");
        const theirs = judged(faults).filter(left);
        expect({ seed, step, broken: ours }).toEqual({ seed, step, broken: theirs });
        for (const code of ours) seen.refused.set(code, (seen.refused.get(code) ?? 0) + 1);
        if (verdict.breaks.length > 0) continue;
        seen.allowed += 1;
        [week, worth] = [after, sum];
      }
      agreesWithSolver(input, week, worth);
    }
    expect(seen.allowed).toBeGreaterThan(500);
    const often = [
      "list",
      "patient_day",
      "surgeon",
      "shared",
      "reserve",
      "notice",
      "site",
      "unfit",
      "no_session",
    ];
    for (const code of often) expect([code, (seen.refused.get(code) ?? 0) > 4]).toEqual([code, true]);
  });

  it("agree that what a person sets aside may stand, and on its marks", () => {
    let lifted = 0;
    for (let seed = 1; seed <= WEEKS / 2; seed++) {
      const input = randomWeek(seed);
      const week = emptyWeek(input);
      for (const entry of input.entries)
        for (const to of input.sessions) {
          const verdict = judgeMoves(week, [{ entry, to }]);
          if (verdict.breaks.length === 0) continue;
          const override = verdict.breaks.map(({ code }) => code).filter(isReason) as Reason[];
          const after = afterMoves(week, [{ entry, to, override }]);
          const { context, plan } = asPlan(input, after, verdict.score, []);
          const stands = judgePlan(context, plan).length === 0;
          const liftable = verdict.breaks.every(({ lift }) => lift !== "never");
          expect({ seed, entry: entry.pathwayId, to: to.sessionId, stands }).toEqual({
            ...{ seed, entry: entry.pathwayId, to: to.sessionId },
            stands: liftable,
          });
          if (liftable) lifted += 1;
        }
    }
    expect(lifted).toBeGreaterThan(500);
  });
});

/** A placement, a move, a removal or a swap. */
function someMoves(
  week: HandWeek,
  { entries, sessions }: PlanInput,
  some: <T>(items: readonly T[]) => T,
  random: () => number,
): HandMove[] {
  const { standing } = week.facts;
  const kind = random();
  if (standing.length > 1 && kind < 0.2) {
    const [a, b] = [some(standing), some(standing)];
    if (a !== b)
      return [
        { entry: a.entry, to: b.session },
        { entry: b.entry, to: a.session },
      ];
  }
  if (standing.length > 0 && kind < 0.3) return [{ entry: some(standing).entry, to: null }];
  return [{ entry: some(entries), to: some(sessions) }];
}

function added(sum: HandVerdict["score"], change: HandVerdict["score"]): HandVerdict["score"] {
  const measures = noMeasures();
  for (const measure of MEASURES) measures[measure] = sum.measures[measure] + change.measures[measure];
  return { points: sum.points + change.points, measures, terms: [] };
}

/** A list of a closed session is not among the plan's lists: the judge is asked of the pair there. */
function faultsOf(input: PlanInput, week: HandWeek, sum: HandVerdict["score"]): string[] {
  const { context, plan } = asPlan(input, week, sum, null);
  const closed = input.sessions.filter((session) => !isBookable(session) && week.casesOf(session).length > 0);
  for (const session of closed) {
    const entries = week.casesOf(session).map(({ entry }) => entry);
    plan.sessions.push(plannedList(context, new Map(), session, entries));
  }
  return judgePlan(context, plan);
}

/** The solver's own check, which shares no code with the rules of changes by hand. */
function agreesWithSolver(input: PlanInput, week: HandWeek, worth: HandVerdict["score"]): void {
  const context: PlanContext = planContext(input);
  const built = buildProblem(context);
  if (built.kind !== "built") throw new Error(JSON.stringify(built.faults));
  const { problem, entries, sessions } = built;
  const options = week.facts.standing.map(({ entry, session }) =>
    problem.options.case.findIndex(
      (each, option) => entries[each] === entry && sessions[problem.options.list[option]!] === session,
    ),
  );
  expect(options).not.toContain(-1);
  expect(check(problem, options)).toMatchObject({ violations: [], score: worth.points });
  expect(sessions.every((session) => sessionLength(session) > 0)).toBe(true);
}
