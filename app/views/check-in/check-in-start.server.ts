import { today } from "~/clock.server";
import { firstOpenPage, shownPages } from "~/domain/perioperative/questionnaire/walk";
import { weeksWaited } from "~/domain/rtt-clock";
import { minutesOf } from "~/facts/messages";
import { readForm, type FormKey } from "~/services/questionnaire/form.server";
import { store } from "~/store.server";
import { hasDate } from "~/services/triage/assess-entry.server";
import { remainingShown, type WaitShown } from "../patient/wait-shown.server";

/** The first page of a check-in. */
export interface CheckInStart {
  title: string;
  name: string;
  notWatched: string;
  /** Where it begins, or goes on. */
  next: string;
  /** About how many minutes it takes, in words. */
  minutes: string;
  begun: boolean;
  pages: number;
  completed: boolean;
}

/** How a check-in begins; null: there is no such form. `base`: below it lie the questions and the check. */
export async function checkInStart(key: FormKey, base: string): Promise<CheckInStart | null> {
  const form = await readForm(store().db, key);
  if (!form) return null;
  const { questionnaire, settled, held, response, sent, source } = form;
  const open = firstOpenPage(questionnaire, settled);
  return {
    title: questionnaire.title,
    name: source.by === "patient" || source.by === "helped" ? held.entry.details.givenName : "",
    notWatched: questionnaire.notWatched,
    next: open ? `${base}/questions/${open.id}` : `${base}/check`,
    minutes: minutesOf("checkIn"),
    begun: response !== null,
    pages: shownPages(questionnaire, settled).length,
    completed: sent,
  };
}

/** How long the patient of a check-in may still wait; null: they have a date, or too few to say. */
export async function stillToWait(key: FormKey): Promise<WaitShown | null> {
  const form = await readForm(store().db, key);
  if (!form || (await hasDate(store().db, form.held))) return null;
  const { provider, treatmentFunction, clockStart } = form.held.entry;
  return remainingShown(provider, treatmentFunction, weeksWaited(clockStart, today()));
}
