import { now } from "~/clock.server";
import type { User } from "~/auth/visitor.server";
import type { ClockTime, IsoDate } from "~/domain/calendar";
import { cancellationOutcome } from "~/domain/operating-day/cancelling";
import { instantOf } from "~/domain/operating-day/day-minute";
import { caseStanding } from "~/domain/operating-day/moments";
import { settingsAt } from "~/domain/workspace-settings";
import { CANCELLATION_REASONS } from "~/facts/cancellation-reasons";
import { runningList } from "~/services/operating-day/day-list.server";
import { loadDay } from "~/services/operating-day/load-day.server";
import { store } from "~/store.server";
import { procedureShown } from "~/views/entry-words";
import type { Scope } from "~db/scope";
import { findSession } from "~db/theatre-sessions";
import { noteLooks, patientOfDay } from "./patients.server";

/** A reason as the form offers it, and what would follow from it now. */
export interface ReasonOffered {
  code: string;
  words: string;
  group: "hospital" | "clinical" | "patient";
}

/** The page on which a case is cancelled. */
export interface CancelPage {
  session: string;
  entry: string;
  patient: string;
  procedure: string;
  theatre: string;
  site: string;
  date: IsoDate;
  start: ClockTime;
  admission: ClockTime;
  reasons: ReasonOffered[];
  /** A new date would be owed by then, were the reason the hospital's and not clinical; null: it is not last-minute. */
  offerBy: IsoDate | null;
  reofferDays: number;
}

/** Loads it; null: no such session in scope, or the case does not wait on it. */
export async function cancelPage(
  user: User,
  scope: Scope,
  asked: { session: string; entry: string },
): Promise<CancelPage | null> {
  const { db } = store();
  const held = await findSession(scope, db, asked.session);
  if (held === null) return null;
  const { organisation, session } = held;
  const day = await loadDay(scope, db, { organisation, date: session.date, only: held.id });
  const found = runningList(day, held).cases.find((each) => each.held.id === asked.entry);
  if (!found || caseStanding(found.times) !== "waiting") return null;
  const { date, site, theatre } = session;
  const { admission, start } = found;
  await noteLooks(user, [found.held], site, "cancel a case");
  const settings = settingsAt(day.settings, site);
  const at = { now: now().toISOString(), admission: instantOf(date, admission), date };
  const ours = cancellationOutcome({ clinical: false, by: "hospital" }, at, settings);
  return {
    ...asked,
    patient: patientOfDay(user, found.held, site, date).name,
    procedure: procedureShown(found.held.entry),
    ...{ theatre, date, start, admission, offerBy: ours.offerBy, reofferDays: settings.reofferDays },
    site: user.sites.find(({ code }) => code === site)?.name ?? site,
    reasons: CANCELLATION_REASONS.map(({ code, words, clinical, by }) => ({
      ...{ code, words },
      group: clinical ? "clinical" : by,
    })),
  };
}
