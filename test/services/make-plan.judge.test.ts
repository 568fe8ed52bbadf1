import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PlanInput } from "~/domain/plan-input";
import type { Plan } from "~/domain/plan";
import type { PolicyOverrides } from "~/domain/resolve-policy";
import { planJson } from "~/export/plan";
import { makePlan, type PlanOutcome } from "~/services/make-plan.server";
import { makeInstance, readInput } from "../setup/instance";
import { SHARED } from "../setup/shared";
import { SOLVER_WORKER } from "../setup/programs";

const STEPS = 150;

/**
 * Seconds after which the plan of a large setting must be there, proven or not: what a plan keeps to does not wait for
 * the proof, which takes some weeks a minute of the processor. The others end by themselves within some three seconds of
 * it and have no limit: on a busy machine they would be plans of no search.
 */
const TIME_LIMIT = 10;

interface Setting {
  name: string;
  make: Record<string, string | number>;
  policy?: PolicyOverrides;
  timeLimit?: number;
  /** What the plan must owe something to. */
  engine?: RegExp;
}

/** An engine that has found some of a plan, beside any bound. */
const PLAN_OF_HIGHS = /HiGHS \([^)]*plan/;

const SETTINGS: Setting[] = [
  { name: "a small trust", make: { providers: "RKE", scale: 0.25 } },
  {
    name: "the rare cases of every rule",
    make: { providers: "RKE", seed: 11, scale: 0.4, hard: 1 },
    engine: PLAN_OF_HIGHS,
  },
  {
    name: "two trusts, three weeks",
    make: { providers: "RTG,RAJ", seed: 2, scale: 0.06, weeks: 3, hard: 1 },
  },
  { name: "spoilt rows", make: { providers: "RQM", seed: 3, scale: 0.15, mess: 60 } },
  { name: "a plan made on the day", make: { seed: 4, scale: 0.1, "plan-date": "2026-12-14" } },
  {
    name: "a reserve in two weeks",
    make: { providers: "RQM", seed: 5, scale: 0.15, weeks: 2 },
    policy: { reserveShare: { "110": [0.3, 0.45], "130": [0, 0.5] } },
    timeLimit: TIME_LIMIT,
  },
  {
    name: "another policy",
    make: { providers: "RQM", seed: 6, scale: 0.15, hard: 1 },
    policy: {
      noticeDays: 14,
      overrunProbabilityMax: 0.1,
      turnaroundMinutes: { default: 20, "130": 0 },
      targetDays: { P2: 60, cancer: 20 },
      urgentPoints: { notYetDue: 0, dueLate: 30 },
      waitingBands: [[10, 3]],
      weights: { urgent: 7, waiting: 0, minutes: 11, dayCaseHub: 400, weeksWaited: 3 },
    },
  },
];

interface Bounds {
  steps?: number;
  timeLimit?: number | null;
}

function plan(input: PlanInput, { steps = STEPS, timeLimit = null }: Bounds = {}): Promise<PlanOutcome> {
  return makePlan(input, { seed: 1, steps, timeLimit, workers: 1, worker: SOLVER_WORKER });
}

async function planned(input: PlanInput, bounds?: Bounds): Promise<Plan> {
  const outcome = await plan(input, bounds);
  if (outcome.kind !== "planned") throw new Error(JSON.stringify(outcome));
  return outcome.plan;
}

/** What check-plan.mjs finds broken in a plan of the folder. */
function broken(
  folder: string,
  made: Plan,
  files: { policy?: PolicyOverrides; pins?: string } = {},
): unknown {
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const words = [join(SHARED ?? "", "tools", "check-plan.mjs"), folder, write("plan.json", planJson(made))];
  if (files.policy) words.push("--policy", write("policy.json", JSON.stringify(files.policy)));
  if (files.pins) words.push("--pins", write("pins.csv", files.pins));
  try {
    execFileSync(process.execPath, words, { encoding: "utf8" });
    return [];
  } catch (error) {
    const said = (error as { stdout?: string }).stdout ?? "";
    return (JSON.parse(said) as { broken: string[] }).broken;
  }
}

describe.runIf(SHARED)("plans that the judge accepts", () => {
  it.each(SETTINGS)("$name", async ({ make, policy, timeLimit, engine = /./ }) => {
    const folder = makeInstance(make);
    const made = await planned(readInput(folder, { policy }), { timeLimit });
    expect(made.engine).toMatch(engine);
    expect(made.sessions.flatMap(({ cases }) => cases).length).toBeGreaterThan(3);
    expect(broken(folder, made, { policy })).toEqual([]);
  });

  it("with pins, overridden ones too", async () => {
    const folder = makeInstance({ providers: "RKE", seed: 8, scale: 0.4 });
    const input = readInput(folder);
    const free = await planned(input);
    const lists = free.sessions.filter(({ cases }) => cases.length > 0);
    const kept = lists.map(({ sessionId, cases }) => `${cases[0]!.pathwayId},${sessionId},`);
    const unscreened = input.entries.find(
      ({ screening, tciDate, treatmentFunction, minutes }) =>
        screening === "not_screened" && tciDate === null && treatmentFunction === "110" && minutes < 100,
    )!;
    const session = input.sessions.find(
      ({ status, treatmentFunctions, sessionId }) =>
        status === "open" &&
        treatmentFunctions.includes("110") &&
        lists.some((l) => l.sessionId === sessionId),
    )!;
    const lifted = "not_screened;site;hub_unsuitable;no_session;anaesthetic;paediatric;unavailable;not_ready";
    const pinned = [`${unscreened.pathwayId},${session.sessionId},${lifted}`, ...kept.slice(1, 3)];
    const pins = ["pathway_id,session_id,override", ...pinned].join("\n") + "\n";
    const pinsFile = join(folder, "pins.csv");
    writeFileSync(pinsFile, pins);
    const made = await planned(readInput(folder, { pinsFile }));
    const cases = made.sessions.find(({ sessionId }) => sessionId === session.sessionId)!.cases;
    const overridden = cases.find(({ pathwayId }) => pathwayId === unscreened.pathwayId)!;
    expect(overridden.overridden).toContain("not_screened");
    expect(overridden.provisional).toBe(true);
    expect(broken(folder, made, { pins })).toEqual([]);
  });

  it("with an earlier plan and no more than two moves", async () => {
    const folder = makeInstance({ providers: "RKE", seed: 9, scale: 0.4 });
    const input = readInput(folder);
    const byHand = await plan(input, { steps: 1 });
    const earlier = byHand.kind === "planned" ? byHand.plan.sessions : [];
    const placements = earlier.flatMap(({ sessionId, cases }) =>
      cases.map(({ pathwayId }) => ({ pathwayId, sessionId })),
    );
    const made = await planned({ ...input, previous: { placements, movePrice: 0, maxMoves: 2 } });
    const now = new Map(
      made.sessions.flatMap(({ sessionId, cases }) => cases.map((c) => [c.pathwayId, sessionId])),
    );
    const moved = placements.filter(({ pathwayId, sessionId }) => now.get(pathwayId) !== sessionId);
    expect(placements.length).toBeGreaterThan(10);
    expect(moved.length).toBeLessThanOrEqual(2);
    expect(broken(folder, made)).toEqual([]);
  });

  it("the same twice, byte for byte", async () => {
    const folder = makeInstance({ providers: "RQM", seed: 10, scale: 0.2, hard: 1 });
    const texts = [];
    for (let run = 0; run < 2; run++) {
      const made = await planned(readInput(folder));
      texts.push(planJson({ ...made, seconds: 0 }));
      expect(made.engine).toMatch(PLAN_OF_HIGHS);
      expect(broken(folder, made)).toEqual([]);
    }
    expect(texts[0]).toBe(texts[1]);
  });
});
