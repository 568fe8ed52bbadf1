import { dateText } from "~/components/date-text";
import { addDays, type ClockTime, type IsoDate } from "~/domain/calendar";
import { counted, frequency } from "~/domain/figure-words";
import { addList, noMeasures, scoreOf } from "~/domain/measures";
import { OVERRUN_TOLERANCE } from "~/domain/overrun";
import { isBookable } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import type { Priority } from "~/domain/waiting-list";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { heldHandWeek, type HeldHandWeek } from "~/services/hand/held-week.server";
import { standingList } from "~/services/hand/planned-lists.server";
import type { OrderedList } from "~/services/hand/worked-lists.server";
import { beforeStageTwo } from "~/services/shared-decision/stage-two.server";
import { BEFORE_STAGE_TWO } from "~/components/shared-decision/decision-words";
import { store } from "~/store.server";
import { procedureInFull } from "~/facts/procedure-words";
import { isShown, weekChoices, weekFilter, type BoardFilter, type WeekChoices } from "../week-board";
import { personFacts } from "../week-case";
import type { People } from "../week-people.server";
import { peopleShown, type HandPageAsked } from "./hand-people.server";
import { undoShown, type UndoShown } from "./hand-undo.server";

/** The board of a week on which cases are moved by hand. */
export interface HandBoardPage {
  organisation: string;
  week: IsoDate;
  previous: IsoDate;
  next: IsoDate;
  revision: number;
  filter: BoardFilter;
  choices: WeekChoices;
  sites: HandSite[];
  cases: number;
  /** Of the week as it stands, all sites of it. */
  score: number;
  /** What taking back the reader's last change would do; null: there is nothing to take back. */
  undo: UndoShown | null;
  /** A case that stands on no list and was picked up elsewhere. */
  carried: { entry: string; patient: string } | null;
}

export interface HandSite {
  code: string;
  name: string;
  days: { date: IsoDate; words: string; lists: HandList[] }[];
}

/** One list as it can be changed. Minutes are whole. */
export interface HandList {
  /** Id of the session. */
  id: string;
  theatre: string;
  day: string;
  start: ClockTime;
  end: ClockTime;
  bookable: boolean;
  specialties: string;
  surgeons: string;
  length: number;
  planned: number;
  held: number;
  /** `1 in 5`; empty for an empty list. */
  overrun: string;
  overrunHigh: boolean;
  /** Locked, signed off, published: what a change asks more for. */
  marks: string[];
  /** Number of the person's order of the list; 0: the order of the rules. */
  order: number;
  cases: HandCaseRow[];
}

/** One case as it stands. */
export interface HandCaseRow {
  entry: string;
  start: ClockTime;
  minutes: number;
  patient: string;
  /** Age, priority, weeks waited. */
  facts: string;
  priority: Priority;
  procedure: string;
  marks: string[];
}

/** Loads the board that an address asks for. */
export async function handBoardPage(asked: HandPageAsked): Promise<HandBoardPage> {
  const { scope, organisation, week: start, search } = asked;
  const week = await heldHandWeek(store(), { organisation, week: start, today: asked.today });
  const siteName = (code: string) => week.sites.find((site) => site.code === code)?.name ?? code;
  const seen = [...week.sessions.values()].filter(({ session }) => scope.sites.includes(session.site));
  const choices = weekChoices(
    seen.map(({ session }) => session),
    siteName,
  );
  const filter = weekFilter(search, choices);
  const shown = seen.filter(({ session }) => isShown(session, filter));
  const carry = search.get("carry") ?? "";
  const people = await peopleShown(
    asked,
    week,
    shown.map(({ id }) => id),
    carry === "" ? [] : [carry],
  );
  const reader = asked.user.scope("patient.view").sites.join();
  const lists = shown.map(({ session }) => drawnList(week, session, people, reader));
  return {
    ...{ organisation, week: start, filter, choices, revision: week.revision },
    previous: addDays(start, -7),
    next: addDays(start, 7),
    sites: bySite(
      shown.map(({ session }, at) => ({ session, list: lists[at]! })),
      siteName,
    ),
    cases: lists.reduce((sum, { cases }) => sum + cases.length, 0),
    score: scoreOfWeek(week),
    undo: await undoShown(asked, week),
    carried: people.has(carry) ? await carriedFrom(asked, carry, people) : null,
  };
}

async function carriedFrom({ organisation, week }: HandPageAsked, entry: string, people: People) {
  const known = people.get(entry);
  const { patient } = personFacts(known, entry, week);
  const decided = known ? [{ id: entry, organisation, entry: known.entry }] : [];
  const before = await beforeStageTwo(store().db, decided);
  return { entry, patient: before.has(entry) ? `${patient} (${BEFORE_STAGE_TWO.toLowerCase()})` : patient };
}

function bySite(
  lists: readonly { session: TheatreSession; list: HandList }[],
  siteName: (code: string) => string,
): HandSite[] {
  const codes = [...new Set(lists.map(({ session }) => session.site))].sort();
  return codes.map((code) => {
    const own = lists.filter(({ session }) => session.site === code);
    const dates = [...new Set(own.map(({ session }) => session.date))].sort();
    const days = dates.map((date) => ({
      date,
      words: dateText(date, "short"),
      lists: own
        .filter(({ session }) => session.date === date)
        .sort((a, b) => byTheatre(a.session, b.session))
        .map(({ list }) => list),
    }));
    return { code, name: siteName(code), days };
  });
}

const numeric = new Intl.Collator("en", { numeric: true });
const byTheatre = (a: TheatreSession, b: TheatreSession) =>
  numeric.compare(a.theatre, b.theatre) || (a.start < b.start ? -1 : a.start > b.start ? 1 : 0);

/** Lists as they were shown, by the list worked out and by the sites whose patients the reader may know. */
const drawn = new WeakMap<OrderedList, Map<string, HandList>>();

/** A list as the board shows it: the same as before where no move has touched it since. */
function drawnList(week: HeldHandWeek, session: TheatreSession, people: People, reader: string): HandList {
  const worked = standingList(week, session);
  let lists = drawn.get(worked);
  if (!lists) drawn.set(worked, (lists = new Map()));
  let found = lists.get(reader);
  if (!found) lists.set(reader, (found = handList(week, session, people)));
  return found;
}

/** A list as the board shows it. */
export function handList(week: HeldHandWeek, session: TheatreSession, people: People): HandList {
  const id = week.idOf.get(session)!;
  const bookable = isBookable(session);
  const { list, ids } = standingList(week, session);
  const { length, overrunProbabilityMax } = week.hand.limitsOf(session);
  const standing = week.hand.listOf(session);
  return {
    ...{ id, bookable, theatre: session.theatre, start: session.start, end: session.end },
    day: dateText(session.date, "short"),
    specialties: session.treatmentFunctions.map(treatmentFunctionName).join(", "),
    surgeons: session.surgeons.join(", ") || "No named surgeon",
    length: Math.max(0, length),
    planned: list.plannedMinutes,
    held: session.heldMinutes,
    overrun: ids.length === 0 ? "" : frequency(list.overrunProbability),
    overrunHigh: list.overrunProbability > overrunProbabilityMax + OVERRUN_TOLERANCE,
    marks: [
      session.status === "locked" || standing?.locked ? "Locked" : "",
      bookable ? "" : session.status === "closed" ? "Closed" : "Not staffed",
      (standing?.away ?? []).length > 0 ? `On leave: ${standing!.away.join(", ")}` : "",
      standing?.signedOff ? "Signed off" : "",
      standing?.published ? `Published, version ${standing.published}` : "",
      week.orders.get(id)?.entries.length ? "Ordered by hand" : "",
    ].filter(Boolean),
    order: week.orders.get(id)?.number ?? 0,
    cases: list.cases.map((planned, at) =>
      caseRow(week, session, ids[at]!, { start: planned.start, notes: planned.orderNotes ?? [] }, people),
    ),
  };
}

function caseRow(
  week: HeldHandWeek,
  session: TheatreSession,
  id: string,
  { start, notes }: { start: ClockTime; notes: readonly string[] },
  people: People,
): HandCaseRow {
  const { entry, state } = week.entries.get(id)!;
  const { patient, age } = personFacts(people.get(id), entry.pathwayId, session.date);
  const placement = week.placements.get(id);
  const weeks = week.hand.measuresOf(entry, session).weeksWaited;
  return {
    ...{ entry: id, start, patient, minutes: entry.minutes, priority: entry.priority },
    facts: [age === null ? "" : `${age}`, counted(weeks, "week")].filter(Boolean).join(", "),
    procedure: procedureInFull(entry),
    marks: [
      entry.cancer ? "Cancer" : "",
      entry.screening === "fit" ? "" : "Provisional",
      state === "gone" ? "Gone from the list" : "",
      week.beforeStageTwo.has(id) ? BEFORE_STAGE_TWO : "",
      placement === undefined ? "Booked in PAS" : "",
      (placement?.override.length ?? 0) > 0 ? "Rule set aside" : "",
      week.holds.get(id)?.held ? "Kept here" : placement?.run === null ? "By hand" : "",
      notes.length > 0 ? "Order to check" : "",
    ].filter(Boolean),
  };
}

function scoreOfWeek({ hand, context }: HeldHandWeek): number {
  const sum = noMeasures();
  for (const session of hand.bookable) {
    const cases = hand.casesOf(session);
    const { length, turnaround } = hand.limitsOf(session);
    const planned = cases.reduce((total, { entry }) => total + entry.minutes + turnaround, -turnaround);
    addList(
      sum,
      cases.length === 0 ? 0 : planned,
      length,
      cases.map(({ entry }) => hand.measuresOf(entry, session)),
    );
  }
  return scoreOf(sum, context.input.policy.weights);
}
