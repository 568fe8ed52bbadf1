import type { IsoDate } from "./calendar";
import { spokenDate } from "./spoken-date";

/** An operation that counts as done until the waiting list's file or a person says otherwise. */
export interface Operated {
  date: IsoDate;
  /** By the record of the day; false: the place was not cancelled, and its day is over. */
  recorded: boolean;
  /** Since when the waiting list has the entry again, where it had dropped it after that day; null: it had not. */
  returnedOn: IsoDate | null;
}

/** Why nobody plans this entry again, with what a person can do. `today`: dates of its year are said without it. */
export function operatedWords({ date, recorded, returnedOn }: Operated, today: IsoDate): string {
  const on = spokenDate(date, today);
  const back =
    returnedOn === null
      ? ""
      : ` The waiting list had dropped it and has it again since ${spokenDate(returnedOn, today)}.`;
  if (!recorded)
    return `Had a place here on ${on} that nobody cancelled, so it counts as operated on.${back} If the operation did not take place, cancel that case with its reason.`;
  const correct = back === "" ? "" : " If the operation did not take place, correct the record of the day.";
  return `Was operated on here on ${on}, by the record of the day.${back}${correct} It is planned again only once the waiting list has a later decision to admit or date.`;
}
