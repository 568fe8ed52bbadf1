import type { User } from "~/auth/visitor.server";
import { now, today } from "~/clock.server";
import { addDays, clockTime, type ClockTime, type IsoDate } from "~/domain/calendar";
import { dayMinute } from "~/domain/operating-day/day-minute";
import { isBookable } from "~/domain/session-time";
import type { SessionStatus } from "~/domain/theatre";
import { settingsAt } from "~/domain/workspace-settings";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { runningList } from "~/services/operating-day/day-list.server";
import { loadDays, type HeldDay } from "~/services/operating-day/load-day.server";
import { store } from "~/store.server";
import { listSites } from "~db/organisations";
import type { Scope } from "~db/scope";
import { sessionDates, type HeldSession } from "~db/theatre-sessions";
import { listStanding, type ListStanding } from "./list-outlook.server";

/** A theatre session on the page of a day. */
export interface SessionOfDay {
  id: string;
  sessionId: string;
  theatre: string;
  start: ClockTime;
  end: ClockTime;
  specialties: string[];
  surgeons: string[];
  status: SessionStatus;
  bookable: boolean;
  cancelled: number;
  standing: ListStanding;
}

/** All theatres of a date at the sites in scope. */
export interface TodayPage {
  date: IsoDate;
  day: ListStanding["day"];
  today: IsoDate;
  now: ClockTime;
  previous: IsoDate;
  next: IsoDate;
  sites: { code: string; name: string; sessions: SessionOfDay[] }[];
  totals: { lists: number; cases: number; done: number; running: number; cancelled: number; late: number };
  /** Lists that are likelier to overrun than not. */
  overrunning: number;
  /** The next date that has sessions, where this one has none. */
  nearest: IsoDate | null;
  may: { cancellations: boolean };
}

/** Loads the page of a date. */
export async function todayPage(user: User, scope: Scope, date: IsoDate): Promise<TodayPage> {
  const { db } = store();
  const days = await loadDays(scope, db, date);
  const sites = await listSites(scope, db);
  const sessions = days.flatMap((day) =>
    day.sessions.map((held) => ({ site: held.session.site, shown: sessionOf(day, held) })),
  );
  const shown = sites.map(({ code, name }) => ({
    ...{ code, name },
    sessions: sessions
      .filter(({ site }) => site === code)
      .map((one) => one.shown)
      .sort(byTheatre),
  }));
  const all = sessions.map((one) => one.shown);
  const sum = (of: (session: SessionOfDay) => number) => all.reduce((total, one) => total + of(one), 0);
  const isThat = date === today() ? "today" : date > today() ? "future" : "past";
  return {
    ...{ date, day: isThat, today: today(), previous: addDays(date, -1), next: addDays(date, 1) },
    now: clockTime(dayMinute(now().toISOString(), today())),
    sites: shown.filter((site) => site.sessions.length > 0),
    totals: {
      lists: all.filter(({ bookable, standing }) => bookable && standing.cases > 0).length,
      cases: sum(({ standing }) => standing.cases),
      done: sum(({ standing }) => standing.done),
      running: sum(({ standing }) => standing.running),
      cancelled: sum(({ cancelled }) => cancelled),
      late: sum(({ standing }) => (standing.lateStart === null ? 0 : 1)),
    },
    overrunning: all.filter(({ standing }) => !standing.over && standing.overrunProbability > 0.5).length,
    nearest: all.length > 0 ? null : await nearestDate(scope, { shown: date, today: today() }),
    may: { cancellations: user.may("waitingList.view") },
  };
}

/** The first date that has sessions, from the one that is shown on; never one that is over. Null: there is none. */
export async function nearestDate(
  scope: Scope,
  { shown, today: now }: { shown: IsoDate; today: IsoDate },
): Promise<IsoDate | null> {
  return (await sessionDates(scope, store().db, shown > now ? shown : now))[0]?.date ?? null;
}

const numeric = new Intl.Collator("en", { numeric: true });

function byTheatre(a: SessionOfDay, b: SessionOfDay): number {
  return numeric.compare(a.theatre, b.theatre) || numeric.compare(a.start, b.start);
}

function sessionOf(day: HeldDay, held: HeldSession): SessionOfDay {
  const { session, id } = held;
  const { sessionId, theatre, start, end, surgeons, status } = session;
  const running = runningList(day, held);
  const standing = new Set(running.cases.map((each) => each.held.id));
  const lost = day.cancellations.filter((one) => one.session === id && !standing.has(one.entry));
  return {
    ...{ id, sessionId, theatre, start, end, surgeons, status },
    specialties: session.treatmentFunctions.map(treatmentFunctionName),
    bookable: isBookable(session),
    cancelled: new Set(lost.map(({ entry }) => entry)).size,
    standing: listStanding(running, settingsAt(day.settings, session.site)).standing,
  };
}
