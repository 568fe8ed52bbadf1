import { sql } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import { cancellation, waitingListEntry as entry } from "./schema";

/**
 * The last day of the new date that an entry is owed, as a column of a select: the earlier of what the file says and
 * what Hublist promised after a cancellation.
 */
export function countingOffer() {
  const { offerBy, promisedBy } = entry;
  return sql<IsoDate | null>`case when ${promisedBy} is null or ${offerBy} <= ${promisedBy} then ${offerBy} else ${promisedBy} end`;
}

/** The same of two values. */
export function earlierOffer(offerBy: IsoDate | null, promisedBy: IsoDate | null): IsoDate | null {
  if (offerBy === null || promisedBy === null) return offerBy ?? promisedBy;
  return offerBy < promisedBy ? offerBy : promisedBy;
}

/**
 * Whether the date that the file gives an entry was cancelled in Hublist. The patient administration system hears of it
 * later, so until its file says otherwise that date no longer counts.
 */
export function isFileDateCancelled() {
  return sql`(${entry.tciDate} is not null and exists (select 1 from ${cancellation} as lost where lost.entry = ${entry.id} and lost.date = ${entry.tciDate}))`;
}

/** A column about the file's date, and nothing where that date was cancelled. */
export function standingDate(column: typeof entry.tciDate | typeof entry.tciSession) {
  return sql<string | null>`case when ${isFileDateCancelled()} then null else ${column} end`;
}
