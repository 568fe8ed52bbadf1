import { beforeAll, describe, expect, it } from "vitest";
import { eligibility } from "~/domain/eligibility/eligibility";
import type { PlanInput } from "~/domain/plan-input";
import { buildProblem, type BuiltProblem } from "~/services/build-problem.server";
import { planContext } from "~/services/planning/plan-context.server";
import { makeInstance, readInput } from "../setup/instance";
import { judge, type Judge, type JudgedInstance } from "../setup/judge";
import { SHARED } from "../setup/shared";

/** Instances on which every pair is compared with the judge's reading of the file contract. */
const INSTANCES: { name: string; make: Record<string, string | number> }[] = [
  { name: "the rare cases of every rule", make: { providers: "RKE", seed: 7, scale: 0.5, hard: 1 } },
  { name: "two trusts, two weeks", make: { providers: "RTG,RQM", seed: 3, scale: 0.1, weeks: 2, hard: 1 } },
  { name: "a plan made a week before", make: { seed: 5, scale: 0.15, "plan-date": "2026-12-07", hard: 1 } },
];

describe.runIf(SHARED).each(INSTANCES)("problem of $name", ({ make }) => {
  let judged: Judge;
  let instance: JudgedInstance;
  let input: PlanInput;
  let built: BuiltProblem;

  beforeAll(async () => {
    judged = await judge();
    const folder = makeInstance(make);
    instance = judged.readInstance(folder, undefined);
    input = readInput(folder);
    const result = buildProblem(planContext(input));
    if (result.kind !== "built") throw new Error(JSON.stringify(result.faults));
    built = result;
  });

  it("reads every row", () => {
    expect(input.entries.length).toBe(instance.entries.length);
    expect(input.sessions.length).toBe(instance.sessions.length);
  });

  it("gives every pair the answer of the judge", () => {
    const context = planContext(input);
    const wrong: string[] = [];
    let compared = 0;
    input.entries.forEach((entry, e) =>
      input.sessions.forEach((session, s) => {
        const found = eligibility(entry, session, context.eligibility);
        const ours = found.allowed ? null : found.reason;
        const theirs = judged.forbidden(instance, instance.entries[e]!, instance.sessions[s]!);
        compared++;
        if (ours !== theirs) wrong.push(`${entry.pathwayId} ${session.sessionId}: ${ours}, judge ${theirs}`);
      }),
    );
    expect(compared).toBeGreaterThan(1000);
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it("has an option for each allowed pair and no other", () => {
    const ours = built.problem.options.case.map(
      (c, option) =>
        `${built.entries[c]!.pathwayId} ${built.sessions[built.problem.options.list[option]!]!.sessionId}`,
    );
    const theirs = instance.entries.flatMap((entry) =>
      instance.sessions
        .filter((session) => judged.forbidden(instance, entry, session) === null)
        .map((session) => `${entry.id} ${session.id}`),
    );
    expect(new Set(ours)).toEqual(new Set(theirs));
    expect(ours.length).toBe(theirs.length);
  });

  it("gives entries that may go nowhere the judge's nearest miss", () => {
    const theirs = instance.entries
      .map((entry) => [entry.id, judged.reasonUnplaced(instance, entry)])
      .filter(([, reason]) => reason !== "capacity");
    const ours = [...built.misses].map(([entry, miss]) => [entry.pathwayId, miss.rule.reason]);
    expect(ours).toEqual(theirs);
  });

  it("gives each option the worth of the judge", () => {
    const { options, measures } = built.problem;
    const sessions = new Map(instance.sessions.map((session) => [session.id, session]));
    const entries = new Map(instance.entries.map((entry) => [entry.id, entry]));
    const wrong: string[] = [];
    options.case.forEach((c, option) => {
      const session = sessions.get(built.sessions[options.list[option]!]!.sessionId)!;
      const entry = entries.get(built.entries[c]!.pathwayId)!;
      const worth = judged.worth(instance, new Map([[session, [entry]]]));
      measures.forEach(({ id, of }, m) => {
        const ours = of === "list" ? Math.min(session.length, entry.minutes) : options.amounts[m]![option];
        if (ours !== worth[id]) wrong.push(`${entry.id} in ${session.id}: ${id} ${ours}, judge ${worth[id]}`);
      });
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
