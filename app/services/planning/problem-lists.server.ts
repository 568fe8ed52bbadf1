import { dayNumber, minutesOfDay } from "~/domain/calendar";
import { inTimeOrder, isBookable, sessionLength } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import type { Capacity, List, Reserve } from "~solver/problem";
import { listLimits, type PlanContext } from "./plan-context.server";

/** The lists of a problem, and the session of each. */
export interface ProblemLists {
  lists: List[];
  /** By list. */
  sessions: TheatreSession[];
  listOf: Map<TheatreSession, number>;
  /** Equipment codes that some resource limits: code to kit. */
  kits: Map<string, number>;
}

/** Every open or locked session that has minutes to fill, in the order of time. */
export function problemLists(context: PlanContext): ProblemLists {
  const bookable = context.input.sessions.filter(isBookable);
  const sessions = inTimeOrder(bookable).filter((session) => sessionLength(session) > 0);
  const listOf = new Map(sessions.map((session, list) => [session, list]));
  const kits = limitedEquipment(context);
  const operators = numbered(sessions.flatMap(({ surgeons }) => surgeons));
  const lists = sessions.map((session) => listOfSession(context, session, kits, operators));
  return { lists, sessions, listOf, kits };
}

function listOfSession(
  context: PlanContext,
  session: TheatreSession,
  kits: Map<string, number>,
  operators: Map<string, number>,
): List {
  const { length, turnaround, maxCases } = listLimits(context, session);
  return {
    id: session.sessionId,
    day: dayNumber(session.date),
    start: minutesOfDay(session.start),
    end: minutesOfDay(session.end),
    length,
    turnaround,
    maxCases,
    operators: session.surgeons.flatMap((surgeon) => operators.get(surgeon) ?? []),
    kitUsage: [...kits.keys()].map((code) => context.resources.equipmentUse(code, session)),
  };
}

/** The shared resources, numbered as in the resource index. */
export function problemCapacities({ resources }: PlanContext): Capacity[] {
  return resources.limits.map(({ resource, site, date, period, quantity }) => ({
    id: `${resource} ${site} ${date} ${period}`,
    quantity,
  }));
}

export function problemReserves({ reserves }: PlanContext, { listOf }: ProblemLists): Reserve[] {
  return reserves.map(({ treatmentFunction, week, sessions, maxMinutes }) => ({
    id: `${treatmentFunction} week ${week}`,
    lists: sessions.flatMap((session) => listOf.get(session) ?? []),
    maxMinutes,
  }));
}

const EQUIPMENT = "equipment:";

function limitedEquipment({ resources }: PlanContext): Map<string, number> {
  const limited = resources.limits.filter(({ resource }) => resource.startsWith(EQUIPMENT));
  return numbered(limited.map(({ resource }) => resource.slice(EQUIPMENT.length)));
}

/** Distinct values, numbered in the order in which they come. */
export function numbered(values: readonly string[]): Map<string, number> {
  return new Map([...new Set(values)].map((value, number) => [value, number]));
}
