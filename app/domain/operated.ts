import type { IsoDate } from "./calendar";
import { spokenDate } from "./spoken-date";

/** An operation that counts as done until the waiting list's file or a person says otherwise. */
export interface Operated {
  date: IsoDate;
  /** By the record of the day; false: the place was not cancelled, and its day is over. */
  recorded: boolean;
}

/** Why nobody plans this entry again, with what a person can do. `today`: dates of its year are said without it. */
export function operatedWords({ date, recorded }: Operated, today: IsoDate): string {
  const on = spokenDate(date, today);
  return recorded
    ? `Was operated on here on ${on}, by the record of the day. It is planned again only once the waiting list has a later decision to admit or date.`
    : `Had a place here on ${on} that nobody cancelled, so it counts as operated on. If the operation did not take place, cancel that case with its reason.`;
}
