import type { Measures } from "~/domain/policy";
import { weeksWaited } from "~/domain/rtt-clock";
import { isBookable, sessionLength } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import { urgencyOf, urgentClassOn, type UrgentClass } from "~/domain/urgency";
import { listMinutes } from "~/domain/utilisation";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Solved } from "~solver/solution";
import type { BuiltProblem } from "../build-problem.server";
import { entriesBySession } from "../decode-plan.server";
import { listLimits, type PlanContext } from "./plan-context.server";

/** Whom and what a plan serves. Minutes, and numbers of patients. */
export interface PlanSummary {
  score: number;
  measures: Measures;
  listsUsed: number;
  cases: number;
  dayCases: number;
  /** Operating means and turnarounds. */
  plannedMinutes: number;
  /** Operating means. */
  touchMinutes: number;
  urgent: Record<UrgentClass, number>;
  /** Placed patients who will have waited at least so many weeks on the day. */
  waited52: number;
  waited78: number;
}

/** A plan beside the one that a careful person makes by hand from the same rows. */
export interface PlanComparison {
  plan: PlanSummary;
  handRule: PlanSummary;
  /** Sessions that can hold cases, and their minutes. */
  lists: number;
  openMinutes: number;
  /** Patients who could go somewhere this week. */
  eligible: Pick<PlanSummary, "cases" | "urgent" | "waited52" | "waited78">;
}

export function comparePlans(context: PlanContext, built: BuiltProblem, solved: Solved): PlanComparison {
  const bookable = context.input.sessions.filter(isBookable);
  return {
    plan: summary(context, built, solved.options, solved),
    handRule: summary(context, built, solved.handRule.options, solved.handRule),
    lists: bookable.length,
    openMinutes: bookable.reduce((minutes, session) => minutes + Math.max(0, sessionLength(session)), 0),
    eligible: eligible(context, built),
  };
}

function summary(
  context: PlanContext,
  built: BuiltProblem,
  options: readonly number[],
  { score, measures }: { score: number; measures: Record<string, number> },
): PlanSummary {
  const counts = emptyCounts();
  const lists = entriesBySession(built, options);
  let plannedMinutes = 0;
  let touchMinutes = 0;
  for (const [session, entries] of lists) {
    const means = entries.map(({ minutes }) => minutes);
    const { planned, touch } = listMinutes(means, listLimits(context, session).turnaround);
    plannedMinutes += planned;
    touchMinutes += touch;
    for (const entry of entries) count(counts, context, entry, session);
  }
  return {
    score,
    measures: measures as Measures,
    listsUsed: lists.size,
    plannedMinutes,
    touchMinutes,
    ...counts,
  };
}

/** Patients with a session to go to, each as on the last of them. */
function eligible(context: PlanContext, { entries, optionStart, problem, sessions }: BuiltProblem) {
  const counts = emptyCounts();
  entries.forEach((entry, at) => {
    const last = problem.options.list[(optionStart[at + 1] ?? 0) - 1];
    const session = last === undefined ? undefined : sessions[last];
    if (session) count(counts, context, entry, session);
  });
  return counts;
}

type Counts = Pick<PlanSummary, "cases" | "dayCases" | "urgent" | "waited52" | "waited78">;

function emptyCounts(): Counts {
  const urgent = { P1: 0, dueInTime: 0, dueLate: 0, notYetDue: 0, P3due: 0 };
  return { cases: 0, dayCases: 0, urgent, waited52: 0, waited78: 0 };
}

function count(
  counts: Counts,
  { input: { policy }, horizon }: PlanContext,
  entry: WaitingListEntry,
  { date }: TheatreSession,
): void {
  const urgentClass = urgentClassOn(urgencyOf(entry, policy, horizon), date);
  const weeks = weeksWaited(entry.clockStart, date);
  counts.cases++;
  if (entry.nights === 0) counts.dayCases++;
  if (urgentClass !== null) counts.urgent[urgentClass]++;
  if (weeks >= 52) counts.waited52++;
  if (weeks >= 78) counts.waited78++;
}

/** Urgent patients whose target the week must meet: all but those not yet due and P3. */
export function dueUrgent({ urgent }: Pick<PlanSummary, "urgent">): number {
  return urgent.P1 + urgent.dueInTime + urgent.dueLate;
}
