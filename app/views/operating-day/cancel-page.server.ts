import { now, today } from "~/clock.server";
import type { User } from "~/auth/visitor.server";
import type { ClockTime, IsoDate } from "~/domain/calendar";
import { cancellationOutcome } from "~/domain/operating-day/cancelling";
import { instantOf } from "~/domain/operating-day/day-minute";
import { caseStanding } from "~/domain/operating-day/moments";
import { noticeStanding } from "~/domain/patient-notice";
import { settingsAt } from "~/domain/workspace-settings";
import { CANCELLATION_REASONS } from "~/facts/cancellation-reasons";
import { runningList } from "~/services/operating-day/day-list.server";
import { loadDay, organisationScope } from "~/services/operating-day/load-day.server";
import { store } from "~/store.server";
import { latestVersions } from "~db/list-versions";
import { noticesOfEntries } from "~db/patient-notices";
import type { Scope } from "~db/scope";
import { findSession } from "~db/theatre-sessions";
import { noteLooks, patientOfDay } from "./patients.server";
import { siteNameOf } from "~/auth/own-sites";
import { procedureInFull } from "~/facts/procedure-words";

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
  /** The patient was told this date, or an earlier one of theirs. */
  told: boolean;
  /** Version of the list that its readers have; null: none is published. */
  published: number | null;
  isToday: boolean;
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
  const whole = await organisationScope(db, organisation);
  const notices = (await noticesOfEntries(whole, db, [asked.entry])).get(asked.entry) ?? [];
  const standing = noticeStanding(notices, { session: held.id, date });
  const version = (await latestVersions(scope, db, [held.id])).get(held.id);
  return {
    ...asked,
    told: (standing.told ?? standing.outdated) !== null,
    published: version?.number ?? null,
    isToday: date === today(),
    patient: patientOfDay(user, found.held, site, date).name,
    procedure: procedureInFull(found.held.entry),
    ...{ theatre, date, start, admission, offerBy: ours.offerBy, reofferDays: settings.reofferDays },
    site: siteNameOf(user, site),
    reasons: CANCELLATION_REASONS.map(({ code, words, clinical, by }) => ({
      ...{ code, words },
      group: clinical ? "clinical" : by,
    })),
  };
}
