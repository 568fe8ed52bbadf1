import type { Plan } from "~/domain/plan";
import type { Pin } from "~/domain/resolve-pins";
import { sessionsOverlap, shareSurgeon } from "~/domain/session-time";
import { listMinutes } from "~/domain/utilisation";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { listLimits, type PlanContext } from "../planning/plan-context.server";
import { keyOf, type NamedList } from "./named-lists.server";

type Say = (fault: string) => void;

/** Judges what couples the lists: patients, surgeons, shared resources, reserves and pins. */
export function judgeWhole(
  context: PlanContext,
  lists: readonly NamedList[],
  pins: Map<WaitingListEntry, Pin>,
  say: Say,
): void {
  const used = lists.filter(({ cases }) => cases.length > 0);
  judgePatients(used, say);
  judgeSurgeons(used, say);
  judgeResources(context, used, say);
  judgeReserves(context, used, say);
  judgePins(used, pins, say);
  judgeMoves(context, used, say);
}

function judgePatients(lists: readonly NamedList[], say: Say): void {
  const placed = new Set<WaitingListEntry>();
  const operated = new Set<string>();
  for (const { session, cases } of lists)
    for (const { entry } of cases) {
      if (placed.has(entry)) say(`${entry.pathwayId} is placed twice`);
      const day = `${entry.issuer}|${entry.patientId}|${session.date}`;
      if (operated.has(day)) say(`the patient of ${entry.pathwayId} is operated on twice on ${session.date}`);
      placed.add(entry);
      operated.add(day);
    }
}

function judgeSurgeons(lists: readonly NamedList[], say: Say): void {
  lists.forEach(({ session: a }, at) => {
    for (const { session: b } of lists.slice(at + 1))
      if (sessionsOverlap(a, b) && shareSurgeon(a, b))
        say(`a surgeon is in ${a.sessionId} and ${b.sessionId} at once`);
  });
}

function judgeResources({ resources }: PlanContext, lists: readonly NamedList[], say: Say): void {
  const taken = resources.limits.map(() => 0);
  const take = (limit: number) => (taken[limit] = (taken[limit] ?? 0) + 1);
  for (const { session, cases } of lists) {
    for (const { entry } of cases) resources.caseUse(entry, session).forEach(take);
    const codes = new Set(cases.flatMap(({ entry }) => entry.equipment));
    for (const code of codes) resources.equipmentUse(code, session).forEach(take);
  }
  resources.limits.forEach(({ resource, site, date, period, quantity }, limit) => {
    const amount = taken[limit] ?? 0;
    if (amount > quantity)
      say(`${resource} at ${site} on ${date} (${period}): ${amount} used, ${quantity} there`);
  });
}

function judgeReserves(context: PlanContext, lists: readonly NamedList[], say: Say): void {
  for (const { treatmentFunction, week, sessions, maxMinutes } of context.reserves) {
    const members = new Set(sessions);
    const minutes = lists
      .filter(({ session }) => members.has(session))
      .reduce((sum, list) => sum + plannedOf(context, list), 0);
    if (minutes > maxMinutes)
      say(`${treatmentFunction} week ${week}: ${minutes} minutes used, reserve leaves ${maxMinutes}`);
  }
}

/** Means and turnarounds of a list, in minutes. */
export function plannedOf(context: PlanContext, { session, cases }: NamedList): number {
  const minutes = cases.map(({ entry }) => entry.minutes);
  return listMinutes(minutes, listLimits(context, session).turnaround).planned;
}

function judgePins(lists: readonly NamedList[], pins: Map<WaitingListEntry, Pin>, say: Say): void {
  const placedIn = new Map(
    lists.flatMap(({ session, cases }) => cases.map(({ entry }) => [entry, session] as const)),
  );
  for (const { entry, session } of pins.values())
    if (placedIn.get(entry) !== session) say(`pin not kept: ${entry.pathwayId} in ${session.sessionId}`);
}

/** No more patients of the earlier plan have moved than may; who has left the waiting list has not moved. */
function judgeMoves({ input }: PlanContext, lists: readonly NamedList[], say: Say): void {
  const { maxMoves = null, placements = [] } = input.previous ?? {};
  if (maxMoves === null) return;
  const waiting = new Set(input.entries.map(({ pathwayId }) => pathwayId));
  const places = lists.flatMap(({ session, cases }) =>
    cases.map(({ entry }) => `${entry.pathwayId}|${session.sessionId}`),
  );
  const placed = new Set(places);
  const moved = placements.filter(
    ({ pathwayId, sessionId }) => waiting.has(pathwayId) && !placed.has(`${pathwayId}|${sessionId}`),
  );
  if (moved.length > maxMoves) say(`${moved.length} cases moved, ${maxMoves} may`);
}

/** Every entry is placed or unplaced, once. */
export function judgeAccount(context: PlanContext, plan: Plan, lists: readonly NamedList[], say: Say): void {
  const placed = new Set(lists.flatMap(({ cases }) => cases.map(({ entry }) => keyOf(entry))));
  const unplaced = new Set(plan.unplaced.map(keyOf));
  if (unplaced.size < plan.unplaced.length) say("an entry is unplaced twice");
  let known = 0;
  for (const entry of context.input.entries) {
    const key = keyOf(entry);
    if (placed.has(key) === unplaced.has(key))
      say(`${entry.pathwayId} is both placed and unplaced, or neither`);
    if (unplaced.has(key)) known++;
  }
  if (known < unplaced.size) say("an entry is unplaced that is not on the waiting list");
}
