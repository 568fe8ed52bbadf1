import { addDays, mondayOf, type DateRange, type IsoDate } from "~/domain/calendar";
import type { Generated, Skip } from "~/domain/schedule/generation";
import { bankHolidaysWithin, BANK_HOLIDAYS_SOURCE, BANK_HOLIDAYS_UNTIL } from "~/facts/bank-holidays";
import { previewGeneration } from "~/services/schedule/generate-sessions.server";
import { store } from "~/store.server";
import { siteNames } from "~db/organisations";
import type { Scope } from "~db/scope";

export const MOST_WEEKS = 26;
const USUAL_WEEKS = 8;

/** Sessions that would be made in one week. */
export interface GeneratedWeek {
  week: IsoDate;
  made: number;
  skipped: number;
}

/** A day of a template that makes no session, and why. */
export interface SkippedDay {
  date: IsoDate;
  theatre: string;
  siteName: string;
  start: string;
  end: string;
  skip: Skip;
}

/** What generating the sessions of some weeks would do. */
export interface GenerationPage {
  organisation: string;
  from: IsoDate;
  weeks: number;
  to: IsoDate;
  byWeek: GeneratedWeek[];
  made: number;
  /** Those that are news; the days that were made before are only counted. */
  skipped: SkippedDay[];
  madeBefore: number;
  holidays: { date: IsoDate; name: string }[];
  /** The last day of which the bank holidays are known, where the span goes beyond. */
  holidaysUntil: IsoDate | null;
  source: string;
}

/** The span that an address asks for: whole weeks from a Monday on, at most half a year. */
export function spanAsked(
  search: URLSearchParams,
  today: IsoDate,
): { from: IsoDate; weeks: number; span: DateRange } {
  const said = search.get("from") ?? "";
  const isDate = /^\d{4}-\d\d-\d\d$/.test(said) && !Number.isNaN(Date.parse(said));
  const from = mondayOf(isDate && addDays(said, 0) === said ? said : addDays(today, 7));
  const weeks = Math.min(MOST_WEEKS, Math.max(1, Math.trunc(Number(search.get("weeks"))) || USUAL_WEEKS));
  return { from, weeks, span: { from, to: addDays(from, 7 * weeks - 1) } };
}

/** Loads what generating would do now; sessions of days that are past are not made. */
export async function generationPage(
  scope: Scope,
  organisation: string,
  search: URLSearchParams,
  today: IsoDate,
): Promise<GenerationPage> {
  const { from, weeks, span } = spanAsked(search, today);
  const all = await previewGeneration(scope, store().db, { organisation, span: comingOf(span, today) });
  const siteName = await siteNames(store().db);
  const skipped = all.flatMap(({ template, date, skip }) => {
    if (skip === null || skip.kind === "madeBefore") return [];
    const { theatre, site, start, end } = template;
    return [{ date, theatre, siteName: siteName(site), start, end, skip }];
  });
  return {
    ...{ organisation, from, weeks, to: span.to, skipped, byWeek: byWeek(all) },
    made: all.filter(({ sessionId }) => sessionId !== null).length,
    madeBefore: all.filter(({ skip }) => skip?.kind === "madeBefore").length,
    holidays: bankHolidaysWithin(span),
    holidaysUntil: span.to > BANK_HOLIDAYS_UNTIL ? BANK_HOLIDAYS_UNTIL : null,
    source: BANK_HOLIDAYS_SOURCE.source,
  };
}

/** A span without the days that are past. */
export function comingOf({ from, to }: DateRange, today: IsoDate): DateRange {
  return { from: from < today ? today : from, to };
}

function byWeek(all: readonly Generated[]): GeneratedWeek[] {
  const weeks = new Map<IsoDate, GeneratedWeek>();
  for (const { date, sessionId } of all) {
    const week = mondayOf(date);
    const held = weeks.get(week) ?? { week, made: 0, skipped: 0 };
    const counts = sessionId === null ? { skipped: held.skipped + 1 } : { made: held.made + 1 };
    weeks.set(week, { ...held, ...counts });
  }
  return [...weeks.values()].sort((a, b) => (a.week < b.week ? -1 : 1));
}
