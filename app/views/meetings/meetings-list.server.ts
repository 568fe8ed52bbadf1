import { mondayOf, type IsoDate } from "~/domain/calendar";
import { currentRecords, isStruck } from "~/domain/meeting/records";
import { store } from "~/store.server";
import { listMeetings, meetingRecords, type Meeting } from "~db/meetings";
import { listOrganisations } from "~db/organisations";
import type { Scope } from "~db/scope";
import { weeksWithSessions, weekToPlan } from "../week-choice.server";

/** One meeting of the list. */
export interface MeetingRow {
  id: string;
  heldOn: IsoDate;
  week: IsoDate;
  organisation: string;
  attendees: string;
  isOpen: boolean;
  decisions: number;
  actions: number;
}

/** The meetings in scope, latest first, and what a new one starts from. */
export interface MeetingsPage {
  meetings: MeetingRow[];
  organisations: { code: string; name: string }[];
  weeks: IsoDate[];
  suggested: { heldOn: IsoDate; week: IsoDate; attendees: string };
}

/** So many meetings are listed: a year of weekly ones. */
const LISTED = 52;

/** Loads the list of meetings. */
export async function meetingsPage(scope: Scope, today: IsoDate): Promise<MeetingsPage> {
  const { db } = store();
  const held = (await listMeetings(scope, db)).slice(0, LISTED);
  const organisations = await listOrganisations(scope, db);
  const [first] = organisations;
  const meetings: MeetingRow[] = [];
  for (const meeting of held) meetings.push(await meetingRow(scope, meeting));
  const weeks = first ? await weeksWithSessions(scope, first.code, mondayOf(today)) : [];
  return {
    meetings,
    organisations,
    weeks: weeks.map(({ week }) => week),
    suggested: {
      heldOn: today,
      week: first ? await weekToPlan(scope, first.code, today) : mondayOf(today),
      attendees: held[0]?.attendees ?? "",
    },
  };
}

async function meetingRow(scope: Scope, meeting: Meeting): Promise<MeetingRow> {
  const { id, heldOn, week, organisation, attendees, closedAt } = meeting;
  const records = currentRecords(await meetingRecords(scope, store().db, id));
  const counting = records.filter((record) => !isStruck(record));
  const count = (kind: string) => counting.filter((record) => record.kind === kind).length;
  return {
    ...{ id, heldOn, week, organisation, attendees, isOpen: closedAt === null },
    decisions: count("decision"),
    actions: count("action"),
  };
}
