import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type InferSelectModel } from "drizzle-orm";
import type { MeetingRecord } from "~/domain/meeting/records";
import { keyOf } from "~/domain/meeting/subject";
import type { Reader } from "./engine";
import { meeting, meetingItem, theatreSession, waitingListEntry } from "./schema";
import { inScope, type Scope } from "./scope";

/** A scheduling meeting; open while `closedAt` is null. */
export type Meeting = InferSelectModel<typeof meeting>;

/** The meetings of the organisations in scope, latest first. */
export async function listMeetings(scope: Scope, db: Reader): Promise<Meeting[]> {
  return db
    .select()
    .from(meeting)
    .where(inScope(scope, meeting.organisation))
    .orderBy(desc(meeting.heldOn), desc(meeting.id));
}

/** One meeting in scope. */
export async function findMeeting(scope: Scope, db: Reader, id: string): Promise<Meeting | null> {
  const [found] = await db
    .select()
    .from(meeting)
    .where(and(inScope(scope, meeting.organisation), eq(meeting.id, id)));
  return found ?? null;
}

/** The items of a meeting, first to last: those about cases and sessions of sites in scope, or about neither. */
export async function meetingRecords(scope: Scope, db: Reader, id: string): Promise<MeetingRecord[]> {
  return recordsWhere(scope, db, eq(meetingItem.meeting, id));
}

/** The actions of an organisation's meetings and what was said of their end, first to last. */
export async function actionRecords(
  scope: Scope,
  db: Reader,
  organisation: string,
): Promise<MeetingRecord[]> {
  const says = or(eq(meetingItem.kind, "action"), isNotNull(meetingItem.doneNumber));
  return recordsWhere(scope, db, and(eq(meeting.organisation, organisation), says));
}

async function recordsWhere(
  scope: Scope,
  db: Reader,
  where: ReturnType<typeof and>,
): Promise<MeetingRecord[]> {
  const rows = await db
    .select({ item: meetingItem })
    .from(meetingItem)
    .innerJoin(meeting, eq(meetingItem.meeting, meeting.id))
    .leftJoin(waitingListEntry, eq(meetingItem.entry, waitingListEntry.id))
    .leftJoin(theatreSession, eq(meetingItem.session, theatreSession.id))
    .where(
      and(
        inScope(scope, meeting.organisation),
        or(
          and(isNull(meetingItem.entry), isNull(meetingItem.session)),
          inArray(waitingListEntry.listingSite, scope.sites),
          inArray(theatreSession.site, scope.sites),
        ),
        where,
      ),
    )
    .orderBy(asc(meetingItem.meeting), asc(meetingItem.number));
  return rows.map(({ item }) => recordOf(item));
}

function recordOf(item: InferSelectModel<typeof meetingItem>): MeetingRecord {
  const { entry, session, doneMeeting, doneNumber, ...rest } = item;
  const done =
    doneMeeting === null || doneNumber === null ? null : { meeting: doneMeeting, number: doneNumber };
  return { ...rest, key: keyOf({ entry, session }), done };
}
