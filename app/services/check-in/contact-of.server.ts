import { DateTime } from "luxon";
import { LONDON } from "~/clock.server";
import type { IsoDate } from "~/domain/calendar";
import { contactStanding, type ContactStanding } from "~/domain/perioperative/check-in/contact-standing";
import { rulesAt } from "~/domain/perioperative/screening-settings";
import type { HeldContact } from "~db/contacts";
import type { WorkspaceSettings } from "~/domain/workspace-settings";

const londonDate = (instant: string | null): IsoDate | null =>
  instant === null ? null : DateTime.fromISO(instant, { zone: "utc" }).setZone(LONDON).toISODate();

/** How the contact with a patient stands, by the days that their site has set between two contacts. */
export function contactOf(
  { listedOn, heardAt, askedAt, open, call, site }: HeldContact,
  { screening }: Pick<WorkspaceSettings, "screening">,
  today: IsoDate,
): ContactStanding {
  const { contact_every_days: everyDays } = rulesAt(screening, site).thresholds;
  const contact = { listedOn, heardOn: londonDate(heardAt), askedOn: londonDate(askedAt), open, call };
  return contactStanding(contact, everyDays, today);
}
