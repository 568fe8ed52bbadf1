import { addDays, dayNumber, type IsoDate } from "../calendar";
import type { MilestoneState } from "../six-four-two/milestones";
import type { Priority } from "../waiting-list";
import {
  displacesOverTarget,
  isOver,
  placedOtherwise,
  wantedByTwo,
  type CheapestPlace,
  type WeighedCase,
} from "./contested";
import type { Ground } from "./grounds";
import { SECTIONS, type Section, type SubjectKey } from "./subject";

/** What the order of an agenda follows from. */
export interface AgendaCase {
  priority: Priority;
  cancer: boolean;
  /** Whole weeks waited today. */
  weeks: number;
  /** The earliest target; null: none. */
  target: IsoDate | null;
}

/** An entry in no list, and why, in words. */
export interface UnplacedCase {
  entry: string;
  reason: string;
  nearest: CheapestPlace | null;
}

/** A case that stands on a list. */
export interface StandingCase {
  entry: string;
  session: string;
  byHand: boolean;
  /** Rules that a person overrode, in words; who, and why. */
  overridden: string[];
  by: string;
  reason: string;
  /** What screening says, in words; null: confirmed fit. */
  provisional: string | null;
}

/** A patient who was told a date, and where the case stands now or would stand; null: nowhere. */
export interface ToldCase {
  entry: string;
  date: IsoDate;
  site: string;
  to: { session: string; date: IsoDate; site: string } | null;
  /** The proposal would move it; else it has moved. */
  proposed: boolean;
}

/** A session with the steps of its 6-4-2 that are late. */
export interface LateSession {
  session: string;
  date: IsoDate;
  late: MilestoneState[];
}

/** Borders that a site sets. */
export interface AgendaBorders {
  /** A case is wanted by two lists when the other loses at most so many percent of its points. */
  contestedPercent: number;
  handBackWeeks: number;
}

export interface AgendaInput {
  today: IsoDate;
  borders: AgendaBorders;
  cases: ReadonlyMap<string, AgendaCase>;
  dateOf: (session: string) => IsoDate | null;
  standing: readonly StandingCase[];
  /** Cases of the plan that stand, or would stand once it is accepted. */
  weighed: readonly WeighedCase[];
  /** Where the plan has an entry; null: nowhere; undefined: it did not know it, or there is no plan. */
  planOf: (entry: string) => string | null | undefined;
  unplaced: readonly UnplacedCase[];
  told: readonly ToldCase[];
  late: readonly LateSession[];
}

/** One thing to speak about, in the first section that any of its grounds belongs to. */
export type AgendaItem =
  | { key: SubjectKey; section: Section; entry: string; session: string | null; grounds: Ground[] }
  | { key: SubjectKey; section: "lateSessions"; entry: null; session: string; late: MilestoneState[] };

/** Weeks from which an unplaced wait is spoken about, longest first. Source: app/facts/long-waits.json. */
const LONG_WAITS = [65, 52] as const;
/** A place is spoken about from so many days before it is handed back: the meeting is weekly. */
const HAND_BACK_SOON_DAYS = 7;

const SECTION_OF: Record<Ground["kind"], Section> = {
  twoLists: "contested",
  displaces: "contested",
  planElsewhere: "contested",
  overTarget: "overTarget",
  longWait: "overTarget",
  overridden: "overridden",
  toldMoves: "toldMoves",
  provisional: "provisional",
};

/**
 * The agenda of a scheduling meeting: contested cases first, then who is over target and unplaced, overridden by hand,
 * told and moving, provisional near the day they are handed back, then late sessions; within each the most urgent
 * first. The same input gives the same order.
 */
export function agenda(input: AgendaInput): AgendaItem[] {
  const grounds = new Map<string, Ground[]>();
  const add = (entry: string, ground: Ground | null) => {
    if (ground !== null) grounds.set(entry, [...(grounds.get(entry) ?? []), ground]);
  };
  const { weighed, borders, standing, planOf, unplaced, today, told } = input;
  for (const one of weighed) add(one.entry, wantedByTwo(one, borders.contestedPercent));
  for (const one of standing) add(one.entry, placedOtherwise(one, planOf(one.entry)));
  const targetOf = (entry: string) => input.cases.get(entry)?.target ?? null;
  for (const one of unplaced) add(one.entry, displacesOverTarget(one, targetOf, today));
  for (const one of unplaced) for (const ground of waitGrounds(one, input)) add(one.entry, ground);
  for (const one of standing) add(one.entry, overriddenGround(one));
  for (const one of told) add(one.entry, toldGround(one));
  for (const one of standing) add(one.entry, provisionalGround(one, input));
  const placeOf = new Map(standing.map(({ entry, session }) => [entry, session]));
  const cases = [...grounds].map(([entry, own]) => caseItem(entry, own, placeOf.get(entry) ?? null));
  return [...cases.sort(byUrgency(input)), ...input.late.filter(isLate).sort(byDay).map(sessionItem)];
}

function caseItem(entry: string, grounds: Ground[], session: string | null) {
  const sections = grounds.map(({ kind }) => SECTION_OF[kind]);
  const section = SECTIONS.find((one) => sections.includes(one))!;
  return { key: `case:${entry}` as const, section, entry, session, grounds };
}

function sessionItem({ session, late }: LateSession): AgendaItem {
  return { key: `session:${session}`, section: "lateSessions", entry: null, session, late };
}

/** Urgent or on the cancer list and past the target; or a long wait, whatever the priority. */
function waitGrounds({ entry, reason }: UnplacedCase, { cases, today }: AgendaInput): Ground[] {
  const known = cases.get(entry);
  if (!known) return [];
  const { target, weeks } = known;
  const found: Ground[] = [];
  if (isUrgent(known) && isOver(target, today))
    found.push({ kind: "overTarget", target: target!, days: dayNumber(today) - dayNumber(target!), reason });
  const milestone = LONG_WAITS.find((limit) => weeks >= limit);
  if (milestone !== undefined) found.push({ kind: "longWait", weeks, milestone, reason });
  return found;
}

function overriddenGround({ overridden, by, reason }: StandingCase): Ground | null {
  return overridden.length === 0 ? null : { kind: "overridden", rules: overridden, by, reason };
}

/** Another date or another site than the patient was told; another theatre on the day is no news to them. */
function toldGround({ date, site, to, proposed }: ToldCase): Ground | null {
  if (to !== null && to.date === date && to.site === site) return null;
  return { kind: "toldMoves", date, to: to?.session ?? null, proposed };
}

function provisionalGround({ session, provisional }: StandingCase, input: AgendaInput): Ground | null {
  const date = input.dateOf(session);
  if (provisional === null || date === null || date < input.today) return null;
  const handBack = addDays(date, -7 * input.borders.handBackWeeks);
  const days = dayNumber(handBack) - dayNumber(input.today);
  if (days > HAND_BACK_SOON_DAYS) return null;
  return { kind: "provisional", screening: provisional, handBack, days };
}

const isLate = ({ late }: LateSession) => late.length > 0;

function isUrgent({ priority, cancer }: AgendaCase): boolean {
  return cancer || ["P1a", "P1b", "P2"].includes(priority);
}

/** Sections in their order; within each P1, then urgent or cancer, then the rest; then earliest target, longest wait. */
function byUrgency({ cases }: AgendaInput) {
  return (a: { section: Section; entry: string }, b: { section: Section; entry: string }): number => {
    const [one, other] = [cases.get(a.entry), cases.get(b.entry)];
    return (
      SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) ||
      classOf(one) - classOf(other) ||
      compare(one?.target ?? LAST, other?.target ?? LAST) ||
      (other?.weeks ?? 0) - (one?.weeks ?? 0) ||
      compare(a.entry, b.entry)
    );
  };
}

const LAST = "9999-12-31";

function classOf(known: AgendaCase | undefined): number {
  if (!known) return 3;
  if (known.priority === "P1a" || known.priority === "P1b") return 0;
  return isUrgent(known) ? 1 : 2;
}

/** The nearest day first, then the most late. */
function byDay(a: LateSession, b: LateSession): number {
  const worst = ({ late }: LateSession) => Math.max(...late.map(({ daysLate }) => daysLate));
  return compare(a.date, b.date) || worst(b) - worst(a) || compare(a.session, b.session);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
