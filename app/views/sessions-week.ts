import { addDays, mondayOf, type ClockTime, type IsoDate } from "~/domain/calendar";
import { inTimeOrder, isBookable, sessionLength } from "~/domain/session-time";
import type { SessionStatus, SiteType, TheatreSession } from "~/domain/theatre";
import type { Anaesthetic } from "~/domain/waiting-list";
import { bankHolidaysWithin } from "~/facts/bank-holidays";
import { isShown, specialtyOf, type BoardFilter, type Specialty } from "./week-board";

/** The theatre sessions of one week by site, in the order of time. */
export interface SessionsWeek {
  weekStart: IsoDate;
  previous: IsoDate;
  next: IsoDate;
  sites: SessionsSite[];
  total: SessionTotals;
  /** Sessions of the week before any filter. */
  all: number;
  bankHolidays: { date: IsoDate; name: string }[];
}

export interface SessionsSite {
  code: string;
  name: string;
  type: SiteType;
  rows: SessionRow[];
  total: SessionTotals;
}

/** Sessions that take cases, the others, and the minutes of those that do. */
export interface SessionTotals {
  bookable: number;
  closed: number;
  minutes: number;
  heldMinutes: number;
}

export interface SessionRow {
  /** Id of the theatre session, for its page. */
  id: string;
  sessionId: string;
  date: IsoDate;
  /** The first row of its day at this site. */
  firstOfDay: boolean;
  theatre: string;
  start: ClockTime;
  end: ClockTime;
  specialties: Specialty[];
  surgeons: string[];
  anaesthetics: Anaesthetic[];
  paediatric: boolean;
  status: SessionStatus;
  /** Minutes that may be filled. */
  length: number;
  heldMinutes: number;
  maxCases: number | null;
  /** Cases that stand in it now. */
  placed: number;
  /** What stands in its way, in words: leave of its staff. */
  marks: string[];
}

interface SessionsWeekInput {
  weekStart: IsoDate;
  sessions: readonly TheatreSession[];
  siteName: (code: string) => string;
  /** Cases that stand in a session now, by its identifier. */
  placed: (sessionId: string) => number;
  /** Id of a session, and what stands in its way, by its identifier. */
  about: (sessionId: string) => { id: string; marks: string[] };
}

/** Lays the sessions of a week out by site. */
export function sessionsWeek(input: SessionsWeekInput, filter: BoardFilter): SessionsWeek {
  const { weekStart, sessions } = input;
  const shown = inTimeOrder(sessions).filter((session) => isShown(session, filter));
  const codes = [...new Set(shown.map(({ site }) => site))].sort();
  return {
    weekStart,
    previous: addDays(weekStart, -7),
    next: addDays(weekStart, 7),
    sites: codes.map((code) => sessionsSite(code, shown, input)),
    total: totalsOf(shown),
    all: sessions.length,
    bankHolidays: bankHolidaysWithin({ from: weekStart, to: addDays(weekStart, 6) }),
  };
}

function sessionsSite(
  code: string,
  shown: readonly TheatreSession[],
  input: SessionsWeekInput,
): SessionsSite {
  const own = shown.filter(({ site }) => site === code);
  const sorted = [...own].sort((a, b) => order(a, b));
  const rows = sorted.map((session, at) => sessionRow(session, sorted[at - 1], input));
  return { code, name: input.siteName(code), type: own[0]?.siteType ?? "main", rows, total: totalsOf(own) };
}

const numeric = new Intl.Collator("en", { numeric: true });

function order(a: TheatreSession, b: TheatreSession): number {
  return (
    numeric.compare(a.date, b.date) ||
    numeric.compare(a.theatre, b.theatre) ||
    numeric.compare(a.start, b.start)
  );
}

function sessionRow(
  session: TheatreSession,
  before: TheatreSession | undefined,
  { placed, about }: SessionsWeekInput,
): SessionRow {
  const { sessionId, date, theatre, start, end, surgeons, anaesthetics } = session;
  const { paediatric, status, heldMinutes, maxCases } = session;
  return {
    ...{
      sessionId,
      date,
      theatre,
      start,
      end,
      surgeons,
      anaesthetics,
      paediatric,
      status,
      heldMinutes,
      maxCases,
    },
    firstOfDay: before?.date !== date,
    specialties: session.treatmentFunctions.map(specialtyOf),
    length: Math.max(0, sessionLength(session)),
    placed: placed(sessionId),
    ...about(sessionId),
  };
}

function totalsOf(sessions: readonly TheatreSession[]): SessionTotals {
  const bookable = sessions.filter(isBookable);
  return {
    bookable: bookable.length,
    closed: sessions.length - bookable.length,
    minutes: bookable.reduce((sum, session) => sum + Math.max(0, sessionLength(session)), 0),
    heldMinutes: bookable.reduce((sum, { heldMinutes }) => sum + heldMinutes, 0),
  };
}

/** The Monday that a week in an address stands for: any date of the week; null when it is no date. */
export function weekOf(text: string | null): IsoDate | null {
  const date = dateAsked(text);
  return date === null ? null : mondayOf(date);
}

/** A date in an address; null when it is none. */
export function dateAsked(text: string | null): IsoDate | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  return !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text ? text : null;
}
