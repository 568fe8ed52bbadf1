import { spokenDate } from "../spoken-date";
import type { EntryRule } from "./rule";

/** An entry with a TCI date is not planned again. */
export const alreadyBooked: EntryRule = {
  reason: "already_booked",
  liftedBy: "pin",
  forbids: ({ tciDate }) => tciDate !== null,
  sentence: ({ tciDate }, { planDate }) => `Already has a date: ${spokenDate(tciDate ?? "", planDate)}.`,
};
