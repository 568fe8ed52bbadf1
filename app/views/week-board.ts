import { addDays, type ClockTime, type IsoDate } from "~/domain/calendar";
import { OVERRUN_TOLERANCE } from "~/domain/overrun";
import type { RecordedList } from "~/domain/week-record";
import { inTimeOrder, isBookable, sessionLength } from "~/domain/session-time";
import type { SessionStatus, SiteType, TheatreSession } from "~/domain/theatre";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import {
  boardCase,
  isUrgentCase,
  LONG_WAIT_WEEKS,
  type BoardCase,
  type CaseChange,
  type EntryOf,
} from "./week-case";

/** A specialty by code and name. */
export interface Specialty {
  code: string;
  name: string;
}

/** The week's lists by site; every session of the week is there, empty and closed ones too. */
export interface WeekBoard {
  sites: BoardSite[];
}

export interface BoardSite {
  code: string;
  name: string;
  type: SiteType;
  theatres: string[];
  days: BoardDay[];
  cases: number;
}

/** One day at one site: a cell for each theatre of the site, in the order of `theatres`. */
export interface BoardDay {
  date: IsoDate;
  cells: BoardCell[];
}

/** What happens in one theatre on one day: no list, one, or one after the other. */
export interface BoardCell {
  theatre: string;
  lists: BoardList[];
}

/** One session and its list. Minutes are whole, shares 0 to 1. */
export interface BoardList {
  sessionId: string;
  site: string;
  theatre: string;
  date: IsoDate;
  start: ClockTime;
  end: ClockTime;
  status: SessionStatus;
  bookable: boolean;
  specialties: Specialty[];
  surgeons: string[];
  anaesthetics: string[];
  paediatric: boolean;
  maxCases: number | null;
  length: number;
  heldMinutes: number;
  plannedMinutes: number;
  /** Minutes that no case and no turnaround fills. */
  freeMinutes: number;
  touchUtilisation: number;
  overrunProbability: number;
  /** The overrun probability is above what the policy allows a list of several cases. */
  overrunHigh: boolean;
  /** On average; null in plans that were kept before it was worked out. */
  expected: { overrunMinutes: number; unusedMinutes: number } | null;
  urgentCases: number;
  longWaitCases: number;
  provisionalCases: number;
  /** Cases whose entries have left the waiting list. */
  goneCases: number;
  /** Cases that the order of the list could not give what they ask. */
  orderNoteCases: number;
  /** Cases that are booked before the second stage of the shared decision. */
  beforeStageTwoCases: number;
  /** Cases of patients who cannot come on the day. */
  cannotComeCases: number;
  cases: BoardCase[];
  /** Who is on leave, and what follows from it; empty: nobody. */
  away: string;
  /** Where its page is, and its published version in words; null: a proposal has neither. */
  page: { href: string; published: string; changed: boolean } | null;
}

/** What a board is laid out from. */
export interface BoardInput {
  weekStart: IsoDate;
  sessions: readonly TheatreSession[];
  lists: readonly RecordedList[];
  overrunProbabilityMax: number;
  entryOf: EntryOf;
  siteName: (code: string) => string;
  /** How the case stands against the week before this plan; null: as it was, or nothing to compare. */
  changeOf?: (entry: string, sessionId: string) => CaseChange | null;
  /** The page of a list, by the session's own identifier. */
  pageOf?: (sessionId: string) => BoardList["page"];
  /** Where it is told why a case stands where it stands; missing: nowhere. */
  whyOf?: (entry: string) => string;
  /** Who of a session is on leave, in words; empty: nobody. */
  awayOf?: (sessionId: string) => string;
  /** Where a case is cancelled, by its session's own identifier; missing: nothing stands yet. */
  cancelOf?: (sessionId: string, entry: string) => string | null;
  /** Whether the shared decision of a case is not complete; missing: nobody asked. */
  isBeforeStageTwo?: (entry: string) => boolean;
}

/** What a reader of the board has chosen to see; empty text: all. */
export interface BoardFilter {
  site: string;
  specialty: string;
  day: string;
}

/** What a week can be narrowed down to. */
export interface WeekChoices {
  sites: { code: string; name: string }[];
  specialties: Specialty[];
  days: IsoDate[];
}

/** The sites, specialties and days that the sessions of a week have. */
export function weekChoices(
  sessions: readonly TheatreSession[],
  siteName: (code: string) => string,
): WeekChoices {
  const distinct = (values: string[]) => [...new Set(values)].sort();
  return {
    sites: distinct(sessions.map(({ site }) => site)).map((code) => ({ code, name: siteName(code) })),
    specialties: distinct(sessions.flatMap(({ treatmentFunctions }) => treatmentFunctions)).map(specialtyOf),
    days: distinct(sessions.map(({ date }) => date)),
  };
}

/** A specialty with its name. */
export function specialtyOf(code: string): Specialty {
  return { code, name: treatmentFunctionName(code) };
}

/** The filter that an address asks for; what it does not name, or the week does not have, is not narrowed. */
export function weekFilter(search: URLSearchParams, choices: WeekChoices): BoardFilter {
  const known = (name: string, codes: string[]) => codes.find((code) => code === search.get(name)) ?? "";
  return {
    site: known(
      "site",
      choices.sites.map(({ code }) => code),
    ),
    specialty: known(
      "specialty",
      choices.specialties.map(({ code }) => code),
    ),
    day: known("day", choices.days),
  };
}

/** Lays a week out by site, then day and theatre. */
export function weekBoard(input: BoardInput, filter: BoardFilter): WeekBoard {
  const planned = new Map(input.lists.map((list) => [list.sessionId, list]));
  const shown = inTimeOrder(input.sessions).filter((session) => isShown(session, filter));
  const lists = shown.map((session) => boardList(session, planned.get(session.sessionId), input));
  const siteCodes = [...new Set(lists.map(({ site }) => site))].sort();
  return { sites: siteCodes.map((code) => boardSite(code, shown, lists, input)) };
}

/** Whether a filter lets a session through. */
export function isShown(session: TheatreSession, { site, specialty, day }: BoardFilter): boolean {
  return (
    (site === "" || session.site === site) &&
    (specialty === "" || session.treatmentFunctions.includes(specialty)) &&
    (day === "" || session.date === day)
  );
}

function boardSite(
  code: string,
  sessions: readonly TheatreSession[],
  lists: readonly BoardList[],
  { weekStart, siteName }: BoardInput,
): BoardSite {
  const own = lists.filter(({ site }) => site === code);
  const theatres = [...new Set(own.map(({ theatre }) => theatre))].sort(byNumber);
  const type = sessions.find(({ site }) => site === code)?.siteType ?? "main";
  const days = daysOf(weekStart, own).map((date) => ({
    date,
    cells: theatres.map((theatre) => ({
      theatre,
      lists: own.filter((list) => list.date === date && list.theatre === theatre),
    })),
  }));
  const cases = own.reduce((sum, list) => sum + list.cases.length, 0);
  return { code, name: siteName(code), type, theatres, days, cases };
}

/** The days of the week on which this site has sessions. */
function daysOf(weekStart: IsoDate, lists: readonly BoardList[]): IsoDate[] {
  const used = new Set(lists.map(({ date }) => date));
  return [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(weekStart, day)).filter((date) => used.has(date));
}

const numeric = new Intl.Collator("en", { numeric: true });
const byNumber = (a: string, b: string) => numeric.compare(a, b);

function boardList(session: TheatreSession, list: RecordedList | undefined, input: BoardInput): BoardList {
  const { sessionId, site, theatre, date, start, end, status, surgeons, paediatric, maxCases } = session;
  const length = Math.max(0, sessionLength(session));
  const plannedMinutes = list?.plannedMinutes ?? 0;
  const overrunProbability = list?.overrunProbability ?? 0;
  const cases = list ? casesOf(list, session, input) : [];
  return {
    ...{ sessionId, site, theatre, date, start, end, status, surgeons, paediatric, maxCases, length },
    bookable: isBookable(session),
    specialties: session.treatmentFunctions.map(specialtyOf),
    anaesthetics: session.anaesthetics,
    heldMinutes: session.heldMinutes,
    plannedMinutes,
    freeMinutes: Math.max(0, length - plannedMinutes),
    touchUtilisation: list?.touchUtilisation ?? 0,
    overrunProbability,
    overrunHigh: overrunProbability > input.overrunProbabilityMax + OVERRUN_TOLERANCE,
    expected: expectedOf(list),
    ...countsOf(cases),
    cases,
    away: input.awayOf?.(sessionId) ?? "",
    page: input.pageOf?.(sessionId) ?? null,
  };
}

function expectedOf(list: RecordedList | undefined): BoardList["expected"] {
  const { expectedOverrunMinutes: overrunMinutes, expectedUnusedMinutes: unusedMinutes } = list ?? {};
  return overrunMinutes === undefined || unusedMinutes === undefined
    ? null
    : { overrunMinutes, unusedMinutes };
}

function countsOf(cases: readonly BoardCase[]) {
  return {
    urgentCases: cases.filter(isUrgentCase).length,
    longWaitCases: cases.filter(({ band }) => band !== null && band >= LONG_WAIT_WEEKS).length,
    provisionalCases: cases.filter(({ provisional }) => provisional).length,
    goneCases: cases.filter(({ gone }) => gone).length,
    orderNoteCases: cases.filter(({ orderNotes }) => orderNotes.length > 0).length,
    cannotComeCases: cases.filter(({ cannotCome }) => cannotCome).length,
    beforeStageTwoCases: cases.filter(({ beforeStageTwo }) => beforeStageTwo).length,
  };
}

function casesOf(
  list: RecordedList,
  session: TheatreSession,
  { entryOf, changeOf, whyOf, cancelOf, isBeforeStageTwo }: BoardInput,
): BoardCase[] {
  return [...list.cases]
    .sort((a, b) => a.order - b.order)
    .map((planned) => {
      const change = changeOf?.(planned.entry, session.sessionId) ?? null;
      const item = boardCase(planned, session, entryOf(planned.entry), change);
      const cancel = cancelOf?.(session.sessionId, planned.entry) ?? null;
      const beforeStageTwo = isBeforeStageTwo?.(planned.entry) ?? false;
      return { ...item, cancel, beforeStageTwo, why: whyOf?.(planned.entry) ?? null };
    });
}
