import { beforeAll, describe, expect, it } from "vitest";
import { CONTRACT_FILES, type PlanInput } from "~/domain/plan-input";
import type { Plan } from "~/domain/plan";
import { resolvePolicy } from "~/domain/resolve-policy";
import { judgePlan } from "~/services/judge-plan.server";
import { makePlan } from "~/services/make-plan.server";
import { planContext } from "~/services/planning/plan-context.server";
import { aTheatreSession, aWaitingListEntry } from "../factories";
import { SOLVER_WORKER } from "../setup/programs";

/** Six patients, one of them on the list twice, a pin, two sessions of one surgeon that overlap, one bed. */
const INPUT: PlanInput = {
  planDate: "2026-11-20",
  entries: [
    aWaitingListEntry({ pathwayId: "PIN", patientId: "L0", tciDate: "2026-12-14", tciSession: "S1" }),
    aWaitingListEntry({ pathwayId: "A", patientId: "L1", minutes: 60, minutesDeviation: 10 }),
    aWaitingListEntry({ pathwayId: "A2", patientId: "L1", minutes: 40 }),
    aWaitingListEntry({ pathwayId: "B", patientId: "L2", nights: 1 }),
    aWaitingListEntry({ pathwayId: "C", patientId: "L3", nights: 1 }),
    aWaitingListEntry({ pathwayId: "OPT", patientId: "L4", screening: "optimising", fitFrom: "2026-12-01" }),
    aWaitingListEntry({ pathwayId: "UNFIT", patientId: "L5", screening: "unfit" }),
  ],
  sessions: [
    aTheatreSession({ sessionId: "S1" }),
    aTheatreSession({ sessionId: "S2", start: "12:00", end: "17:00", theatre: "T2" }),
    aTheatreSession({ sessionId: "S3", date: "2026-12-15", surgeons: ["C2"] }),
    aTheatreSession({ sessionId: "S4", date: "2026-12-15", status: "closed", theatre: "T3" }),
  ],
  resources: [
    { row: 2, site: "RQM01", date: "2026-12-14", period: "night", resource: "bed", quantity: 1 },
    { row: 3, site: "RQM01", date: "2026-12-15", period: "night", resource: "bed", quantity: 1 },
  ],
  policy: resolvePolicy({ reserveShare: { "110": [0.05] } }),
  pins: [],
  previous: null,
  rejected: [],
  warnings: [],
  files: CONTRACT_FILES,
};

const context = planContext(INPUT);
let sound: Plan;

beforeAll(async () => {
  const outcome = await makePlan(INPUT, {
    seed: 1,
    steps: 50,
    timeLimit: null,
    workers: 1,
    worker: SOLVER_WORKER,
  });
  if (outcome.kind !== "planned") throw new Error(JSON.stringify(outcome));
  sound = outcome.plan;
});

/** What the judge says of the plan after a change. */
function spoilt(change: (plan: Plan) => void): string[] {
  const plan = structuredClone(sound);
  change(plan);
  return judgePlan(context, plan);
}
const listOf = (plan: Plan, id: string) => plan.sessions.find(({ sessionId }) => sessionId === id)!;
const aCase = (pathwayId: string, order: number, start: string, minutes = 30) => ({
  ...{ pathwayId, issuer: "RQM", order, start, minutes },
  ...{ provisional: false, overridden: [], because: "" },
});

describe("the judge of plans", () => {
  it("finds nothing wrong with a plan as it was made", () => {
    expect(judgePlan(context, sound)).toEqual([]);
    const placed = sound.sessions.flatMap(({ cases }) => cases.map(({ pathwayId }) => pathwayId));
    expect(placed.sort()).toEqual(["A", "A2", "B", "C", "OPT", "PIN"]);
  });

  it.each<[string, (plan: Plan) => void, RegExp]>([
    ["another plan date", (p) => (p.planDate = "2026-11-21"), /the plan is of 2026-11-21/],
    ["a session left out", (p) => p.sessions.pop(), /S3 is not listed/],
    ["a session twice", (p) => p.sessions.push(listOf(p, "S3")), /a session is listed twice/],
    ["an unknown session", (p) => (listOf(p, "S3").sessionId = "S9"), /unknown session S9/],
    ["a closed session", (p) => (listOf(p, "S3").sessionId = "S4"), /may not go into S4: no_session/],
    ["an unknown entry", (p) => (listOf(p, "S1").cases[0]!.pathwayId = "ZZ"), /unknown entry ZZ/],
    ["another issuer", (p) => (listOf(p, "S1").cases[0]!.issuer = "RTG"), /unknown entry/],
    ["an order with a gap", (p) => (listOf(p, "S1").cases[0]!.order = 9), /the order must run from 1/],
    ["a start too early", (p) => (listOf(p, "S1").cases[0]!.start = "08:29"), /starts at 08:29/],
    ["a start at no time", (p) => (listOf(p, "S1").cases[0]!.start = ""), /before the theatre is free/],
    ["an end too late", (p) => (listOf(p, "S1").cases.at(-1)!.start = "12:20"), /ends after its session/],
    ["other minutes", (p) => (listOf(p, "S1").cases[0]!.minutes = 1), /is shown with 1 minutes/],
    ["a provisional case told as firm", (p) => flip(p, "OPT"), /OPT is wrongly marked as provisional/],
    ["a firm case told as provisional", (p) => flip(p, "A"), /A is wrongly marked as provisional/],
    ["an override that is none", (p) => (caseOf(p, "A").overridden = ["site"]), /marks the wrong overrides/],
    ["other planned minutes", (p) => (listOf(p, "S1").plannedMinutes += 1), /S1 states \d+ minutes/],
    ["another utilisation", (p) => (listOf(p, "S1").utilisation += 0.001), /S1 states utilisation/],
    [
      "another touch utilisation",
      (p) => (listOf(p, "S1").touchUtilisation = 0.9),
      /states touch utilisation/,
    ],
    ["another overrun", (p) => (listOf(p, "S1").overrunProbability = 0.3), /states overrun probability/],
    ["a pin moved", (p) => move(p, "PIN", "S3"), /PIN may not go into S3: already_booked/],
    ["a pin left out", (p) => drop(p, "PIN"), /pin not kept: PIN in S1/],
    [
      "an unfit patient",
      (p) => listOf(p, "S3").cases.push(aCase("UNFIT", 9, "12:00")),
      /UNFIT may not .* unfit/,
    ],
    ["a case twice", (p) => listOf(p, "S1").cases.push(caseOf(p, "C"), caseOf(p, "C")), /C is placed twice/],
    ["a patient twice a day", (p) => together(p, "A", "A2"), /the patient of \w+ is operated on twice/],
    ["a surgeon twice", (p) => listOf(p, "S2").cases.push(aCase("A", 1, "12:00")), /in S1 and S2 at once/],
    [
      "two in one bed",
      (p) => together(p, "B", "C"),
      /bed at RQM01 on 2026-12-1\d \(night\): 2 used, 1 there/,
    ],
    ["an overfull list", (p) => fill(p, "S1"), /S1 is too full/],
    [
      "an entry neither placed nor not",
      (p) => p.unplaced.pop(),
      /UNFIT is both placed and unplaced, or neither/,
    ],
    [
      "an entry both",
      (p) => p.unplaced.push({ ...aCase("A", 1, ""), reason: "capacity", detail: "" }),
      /A is both/,
    ],
    ["an entry unplaced twice", (p) => p.unplaced.push(p.unplaced[0]!), /unplaced twice/],
    [
      "a stranger unplaced",
      (p) => p.unplaced.push({ pathwayId: "ZZ", reason: "unfit", detail: "" }),
      /not on the/,
    ],
    ["another measure", (p) => (p.measures.waiting += 1), /the plan states waiting \d+, it is \d+/],
    ["another score", (p) => (p.score += 1), /states a score of/],
    ["a bound below the score", (p) => (p.bound = p.score - 1), /bound \d+ is below/],
    ["another gap", (p) => (p.gap = 0.5), /states a gap of 0.5/],
    [
      "a status that is not so",
      (p) => (p.status = p.status === "optimal" ? "feasible" : "optimal"),
      /calls itself/,
    ],
  ])("finds %s", (_name, change, says) => {
    expect(spoilt(change).join("\n")).toMatch(says);
  });

  it("finds more moves than may be", () => {
    const placements = [
      { pathwayId: "A", sessionId: "S9" },
      { pathwayId: "PIN", sessionId: "S1" },
      { pathwayId: "GONE", sessionId: "S1" },
    ];
    const judged = (maxMoves: number) =>
      judgePlan(planContext({ ...INPUT, previous: { placements, movePrice: 0, maxMoves } }), sound);
    expect(judged(1)).toEqual([]);
    expect(judged(0)).toEqual(["1 cases moved, 0 may"]);
  });

  it("finds a reserve that is used", () => {
    const tight = planContext({ ...INPUT, policy: resolvePolicy({ reserveShare: { "110": [0.9] } }) });
    expect(judgePlan(tight, sound).join("\n")).toMatch(/110 week 1: \d+ minutes used, reserve leaves \d+/);
  });
});

function caseOf(plan: Plan, id: string) {
  return plan.sessions.flatMap(({ cases }) => cases).find(({ pathwayId }) => pathwayId === id)!;
}

function flip(plan: Plan, id: string) {
  const one = caseOf(plan, id);
  one.provisional = !one.provisional;
}

function drop(plan: Plan, id: string) {
  for (const list of plan.sessions) list.cases = list.cases.filter(({ pathwayId }) => pathwayId !== id);
}

function move(plan: Plan, id: string, to: string) {
  const one = caseOf(plan, id);
  drop(plan, id);
  listOf(plan, to).cases.push(one);
}

/** Puts both on the list of S3. */
function together(plan: Plan, ...ids: string[]) {
  for (const id of ids) move(plan, id, "S3");
}

function fill(plan: Plan, to: string) {
  for (const id of ["A", "B", "C", "OPT", "A2"]) move(plan, id, to);
}
