import { dayNumber, mondayOf } from "./calendar";
import type { Policy } from "./policy";
import { isBookable, sessionLength } from "./session-time";
import type { TheatreSession } from "./theatre";
import type { Horizon } from "./urgency";

/** The sessions of one specialty in one week, of which a share stays free for urgent patients yet to come. */
export interface ReserveWeek {
  treatmentFunction: string;
  /** 1 for the week from the Monday on or before the first session. */
  week: number;
  share: number;
  sessions: TheatreSession[];
  /** Planned minutes that these sessions may hold together. */
  maxMinutes: number;
}

const ROUNDING = 1e-9;

/** The reserves that the policy asks for. A session belongs to its first treatment function. */
export function reserveWeeks(
  sessions: readonly TheatreSession[],
  policy: Policy,
  horizon: Horizon,
): ReserveWeek[] {
  const reserves = new Map<string, ReserveWeek>();
  for (const session of sessions.filter(isBookable)) {
    const [treatmentFunction = ""] = session.treatmentFunctions;
    const week = weekOf(session, horizon);
    const share = policy.reserveShare[treatmentFunction]?.[week - 1];
    if (!share) continue;
    const key = `${treatmentFunction}|${week}`;
    const reserve = reserves.get(key) ?? { treatmentFunction, week, share, sessions: [], maxMinutes: 0 };
    reserve.sessions.push(session);
    reserves.set(key, reserve);
  }
  return [...reserves.values()].map((reserve) => ({ ...reserve, maxMinutes: mayFill(reserve) }));
}

function weekOf({ date }: TheatreSession, { first }: Horizon): number {
  return Math.floor((dayNumber(date) - dayNumber(mondayOf(first))) / 7) + 1;
}

function mayFill({ sessions, share }: ReserveWeek): number {
  const minutes = sessions.reduce((sum, session) => sum + sessionLength(session), 0);
  return Math.floor((1 - share) * minutes + ROUNDING);
}
