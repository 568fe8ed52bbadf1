import type { User } from "~/auth/visitor.server";
import type { IsoDate } from "~/domain/calendar";
import { courseOf, neighbours, type Stop } from "~/domain/meeting/course";
import type { AgendaItem } from "~/domain/meeting/agenda";
import { actionsOf, currentRecords, type CurrentRecord } from "~/domain/meeting/records";
import {
  namedBy,
  SECTIONS,
  type FrozenSubject,
  type Section,
  type Subject,
  type SubjectKey,
} from "~/domain/meeting/subject";
import { store } from "~/store.server";
import { actionRecords, findMeeting, meetingRecords, type Meeting } from "~db/meetings";
import { listSites, wholeScope } from "~db/organisations";
import type { Scope } from "~db/scope";
import { findSession } from "~db/theatre-sessions";
import { entriesById } from "~db/waiting-list";
import { actorNames } from "../actor-names.server";
import { personFacts } from "../week-case";
import { peopleOf, type People } from "../week-people.server";
import { meetingAgenda, type MeetingAgenda } from "./agenda.server";
import { actionRows, recordRows, type ActionRow, type RecordRow } from "./record-rows";
import { SECTION_TITLES, SubjectWords } from "./subjects";

/** One line of the agenda. */
export interface StopRow {
  key: SubjectKey;
  title: string;
  detail: string;
  spoken: boolean;
  /** No longer on the agenda: it stands here as it was spoken about. */
  past: boolean;
}

export interface SectionRows {
  section: Section;
  title: string;
  stops: StopRow[];
  /** So many more are not shown. */
  left: number;
}

/** What the meeting looks at now. */
export interface ShownSubject extends Subject {
  key: SubjectKey;
  heading: string;
  /** Page of the entry or session, and of why the plan has it there or not; null: there is none for this reader. */
  link: string | null;
  why: string | null;
  past: boolean;
  /** Number within the agenda, from 1. */
  position: number;
  previous: string | null;
  next: string | null;
  records: RecordRow[];
}

/** The presenter's view of a meeting. */
export interface MeetingPage {
  meeting: { id: string; heldOn: IsoDate; week: IsoDate; organisation: string; attendees: string };
  closed: { at: string; by: string } | null;
  /** Number of the last item: what a form shows and sends back. */
  seen: number;
  hasPlan: boolean;
  spoken: number;
  total: number;
  sections: SectionRows[];
  actions: ActionRow[];
  /** `actions`: the open actions; `week`: the week as a whole. */
  view: "actions" | "week" | "subject";
  current: ShownSubject | null;
  weekRecords: RecordRow[];
  /** First stop of the agenda, to go on with from the actions. */
  first: string | null;
}

interface Loaded {
  meeting: Meeting;
  records: CurrentRecord[];
  seen: number;
  agenda: MeetingAgenda;
  stops: Stop<AgendaItem>[];
  left: Record<Section, number>;
}

/** Loads a meeting with its agenda of now; null: it is not in scope. */
async function load(scope: Scope, id: string, today: IsoDate): Promise<Loaded | null> {
  const { db } = store();
  const meeting = await findMeeting(scope, db, id);
  if (meeting === null) return null;
  const all = await meetingRecords(scope, db, id);
  const records = currentRecords(all);
  const { organisation, week } = meeting;
  const agenda = await meetingAgenda({ scope, organisation, week, today });
  const course = courseOf(agenda.items, records, agenda.settings.agendaMost);
  return { meeting, records, agenda, seen: all.at(-1)?.number ?? 0, ...course };
}

/** Loads the presenter's view; `asked`: what it is to look at. */
export async function meetingPage(
  user: User,
  scope: Scope,
  { id, asked, today }: { id: string; asked: string | null; today: IsoDate },
): Promise<MeetingPage | null> {
  const loaded = await load(scope, id, today);
  if (loaded === null) return null;
  const { meeting, records, agenda, stops } = loaded;
  const actions = actionsOf(await actionRecords(scope, store().db, meeting.organisation));
  const open = actions.filter((action) => isEarlier(action, meeting) && isOpenHere(action, meeting));
  const key = shownKey(asked, stops, open.length > 0);
  const people = await peopleShown(user, loaded, `/meetings/${id}`);
  const words = new SubjectWords(agenda, today, (entry) => nameOf(people, entry, today));
  const authors = [...records, ...open].flatMap((one) => [one, ...one.before]).map(({ by }) => by);
  const nameFor = await actorNames([...authors, meeting.closedBy ?? ""].filter(Boolean));
  const rowsOf = (of: SubjectKey) =>
    recordRows(
      records.filter((record) => record.key === of),
      nameFor,
    );
  return {
    meeting: {
      ...{ id, heldOn: meeting.heldOn, week: meeting.week },
      ...{ organisation: meeting.organisation, attendees: meeting.attendees },
    },
    closed: meeting.closedAt ? { at: meeting.closedAt, by: nameFor(meeting.closedBy ?? "") } : null,
    seen: loaded.seen,
    hasPlan: agenda.run !== null,
    spoken: stops.filter(({ spoken }) => spoken).length,
    total: stops.length,
    sections: sectionRows(loaded, words),
    actions: actionRows(open, nameFor),
    view: key === "actions" || key === "week" ? key : "subject",
    current:
      key === "actions" || key === "week" ? null : shownSubject(key, loaded, { words, people, rowsOf }),
    weekRecords: rowsOf("week"),
    first: stops.find(({ spoken }) => !spoken)?.key ?? stops[0]?.key ?? null,
  };
}

const isEarlier = (action: { meeting: string }, { id }: Meeting) => action.meeting !== id;

/** Open, or said to be done in this very meeting, where it stays in sight. */
const isOpenHere = ({ doneBy }: { doneBy: { meeting: string } | null }, { id }: Meeting) =>
  doneBy === null || doneBy.meeting === id;

function shownKey(asked: string | null, stops: readonly Stop<AgendaItem>[], hasActions: boolean) {
  if (asked === "actions" || asked === "week") return asked;
  const found = stops.find(({ key }) => key === asked)?.key;
  if (found !== undefined) return found;
  if (hasActions && asked === null) return "actions" as const;
  return stops.find(({ spoken }) => !spoken)?.key ?? stops[0]?.key ?? ("week" as const);
}

/** Everybody whom the page names, with names only where the reader may know them. */
async function peopleShown(user: User, { meeting, agenda, stops }: Loaded, page: string): Promise<People> {
  const entries = new Set(
    stops.flatMap(({ key, item }) => [
      ...(namedBy(key)?.entry ? [namedBy(key)!.entry!] : []),
      ...(item && "grounds" in item ? item.grounds.flatMap(othersIn) : []),
    ]),
  );
  const siteOf = (entry: string) => {
    const session = agenda.sessions.get(agenda.placeOf.get(entry) ?? "");
    return session ? { site: session.session.site } : {};
  };
  const { organisation } = meeting;
  const { db } = store();
  const sites = (await listSites(await wholeScope(db), db))
    .filter((site) => site.organisation === organisation)
    .map(({ code }) => code);
  return peopleOf(user, {
    ...{ organisation, sites, page },
    entries: [...entries].map((entry) => ({ entry, ...siteOf(entry) })),
  });
}

function othersIn(ground: Extract<AgendaItem, { grounds: unknown }>["grounds"][number]): string[] {
  if (ground.kind === "twoLists") return [...ground.displaced, ...ground.instead];
  return ground.kind === "displaces" ? ground.overTarget : [];
}

function nameOf(people: People, entry: string, today: IsoDate): string {
  return personFacts(people.get(entry), "another patient", today).patient;
}

function sectionRows({ stops, left }: Loaded, words: SubjectWords): SectionRows[] {
  return SECTIONS.map((section) => ({
    section,
    title: SECTION_TITLES[section],
    left: left[section],
    stops: stops
      .filter((stop) => stop.section === section)
      .map(({ key, spoken, item, about }) => {
        const subject = words.subject(key, section) ?? about;
        const { title = "No longer known", detail = "" } = subject ?? {};
        return { key, title, detail, spoken, past: item === null };
      }),
  })).filter((one) => one.stops.length > 0);
}

function shownSubject(
  key: SubjectKey,
  { stops, agenda }: Loaded,
  told: { words: SubjectWords; people: People; rowsOf: (key: SubjectKey) => RecordRow[] },
): ShownSubject | null {
  const at = stops.findIndex((stop) => stop.key === key);
  const stop = stops[at];
  if (!stop) return null;
  const now = told.words.subject(key, stop.section) ?? stop.about;
  if (!now) return null;
  const { entry = null, session = null } = namedBy(key) ?? {};
  const { run } = agenda;
  return {
    ...{ ...now, key, heading: SECTION_TITLES[stop.section], past: stop.item === null },
    grounds: stop.item ? now.grounds : (stop.about?.grounds ?? []),
    link: session ? `/sessions/${session}` : (told.people.get(entry ?? "")?.link ?? null),
    why: entry && run ? `/runs/${run}/why/${entry}` : null,
    position: at + 1,
    ...neighbours(stops, key),
    records: told.rowsOf(key),
  };
}

/**
 * Opens a meeting for a form about one subject, its agenda worked out once for all that the form asks: what comes next,
 * and any subject as it is to be kept. Null: it is not in scope.
 */
export async function openMeeting(
  scope: Scope,
  { id, asked, today }: { id: string; asked: string | null; today: IsoDate },
) {
  const loaded = await load(scope, id, today);
  if (loaded === null) return null;
  const { stops } = loaded;
  const key = shownKey(asked, stops, false);
  return {
    next: key === "actions" ? null : neighbours(stops, key).next,
    subject: (of: SubjectKey, section: Section) => subjectToKeep(scope, loaded, of, section, today),
  };
}

/** A subject to be kept with what is recorded about it, named as minutes name it; with the session of a case. */
async function subjectToKeep(
  scope: Scope,
  loaded: Loaded,
  key: SubjectKey,
  section: Section,
  today: IsoDate,
): Promise<{ about: Subject | null; session: string | null }> {
  const { records } = loaded;
  const agenda = await withSubject(scope, loaded.agenda, key);
  const words = new SubjectWords(agenda, today, (entry) => pathwayOf(agenda, entry));
  const item = agenda.items.find((one) => one.key === key);
  const before = records.findLast((record) => record.key === key)?.about ?? null;
  const now = words.subject(key, item?.section ?? before?.section ?? section);
  const about = item || !before ? now : before;
  const entry = namedBy(key)?.entry ?? null;
  return { about, session: entry ? (agenda.placeOf.get(entry) ?? null) : null };
}

/** What has left the agenda while it was typed about is still known: what was typed is not lost. */
async function withSubject(scope: Scope, agenda: MeetingAgenda, key: SubjectKey): Promise<MeetingAgenda> {
  const { entry = null, session = null } = namedBy(key) ?? {};
  const { db } = store();
  const entries = new Map(agenda.entries);
  const sessions = new Map(agenda.sessions);
  if (entry !== null && !entries.has(entry))
    for (const [id, held] of await entriesById(scope, db, [entry])) entries.set(id, held);
  const held = session !== null && !sessions.has(session) ? await findSession(scope, db, session) : null;
  if (held) sessions.set(held.id, held);
  return { ...agenda, entries, sessions };
}

/** What was on the agenda and what was spoken about, as minutes keep it once the meeting is closed. */
export async function agendaToKeep(
  scope: Scope,
  id: string,
  today: IsoDate,
): Promise<FrozenSubject[] | null> {
  const loaded = await load(scope, id, today);
  if (loaded === null) return null;
  const words = new SubjectWords(loaded.agenda, today, (entry) => pathwayOf(loaded.agenda, entry));
  return loaded.stops.flatMap(({ key, section, about, item }) => {
    const subject = item ? words.subject(key, section) : about;
    return subject ? [{ ...subject, key }] : [];
  });
}

function pathwayOf({ entries }: MeetingAgenda, entry: string): string {
  return entries.get(entry)?.entry.pathwayId ?? "another patient";
}
