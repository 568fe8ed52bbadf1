import type { IsoDate } from "~/domain/calendar";
import type { Actor } from "~db/actor";
import { insertMeeting } from "~db/keep-meetings";
import { listMeetings } from "~db/meetings";
import { newId } from "~db/new-id";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";

/** A meeting to be held: on which day, about which week (its Monday), and who is there. */
export interface MeetingWanted {
  organisation: string;
  heldOn: IsoDate;
  week: IsoDate;
  attendees: string;
}

/** Starts a meeting; the same one asked for twice, as by a double click, is started once. Null: not in scope. */
export async function startMeeting(
  scope: Scope,
  store: Store,
  actor: Actor,
  wanted: MeetingWanted,
): Promise<string | null> {
  if (!scope.organisations.includes(wanted.organisation)) return null;
  return store.commit(actor, "meeting.start", async (tx) => {
    const same = (await listMeetings(scope, tx.db)).find(
      ({ organisation, heldOn, week, attendees, closedAt }) =>
        closedAt === null &&
        organisation === wanted.organisation &&
        heldOn === wanted.heldOn &&
        week === wanted.week &&
        attendees === wanted.attendees,
    );
    if (same) return same.id;
    const id = newId();
    await insertMeeting(tx, { id, ...wanted });
    return id;
  });
}
