import type { User } from "~/auth/visitor.server";
import { now } from "~/clock.server";
import type { IsoDate } from "~/domain/calendar";
import { actionsOf, currentRecords, spokenAbout, type CurrentRecord } from "~/domain/meeting/records";
import { namedBy, SECTIONS, type Subject, type SubjectKey } from "~/domain/meeting/subject";
import { csvText } from "~/export/csv";
import { store } from "~/store.server";
import { actionRecords, findMeeting, meetingRecords, type Meeting } from "~db/meetings";
import { listOrganisations, listSites, wholeScope } from "~db/organisations";
import type { Scope } from "~db/scope";
import { actorNames } from "../actor-names.server";
import { personFacts } from "../week-case";
import { peopleOf } from "../week-people.server";
import { actionRows, recordRows, type ActionRow, type RecordRow } from "./record-rows";
import { SECTION_TITLES } from "./subjects";

/** A case or session as it was spoken about, and what was decided. */
export interface MinutesSubject extends Subject {
  key: SubjectKey;
  /** The patient's name, for those who may know it; else empty. */
  patient: string;
  records: RecordRow[];
}

export interface MinutesPage {
  id: string;
  heldOn: IsoDate;
  week: IsoDate;
  organisation: string;
  attendees: string;
  closed: { at: string; by: string } | null;
  /** Items recorded so far: a later print of an open meeting has more. */
  version: number;
  printedAt: string;
  sections: { title: string; subjects: MinutesSubject[] }[];
  weekRecords: RecordRow[];
  /** Actions of this meeting, those due first, first. */
  actions: ActionRow[];
  /** On the agenda when the meeting was closed, and not spoken about. */
  notReached: { title: string; subjects: (Subject & { key: SubjectKey })[] }[];
}

interface Held {
  meeting: Meeting;
  records: CurrentRecord[];
  version: number;
}

async function held(scope: Scope, id: string): Promise<Held | null> {
  const { db } = store();
  const meeting = await findMeeting(scope, db, id);
  if (meeting === null) return null;
  const all = await meetingRecords(scope, db, id);
  return { meeting, records: currentRecords(all), version: all.at(-1)?.number ?? 0 };
}

/** Loads the minutes of a meeting in scope; null: there is none. */
export async function minutesPage(user: User, scope: Scope, id: string): Promise<MinutesPage | null> {
  const { db } = store();
  const found = await held(scope, id);
  if (found === null) return null;
  const { meeting, records, version } = found;
  const authors = records.flatMap((one) => [one, ...one.before]).map(({ by }) => by);
  const all = actionsOf(await actionRecords(scope, db, meeting.organisation));
  const own = all.filter((action) => action.meeting === id);
  const doers = own.flatMap(({ doneBy }) => (doneBy ? [doneBy.by] : []));
  const nameFor = await actorNames([...authors, ...doers, meeting.closedBy ?? ""].filter(Boolean));
  const organisation = (await listOrganisations(scope, db)).find(({ code }) => code === meeting.organisation);
  const of = (key: SubjectKey) =>
    recordRows(
      records.filter((record) => record.key === key),
      nameFor,
    );
  return {
    ...{ id, heldOn: meeting.heldOn, week: meeting.week, attendees: meeting.attendees, version },
    organisation: organisation?.name ?? meeting.organisation,
    closed: meeting.closedAt ? { at: meeting.closedAt, by: nameFor(meeting.closedBy ?? "") } : null,
    printedAt: now().toISOString(),
    sections: await sectionsOf(user, found, of),
    weekRecords: of("week"),
    actions: actionRows(own, nameFor),
    notReached: notReached(found),
  };
}

async function sectionsOf(user: User, { meeting, records }: Held, of: (key: SubjectKey) => RecordRow[]) {
  const subjects = new Map<SubjectKey, Subject>();
  for (const { key, about } of records) if (about !== null) subjects.set(key, about);
  const { db } = store();
  const sites = (await listSites(await wholeScope(db), db))
    .filter((site) => site.organisation === meeting.organisation)
    .map(({ code }) => code);
  const entries = [...subjects.keys()].flatMap((key) => {
    const entry = namedBy(key)?.entry;
    return entry ? [{ entry }] : [];
  });
  const page = `/meetings/${meeting.id}/minutes`;
  const people = await peopleOf(user, { organisation: meeting.organisation, sites, entries, page });
  const patientOf = (key: SubjectKey) => {
    const known = people.get(namedBy(key)?.entry ?? "");
    return known?.named ? personFacts(known, "", meeting.heldOn).patient : "";
  };
  return SECTIONS.map((section) => ({
    title: SECTION_TITLES[section],
    subjects: [...subjects]
      .filter(([, about]) => about.section === section)
      .map(([key, about]) => ({ ...about, key, patient: patientOf(key), records: of(key) })),
  })).filter(({ subjects: own }) => own.length > 0);
}

function notReached({ meeting, records }: Held): MinutesPage["notReached"] {
  const spoken = spokenAbout(records);
  const left = (meeting.agenda ?? []).filter(({ key }) => !spoken.has(key));
  return SECTIONS.map((section) => ({
    title: SECTION_TITLES[section],
    subjects: left.filter((subject) => subject.section === section),
  })).filter(({ subjects }) => subjects.length > 0);
}

const COLUMNS = [
  "number",
  "kind",
  "about",
  "detail",
  "place",
  "text",
  "owner",
  "due",
  "done",
  "recorded_by",
  "recorded_at",
];

/** Decisions and actions of a meeting as a table, cases by their pathway identifiers; null: there is no such meeting. */
export async function minutesCsv(scope: Scope, id: string): Promise<string | null> {
  const found = await held(scope, id);
  if (found === null) return null;
  const counting = found.records.filter(({ kind, text }) => kind !== "note" && text !== "");
  const nameFor = await actorNames(counting.map(({ by }) => by));
  const actions = actionsOf(await actionRecords(scope, store().db, found.meeting.organisation));
  const isDone = (number: number) =>
    actions.some((action) => action.meeting === id && action.number === number && action.doneBy !== null);
  return csvText(
    COLUMNS,
    counting.map(({ number, kind, about, text, owner, dueOn, by, at }) => [
      ...[
        String(number),
        kind,
        about?.title ?? "The week as a whole",
        about?.detail ?? "",
        about?.place ?? "",
      ],
      ...[text, owner, dueOn ?? "", kind === "action" ? (isDone(number) ? "yes" : "no") : ""],
      ...[nameFor(by), at],
    ]),
  );
}
