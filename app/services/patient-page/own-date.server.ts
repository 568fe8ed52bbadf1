import type { IsoDate } from "~/domain/calendar";
import { noticeStanding, type Notice } from "~/domain/patient-notice";
import { organisationScope } from "~/services/operating-day/load-day.server";
import type { Reader } from "~db/engine";
import type { Invitation } from "~db/invitations";
import { noticesOfEntries } from "~db/patient-notices";
import { placesOf } from "~db/placed-dates";

/** A date that the patient was told, and what they said to it. */
export interface OwnDate {
  session: string;
  site: string;
  date: IsoDate;
  channel: string;
  answer: Notice["kind"] | null;
}

/** The patient's date, once they were told of it: a place that is provisional or not yet told is not shown. */
export async function ownDate(
  db: Reader,
  of: Pick<Invitation, "entry" | "organisation">,
  today: IsoDate,
): Promise<OwnDate | null> {
  const place = (await placesOf(db, [of.entry], today)).get(of.entry);
  if (!place) return null;
  const whole = await organisationScope(db, of.organisation);
  const notices = (await noticesOfEntries(whole, db, [of.entry])).get(of.entry) ?? [];
  const { told, answer } = noticeStanding(notices, place);
  if (!told) return null;
  const { session, site, date } = place;
  return { session, site, date, channel: told.channel, answer: answer?.kind ?? null };
}
