import { describe, expect, it } from "vitest";
import { agreedEntry } from "~/domain/eligibility/agreed-entry";
import { LIFTABLE_RULES, type Liftable } from "~/domain/plan-reasons";
import { CONTRACT_FILES, type PlanInput } from "~/domain/plan-input";
import { DEFAULT_POLICY } from "~/domain/policy";
import { buildProblem } from "~/services/build-problem.server";
import { explainPlan } from "~/services/explain-plan.server";
import { planContext } from "~/services/planning/plan-context.server";
import { WarmWeek } from "~/services/warm/warm-week.server";
import { solve } from "~solver/solve";
import { NO_ENGINES } from "~solver/engines/engine";
import type { Problem } from "~solver/problem";
import { aTheatreSession, aWaitingListEntry } from "../../factories";

const RUN = { seed: 1, steps: 200, timeLimit: null, workers: 1 };

/** A full list, and one list behind each rule that people can lift; the last is behind two. */
const SESSIONS = [
  aTheatreSession({ sessionId: "full" }),
  aTheatreSession({ sessionId: "notice", date: "2026-11-25" }),
  aTheatreSession({ sessionId: "site", site: "RQM02", date: "2026-12-15" }),
  aTheatreSession({ sessionId: "surgeon", surgeons: ["C2"], date: "2026-12-16" }),
  aTheatreSession({ sessionId: "both", site: "RQM02", surgeons: ["C2"], date: "2026-12-17" }),
];
const facts = { minutesDeviation: 0, pooled: false, nights: 1 };
const WAITING = aWaitingListEntry({ ...facts, pathwayId: "PP2", patientId: "L2", minutes: 60 });
const ELSEWHERE = aWaitingListEntry({ ...facts, pathwayId: "PP3", patientId: "L3", listingSite: "RQM03" });
const INPUT: PlanInput = {
  planDate: "2026-11-20",
  entries: [
    aWaitingListEntry({ ...facts, pathwayId: "PP1", patientId: "L1", priority: "P2", minutes: 220 }),
    WAITING,
    ELSEWHERE,
    aWaitingListEntry({ ...facts, pathwayId: "PP4", patientId: "L4", listingSite: "RQM02", minutes: 100 }),
  ],
  ...{ sessions: SESSIONS, resources: [], policy: DEFAULT_POLICY },
  ...{ pins: [], previous: null, rejected: [], warnings: [], files: CONTRACT_FILES },
};

function planned(input: PlanInput, change: (problem: Problem) => Problem = (problem) => problem) {
  const context = planContext(input);
  const built = buildProblem(context);
  if (built.kind !== "built") throw new Error(JSON.stringify(built.faults));
  const solution = solve(change(built.problem), RUN);
  if (solution.kind !== "solved") throw new Error(JSON.stringify(solution));
  return { context, built, solution };
}

const { context, built, solution } = planned(INPUT);
const week = () => {
  const woken = WarmWeek.wake(INPUT, solution, NO_ENGINES);
  if (woken.kind === "unavailable") throw new Error(woken.sentence);
  return woken.week;
};
const named = ({ pathwayId, issuer }: typeof WAITING) => ({ pathwayId, issuer });
const lift = (rule: Liftable, sessionId: string, entry = WAITING) =>
  week().ask({ kind: "lift", rule, entry: named(entry), sessionId });

describe("a rule lifted for one patient", () => {
  const told = explainPlan(context, built, solution).changes.get(WAITING) ?? [];

  it.each(LIFTABLE_RULES)("has the true figure of a whole solve: %s", (rule) => {
    const answer = lift(rule, rule);
    if (answer.kind !== "answered") throw new Error(JSON.stringify(answer));
    expect(answer.moved).toEqual([{ entry: named(WAITING), from: null, to: rule }]);
    const agreed = agreedEntry(
      WAITING,
      rule,
      SESSIONS.find(({ sessionId }) => sessionId === rule)!,
    );
    const entries = INPUT.entries.map((entry) => (entry === WAITING ? agreed : entry));
    const whole = planned({ ...INPUT, entries }).solution;
    expect([answer.score, answer.bound]).toEqual([whole.score, whole.bound]);
    const estimate = told.find(({ what }) => what.kind === rule)!;
    expect([answer.change, estimate.what]).toEqual([estimate.points, { kind: rule, sessionId: rule }]);
  });

  it("is answered for somebody who could go nowhere too", () => {
    expect(lift("site", "site", ELSEWHERE)).toMatchObject({
      kind: "answered",
      moved: [{ entry: named(ELSEWHERE), from: null, to: "site" }],
    });
  });

  it("leaves the plan it stands on as it was", () => {
    const one = week();
    const ask = () => one.ask({ kind: "lift", rule: "site", entry: named(WAITING), sessionId: "site" });
    const first = ask();
    one.ask({ kind: "lift", rule: "surgeon", entry: named(WAITING), sessionId: "surgeon" });
    expect({ ...ask(), seconds: 0 }).toEqual({ ...first, seconds: 0 });
  });

  it("is refused by the rule that still stands in the way", () => {
    expect(lift("notice", "site")).toMatchObject({
      kind: "refused",
      sentences: [expect.stringMatching(/^Listed at RQM01 and no other site is accepted/)],
    });
    expect(lift("site", "both")).toMatchObject({
      kind: "refused",
      sentences: [expect.stringMatching(/^Listed with C1 and not pooled/)],
    });
  });

  it("says the same as forcing where nothing stands in the way", () => {
    const forced = week().ask({ kind: "force", entry: named(WAITING), sessionId: "full" });
    expect(forced).toMatchObject({ kind: "answered" });
    expect({ ...lift("site", "full"), seconds: 0 }).toEqual({ ...forced, seconds: 0 });
    expect(lift("site", "none")).toMatchObject({
      kind: "refused",
      sentences: [expect.stringMatching(/no session none/)],
    });
  });
});
