import type { Choice } from "~/components/filter-fields";
import { dateText } from "~/components/date-text";
import { addDays, mondayOf, wholeWeeks, type IsoDate } from "~/domain/calendar";
import { byUrgency, MILESTONES, weeksBefore, type Milestone } from "~/domain/six-four-two/milestones";
import { settingsAt, type SiteSettings } from "~/domain/workspace-settings";
import { bankHolidaysWithin } from "~/facts/bank-holidays";
import { settingFacts } from "~/facts/workspace-settings";
import { publishedStandings, standingWords } from "~/services/lists/published-standing.server";
import { store } from "~/store.server";
import { listSites } from "~db/organisations";
import type { Scope } from "~db/scope";
import { listSessions } from "~db/theatre-sessions";
import { sessionStandings, type SessionStanding } from "./session-state";
import { stateSources } from "./state-sources.server";

/** Weeks that the board looks ahead. */
export const BOARD_WEEKS = 8;
const ROWS_A_PAGE = 50;

export interface BoardFilter {
  site: string | null;
  specialty: string | null;
  week: IsoDate | null;
  late: boolean;
}

export interface BoardRow extends SessionStanding {
  siteName: string;
  /** Whole weeks from today to its day. */
  weeksAway: number;
  /** Its published list in words, and whether the list has changed since; null: none is published. */
  published: { words: string; changed: boolean } | null;
}

/** How many sessions stand how with one milestone. */
export interface MilestoneCount {
  milestone: Milestone;
  weeks: number;
  done: number;
  late: number;
  due: number;
  source: string;
}

/** From which share of its minutes a list counts as filled, and where that comes from. */
export interface FilledBorder {
  percent: number;
  source: string;
}

/** The 6-4-2 board: every session of the next eight weeks with its state, what is late first. */
export interface SixFourTwoBoard {
  organisation: string;
  from: IsoDate;
  to: IsoDate;
  rows: BoardRow[];
  found: number;
  all: number;
  late: number;
  page: number;
  pageSize: number;
  filter: BoardFilter;
  choices: { sites: Choice[]; specialties: Choice[]; weeks: Choice[] };
  counts: MilestoneCount[];
  filledBorder: FilledBorder;
  settingsNumber: number;
  holidays: { date: IsoDate; name: string }[];
}

/** Loads the board as an address asks for it. */
export async function sixFourTwoBoard(
  scope: Scope,
  organisation: string,
  search: URLSearchParams,
  today: IsoDate,
): Promise<SixFourTwoBoard> {
  const until = addDays(mondayOf(today), 7 * (BOARD_WEEKS + 1));
  const span = { from: today, until };
  const sources = await stateSources(scope, organisation, span, today);
  const sites = new Map((await listSites(scope, store().db)).map(({ code, name }) => [code, name]));
  const sessions = await listSessions(scope, store().db, span, organisation);
  const rows = sessionStandings(sessions, sources).map((standing) => ({
    ...standing,
    siteName: sites.get(standing.site) ?? standing.site,
    weeksAway: wholeWeeks(today, standing.date),
    published: null,
  }));
  const choices = choicesOf(rows);
  const filter = filterOf(search, choices);
  const found = rows.filter((row) => isShown(row, filter)).sort(byUrgency);
  const pages = Math.max(1, Math.ceil(found.length / ROWS_A_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(search.get("page"))) || 1));
  const last = addDays(until, -1);
  const settings = settingsAt(sources.settings, filter.site ?? "");
  const shown = found.slice(ROWS_A_PAGE * (page - 1), ROWS_A_PAGE * page);
  return {
    ...{ organisation, from: today, to: last, filter, choices, page, pageSize: ROWS_A_PAGE },
    rows: await withPublished(scope, organisation, shown, today),
    found: found.length,
    all: rows.length,
    late: rows.filter(isLate).length,
    counts: countsOf(
      rows.filter((row) => isShown(row, { ...filter, late: false })),
      settings,
    ),
    filledBorder: { percent: settings.filledPercent, source: sourceOf("filledPercent") },
    settingsNumber: sources.version.number,
    holidays: bankHolidaysWithin({ from: today, to: last }),
  };
}

/** Adds to the shown rows how their published lists stand, a week at a time. */
async function withPublished(
  scope: Scope,
  organisation: string,
  rows: readonly BoardRow[],
  today: IsoDate,
): Promise<BoardRow[]> {
  const standings = new Map<string, BoardRow["published"]>();
  for (const week of new Set(rows.map(({ date }) => mondayOf(date)))) {
    const sessions = rows.filter(({ date }) => mondayOf(date) === week).map(({ id }) => id);
    const asked = { organisation, week, today, sessions };
    for (const [id, standing] of await publishedStandings(scope, store().db, asked))
      standings.set(id, { words: standingWords(standing), changed: standing.changes > 0 });
  }
  return rows.map((row) => ({ ...row, published: standings.get(row.id) ?? null }));
}

const isLate = ({ milestones }: BoardRow) => milestones.some(({ standing }) => standing === "late");

function isShown(row: BoardRow, { site, specialty, week, late }: BoardFilter): boolean {
  if (site !== null && row.site !== site) return false;
  if (specialty !== null && !row.specialties.some(({ code }) => code === specialty)) return false;
  return (week === null || mondayOf(row.date) === week) && (!late || isLate(row));
}

function choicesOf(rows: readonly BoardRow[]): SixFourTwoBoard["choices"] {
  const unique = (pairs: (readonly [string, string])[]): Choice[] =>
    [...new Map(pairs)].map(([value, text]) => ({ value, text })).sort((a, b) => (a.text < b.text ? -1 : 1));
  const weeks = [...new Set(rows.map(({ date }) => mondayOf(date)))].sort();
  return {
    sites: unique(rows.map(({ site, siteName }) => [site, siteName])),
    specialties: unique(
      rows.flatMap(({ specialties }) =>
        specialties.map(({ code, name }) => [code, `${name} (${code})`] as const),
      ),
    ),
    weeks: weeks.map((week) => ({ value: week, text: `Week of ${dateText(week, "short")}` })),
  };
}

function filterOf(search: URLSearchParams, choices: SixFourTwoBoard["choices"]): BoardFilter {
  const chosen = (name: string, from: Choice[]) =>
    from.find(({ value }) => value === search.get(name))?.value ?? null;
  return {
    site: chosen("site", choices.sites),
    specialty: chosen("specialty", choices.specialties),
    week: chosen("week", choices.weeks),
    late: search.get("late") === "yes",
  };
}

const SETTING_OF = {
  staffed: "staffedWeeks",
  filled: "signedOffWeeks",
  signedOff: "signedOffWeeks",
  told: "toldWeeks",
  locked: "lockedWeeks",
} as const;

function countsOf(rows: readonly BoardRow[], settings: Parameters<typeof weeksBefore>[1]): MilestoneCount[] {
  return MILESTONES.map((milestone, at) => {
    const standing = (wanted: string) => rows.filter((row) => row.milestones[at]!.standing === wanted).length;
    return {
      ...{ milestone, weeks: weeksBefore(milestone, settings) },
      ...{ done: standing("done"), late: standing("late"), due: standing("due") },
      source: sourceOf(SETTING_OF[milestone]),
    };
  });
}

function sourceOf(name: keyof SiteSettings): string {
  const { source, status } = settingFacts(name);
  return `${source} (${status})`;
}
