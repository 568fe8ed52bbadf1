import type { IsoDate } from "~/domain/calendar";
import { planFigures, type PlanFigures } from "~/domain/plan-figures";
import type { MeasureName, Measures, Policy } from "~/domain/policy";
import { scenarioWeek } from "~/domain/scenario";
import { isBookable } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import { horizonOf } from "~/domain/urgency";
import type { RecordedList, WeekRecord } from "~/domain/week-record";
import { weekWorth } from "~/domain/week-worth";
import { flagsOf } from "~/services/planning/plan-context.server";
import { readWeekRecord } from "~/services/week-record.server";
import { store } from "~/store.server";
import { findPlan } from "~db/plans";
import { currentListOrders } from "~db/list-orders";
import { currentPolicy, policyNumbered } from "~db/policies";
import { findScenario, listScenarios, scenarioRuns, type Scenario } from "~db/scenarios";
import type { Scope } from "~db/scope";
import type { SolveRun } from "~db/solve-runs";
import { entriesById } from "~db/waiting-list";
import { acceptedLists } from "./week-accepted.server";
import type { KnownEntry } from "./week-case";
import type { HeldWeekState } from "./week-state.server";

/** A plan of a week that can be laid beside another: the week as it stands, a proposal, or a what-if. */
export interface PlanSide {
  /** `live`, `proposal`, or the id of a what-if. */
  key: string;
  name: string;
  /** The run that made it; null: people did. */
  run: string | null;
  score: number;
  /** Null: nobody proved one. */
  bound: number | null;
  measures: Measures;
  weights: Record<MeasureName, number>;
  figures: PlanFigures;
  lists: RecordedList[];
  /** As this plan has them: a what-if may have others than the week. */
  sessions: TheatreSession[];
  record: WeekRecord | null;
  policyVersion: string;
}

/** Which sides a week has to offer, in the order of a list. */
export interface SideChoice {
  key: string;
  name: string;
}

/** What can be compared in a week: how it stands, the last plan, and each what-if that has a plan. */
export async function sideChoices(scope: Scope, state: HeldWeekState): Promise<SideChoice[]> {
  const { organisation, week, plan, revision } = state;
  const scenarios = await listScenarios(scope, store().db, organisation, week);
  return [
    { key: "live", name: revision > 0 ? "The week as it stands" : "The week as it stands, still empty" },
    ...(plan ? [{ key: "proposal", name: plan.waits ? "The proposal" : "The last plan" }] : []),
    ...scenarios.map(({ id, name }) => ({ key: id, name: `What if: ${name}` })),
  ];
}

/** One side of a comparison; null: there is no such plan in scope. */
export async function planSide(scope: Scope, state: HeldWeekState, key: string): Promise<PlanSide | null> {
  if (key === "live") return liveSide(scope, state);
  const sessions = state.sessions.map(({ session }) => session);
  if (key === "proposal") {
    const { plan } = state;
    return (
      plan && runSide(scope, plan.run, { key, name: plan.waits ? "The proposal" : "The last plan", sessions })
    );
  }
  const found = await findScenario(scope, store().db, key);
  if (found === null || found.week !== state.week || found.organisation !== state.organisation) return null;
  const run = await plannedRun(scope, found);
  return run && runSide(scope, run, { key, name: found.name, sessions: whatIfSessions(sessions, found) });
}

/** The last run of a what-if that ended with a plan. */
export async function plannedRun(scope: Scope, { id }: Pick<Scenario, "id">): Promise<SolveRun | null> {
  const runs = await scenarioRuns(scope, store().db, id);
  return runs.find(({ state }) => state === "done" || state === "stopped") ?? null;
}

function whatIfSessions(sessions: TheatreSession[], { changes }: Scenario): TheatreSession[] {
  // Neither resources nor the policy change a session.
  return scenarioWeek({ sessions, resources: [], policy: NO_POLICY }, changes).sessions;
}
const NO_POLICY = { weights: {} } as Policy;

async function runSide(
  scope: Scope,
  run: SolveRun,
  { key, name, sessions }: Pick<PlanSide, "key" | "name" | "sessions">,
): Promise<PlanSide | null> {
  const { db } = store();
  const plan = await findPlan(scope, db, run.id);
  const record = await readWeekRecord(scope, db, run.id);
  if (plan === null || record === null) return null;
  return {
    ...{ key, name, run: run.id, sessions, record },
    ...{ score: plan.score, bound: plan.bound, measures: plan.measures },
    weights: await weightsOf(scope, run),
    figures: record.figures,
    lists: record.lists,
    policyVersion: record.policyVersion,
  };
}

async function weightsOf(scope: Scope, { organisation, policyNumber, scenario }: SolveRun) {
  const { db } = store();
  const { policy } =
    (await policyNumbered(scope, db, organisation, policyNumber)) ??
    (await currentPolicy(scope, db, organisation))!;
  const found = scenario === null ? null : await findScenario(scope, db, scenario);
  return scenarioWeek({ sessions: [], resources: [], policy }, found?.changes ?? []).policy.weights;
}

async function liveSide(scope: Scope, state: HeldWeekState): Promise<PlanSide> {
  const { db } = store();
  const { organisation, standing } = state;
  const { policy } = (await currentPolicy(scope, db, organisation))!;
  const held = await entriesById(
    scope,
    db,
    standing.map(({ entry }) => entry),
  );
  const people = new Map(
    [...held].map(([id, { entry }]): [string, KnownEntry] => [
      id,
      { entry, gone: false, link: null, named: false },
    ]),
  );
  const sessions = state.sessions.map(({ session }) => session);
  const horizon = horizonOf(sessions);
  const today: IsoDate = state.plan?.run.options.planDate ?? state.week;
  const ids = state.sessions.map(({ id }) => id);
  const orders = await currentListOrders(scope, db, ids);
  const lists = acceptedLists({ today, policy, sessions: state.sessions, standing, people, orders });
  const entriesOf = new Map(
    lists.map(({ sessionId, cases }) => [
      sessionId,
      cases.flatMap(({ entry }) => held.get(entry)?.entry ?? []),
    ]),
  );
  const worth = sessions.filter(isBookable).map((session) => ({
    session,
    entries: entriesOf.get(session.sessionId) ?? [],
  }));
  return {
    ...{ key: "live", name: "The week as it stands", run: null, bound: null, record: null },
    ...weekWorth(worth, policy, horizon, flagsOf),
    weights: policy.weights,
    figures: planFigures({ sessions, lists: entriesOf, eligible: [], policy, horizon }),
    ...{ lists, sessions, policyVersion: policy.version },
  };
}
