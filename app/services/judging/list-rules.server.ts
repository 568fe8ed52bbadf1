import { minutesOfDay } from "~/domain/calendar";
import { eligibility, overriddenRules } from "~/domain/eligibility/eligibility";
import { listMisfit, listOverrun } from "~/domain/list-fit";
import type { Pin } from "~/domain/resolve-pins";
import { listMinutes, shareOf } from "~/domain/utilisation";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { listLimits, type PlanContext } from "../planning/plan-context.server";
import type { NamedList } from "./named-lists.server";

type Say = (fault: string) => void;

/** What stated shares and probabilities may differ from the true ones: they are rounded to four places. */
const ROUNDING = 0.000051;

/** Judges one list by itself: who may be on it, whether it holds them, and what it states. */
export function judgeList(
  context: PlanContext,
  list: NamedList,
  pins: Map<WaitingListEntry, Pin>,
  say: Say,
): void {
  for (const one of list.cases) judgeCase(context, list, one, pins, say);
  judgeTimes(context, list, say);
  const entries = list.cases.map(({ entry }) => entry);
  const limits = listLimits(context, list.session);
  const misfit = listMisfit(entries, limits);
  const id = list.session.sessionId;
  if (misfit) say(`${id} is too full: ${misfit.rule} ${misfit.amount}, at most ${misfit.limit}`);
  const { planned, touch } = listMinutes(
    entries.map(({ minutes }) => minutes),
    limits.turnaround,
  );
  const { stated } = list;
  if (stated.plannedMinutes !== planned)
    say(`${id} states ${stated.plannedMinutes} minutes, it has ${planned}`);
  const close = (what: string, told: number, is: number) => {
    if (!(Math.abs(told - is) <= ROUNDING)) say(`${id} states ${what} ${told}, it is ${is}`);
  };
  close("utilisation", stated.utilisation, shareOf(planned, limits.length));
  close("touch utilisation", stated.touchUtilisation, shareOf(touch, limits.length));
  close("overrun probability", stated.overrunProbability, listOverrun(entries, limits));
}

function judgeCase(
  context: PlanContext,
  { session }: NamedList,
  { entry, stated }: NamedList["cases"][number],
  pins: Map<WaitingListEntry, Pin>,
  say: Say,
): void {
  const kept = pins.get(entry);
  const pin = kept?.session === session ? kept : null;
  const found = eligibility(entry, session, context.eligibility, pin);
  if (!found.allowed) say(`${entry.pathwayId} may not go into ${session.sessionId}: ${found.reason}`);
  const overridden = pin ? overriddenRules(entry, session, context.eligibility, pin) : [];
  if (stated.overridden.join() !== overridden.join()) say(`${entry.pathwayId} marks the wrong overrides`);
  if (stated.minutes !== entry.minutes) say(`${entry.pathwayId} is shown with ${stated.minutes} minutes`);
  if (stated.provisional !== (entry.screening !== "fit"))
    say(`${entry.pathwayId} is wrongly marked as provisional or not`);
}

/** Each case starts when the theatre is free, and a list of several ends within its session. */
function judgeTimes(context: PlanContext, { session, cases }: NamedList, say: Say): void {
  const { turnaround } = listLimits(context, session);
  let free = minutesOfDay(session.start);
  for (const { entry, stated } of cases) {
    const start = minutesOfDay(stated.start);
    if (!(start >= free)) say(`${entry.pathwayId} starts at ${stated.start}, before the theatre is free`);
    const end = start + entry.minutes;
    if (cases.length > 1 && end > minutesOfDay(session.end)) say(`${entry.pathwayId} ends after its session`);
    free = end + turnaround;
  }
}
