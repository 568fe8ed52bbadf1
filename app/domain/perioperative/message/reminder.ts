import { addDays, type IsoDate } from "../../calendar";

/** The days after a message was sent at which somebody who has not answered is reminded, and then called. */
export interface ReminderDays {
  firstReminderDays: number;
  secondReminderDays: number;
  reminderCallDays: number;
}

/** How a message that asks something stands. */
export interface Unanswered {
  /** The day on which a service took it or somebody recorded that it went; null: it lies in the outbox. */
  sentOn: IsoDate | null;
  /** The day on which it was laid in the outbox, of one that lies there. */
  laidOn: IsoDate | null;
  /** Reminders of it so far, sent or to be sent, and the day on which the last was sent; null: none. */
  reminders: number;
  lastReminderOn: IsoDate | null;
  /** A reminder waits to be sent, or lies in the outbox. */
  reminderWaits: boolean;
}

export type ReminderStep = "none" | "remind" | "call";

/**
 * What is due on a day for a message that nobody has answered: a reminder on each of its two days, one that came late
 * puts the next one off as long, then a call by a person. Nothing is reminded of before it went, and no reminder follows
 * one that has not. Where nobody says that it went, the call is due as long after it was laid in the outbox, so that
 * nobody is forgotten. Nobody ever leaves the list for not answering.
 */
export function reminderStep(
  { sentOn, laidOn, reminders, lastReminderOn, reminderWaits }: Unanswered,
  days: ReminderDays,
  today: IsoDate,
): ReminderStep {
  const from = sentOn ?? laidOn;
  if (from === null) return "none";
  const due = (after: number) => today >= addDays(from, after);
  if (due(days.reminderCallDays)) return "call";
  if (sentOn === null || reminderWaits) return "none";
  const wanted = due(days.secondReminderDays) ? 2 : due(days.firstReminderDays) ? 1 : 0;
  const apart = Math.max(1, days.secondReminderDays - days.firstReminderDays);
  const soon = lastReminderOn !== null && today < addDays(lastReminderOn, apart);
  return reminders < wanted && !soon ? "remind" : "none";
}
