import { because } from "~/domain/because";
import { overriddenRules } from "~/domain/eligibility/eligibility";
import type { HandOrder } from "~/domain/list-order/hand-order";
import { listExpectation, listOverrun } from "~/domain/list-fit";
import type { Plan, PlannedCase, PlannedList } from "~/domain/plan";
import type { Bottleneck } from "~/domain/plan-reasons";
import type { Measures } from "~/domain/policy";
import { moreWords } from "~/domain/reason-words";
import { inTimeOrder, isBookable } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import { listMinutes, shareOf } from "~/domain/utilisation";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Solved } from "~solver/solution";
import type { BuiltProblem } from "./build-problem.server";
import type { PlanReasons } from "./explain-plan.server";
import { namesOf, explainUnplaced } from "./explain-unplaced.server";
import { required } from "./explain/final-lists.server";
import { toldInPart } from "./explain/left-untold";
import { identity } from "./explain/identity.server";
import { orderList, type OrderedCase } from "./planning/order-list.server";
import { flagsOf, listLimits, type PlanContext } from "./planning/plan-context.server";

/** What the plan says of its run besides the solution. */
export interface RunFacts {
  seed: number;
  /** Wall-clock seconds. */
  seconds: number;
}

/** The plan of a solution, in the words of the file contract: every bookable session is listed, empty ones too. */
export function decodePlan(
  context: PlanContext,
  built: BuiltProblem,
  solved: Solved,
  run: RunFacts,
  reasons?: PlanReasons,
): Plan {
  const { planDate, policy, sessions, warnings, rejected } = context.input;
  const { score, bound } = solved;
  const entries = entriesBySession(built, solved.options);
  return {
    planDate,
    policy,
    status: score === bound ? "optimal" : "feasible",
    score,
    bound,
    gap: bound > 0 ? (bound - score) / bound : 0,
    measures: solved.measures as Measures,
    seconds: run.seconds,
    steps: solved.steps,
    seed: run.seed,
    engine: solved.engine,
    ...toldOf(reasons),
    bottlenecks: namedBottlenecks(context, reasons?.bottlenecks ?? []),
    sessions: inTimeOrder(sessions.filter(isBookable)).map((session) =>
      plannedList(context, built.pins, session, entries.get(session) ?? []),
    ),
    unplaced: explainUnplaced(context, built, solved.options, reasons),
    warnings: [...warnings, ...built.warnings],
    rejected,
  };
}

/** Only a plan that is told in part says so. */
function toldOf(reasons: PlanReasons | undefined): Pick<Plan, "told"> {
  const told = reasons ? toldInPart(reasons.untold) : null;
  return told === null ? {} : { told };
}

function namedBottlenecks(context: PlanContext, bottlenecks: readonly Bottleneck[]): Plan["bottlenecks"] {
  const names = namesOf(context);
  return bottlenecks.map((each) => ({ words: moreWords(each.what, names), ...each }));
}

/** The entries that options place, by session. */
export function entriesBySession(
  { problem, sessions, entries }: BuiltProblem,
  options: readonly number[],
): Map<TheatreSession, WaitingListEntry[]> {
  const placed = new Map<TheatreSession, WaitingListEntry[]>();
  for (const option of options) {
    const session = required(sessions[required(problem.options.list[option])]);
    const entry = required(entries[required(problem.options.case[option])]);
    placed.set(session, [...(placed.get(session) ?? []), entry]);
  }
  return placed;
}

/** The list of a session that holds these entries: in a person's order or the rules', with times and measures. */
export function plannedList(
  context: PlanContext,
  pins: BuiltProblem["pins"],
  session: TheatreSession,
  entries: WaitingListEntry[],
  hand?: HandOrder<WaitingListEntry>,
): PlannedList {
  const limits = listLimits(context, session);
  const { planned, touch } = listMinutes(
    entries.map((entry) => entry.minutes),
    limits.turnaround,
  );
  const expected = listExpectation(entries, limits);
  return {
    sessionId: session.sessionId,
    plannedMinutes: planned,
    utilisation: rounded(shareOf(planned, limits.length)),
    touchUtilisation: rounded(shareOf(touch, limits.length)),
    overrunProbability: rounded(listOverrun(entries, limits)),
    expectedOverrunMinutes: tenths(expected.overrun),
    expectedUnusedMinutes: tenths(expected.unused),
    cases: orderList(context, session, entries, hand).map((ordered, at) =>
      plannedCase(context, pins, session, ordered, at + 1),
    ),
  };
}

function plannedCase(
  context: PlanContext,
  pins: BuiltProblem["pins"],
  session: TheatreSession,
  { entry, start, admission, notes }: OrderedCase,
  order: number,
): PlannedCase {
  const { planDate, policy } = context.input;
  const pin = pins.get(entry);
  const pinned = pin && (pin.source.column === "LOCAL_TCI_Session" ? "booked" : "pinned");
  const told = { planDate, policy, horizon: context.horizon };
  return {
    ...identity(entry),
    order,
    start,
    minutes: entry.minutes,
    provisional: entry.screening !== "fit",
    overridden: pin ? overriddenRules(entry, session, context.eligibility, pin) : [],
    because: [because(entry, session, flagsOf(entry), told, pinned), ...notes].join("; "),
    admission,
    orderNotes: notes,
  };
}

/** Shares and probabilities to four places. */
function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

/** Minutes to a tenth. */
function tenths(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
