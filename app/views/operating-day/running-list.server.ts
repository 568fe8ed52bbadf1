import type { User } from "~/auth/visitor.server";
import { now } from "~/clock.server";
import { clockTime, type ClockTime, type IsoDate } from "~/domain/calendar";
import { dayClock, dayMinute } from "~/domain/operating-day/day-minute";
import { listActuals, type ListActuals } from "~/domain/operating-day/actuals";
import {
  CASE_MOMENTS,
  caseStanding,
  nextMoment,
  type CaseMoment,
  type CaseStanding,
} from "~/domain/operating-day/moments";
import type { DayOutlook } from "~/domain/operating-day/outlook";
import { settingsAt } from "~/domain/workspace-settings";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { cancellationReason } from "~/facts/cancellation-reasons";
import { runningList, type RunningCase, type RunningDayList } from "~/services/operating-day/day-list.server";
import { loadDay, type HeldDay } from "~/services/operating-day/load-day.server";
import { recordName } from "~/services/operating-day/record-moment.server";
import { equipmentName } from "~/facts/equipment";
import { store } from "~/store.server";
import { actorNames } from "~/views/actor-names.server";
import { stayWords } from "~/views/week-case";
import type { Scope } from "~db/scope";
import { findSession } from "~db/theatre-sessions";
import { dayStamp } from "./day-stamp.server";
import { listStanding, type ListStanding } from "./list-outlook.server";
import { noteLooks, patientOfDay, type PatientOfDay } from "./patients.server";
import { siteNameOf } from "~/auth/own-sites";
import { procedureInFull } from "~/facts/procedure-words";

/** A moment that was recorded. */
export interface MomentShown {
  moment: CaseMoment;
  time: ClockTime;
  /** Names the record, for a form that corrects it. */
  record: string;
  by: string;
  /** Why it was corrected; empty: it was not. */
  reason: string;
}

/** A case of the running list. */
export interface CaseShown {
  entry: string;
  order: number;
  patient: PatientOfDay;
  procedure: string;
  anaesthetic: string;
  stay: string;
  minutes: number;
  flags: string[];
  equipment: string[];
  standing: CaseStanding;
  /** As planned. */
  planned: ClockTime;
  admission: ClockTime;
  /** Expected, or recorded. */
  start: ClockTime;
  end: ClockTime;
  next: CaseMoment | null;
  /** Later moments that may be recorded instead. */
  others: CaseMoment[];
  /** Moments that were passed over and have no time. */
  missed: CaseMoment[];
  moments: MomentShown[];
  /** Minutes that it took; null: not over. */
  actual: number | null;
  /** Why it stands here, where a person put it on the list on or close to the day. */
  added: string;
}

export interface CancelledShown {
  patient: PatientOfDay;
  procedure: string;
  reason: string;
  note: string;
  by: string;
  at: string;
  offerBy: IsoDate | null;
}

/** The page of a theatre's running list. */
export interface RunningListPage {
  id: string;
  sessionId: string;
  theatre: string;
  site: string;
  date: IsoDate;
  start: ClockTime;
  end: ClockTime;
  length: number;
  specialties: string[];
  surgeons: string[];
  /** As the server's clock shows it. */
  now: ClockTime;
  /** Changes whenever anything of the list does. */
  stamp: string;
  standing: ListStanding;
  cases: CaseShown[];
  cancelled: CancelledShown[];
  actuals: Pick<ListActuals, "touch" | "cappedUtilisation">;
  may: { record: boolean; cancel: boolean; standBy: boolean };
}

/** Loads the running list of a session; null: there is none in scope. */
export async function runningListPage(user: User, scope: Scope, id: string): Promise<RunningListPage | null> {
  const { db } = store();
  const held = await findSession(scope, db, id);
  if (held === null) return null;
  const { organisation, session } = held;
  const day = await loadDay(scope, db, { organisation, date: session.date, only: id });
  const running = runningList(day, held);
  const { standing, outlook } = listStanding(running, settingsAt(day.settings, session.site));
  const { sessionId, theatre, site, date, start, end, surgeons } = session;
  const mayAt = (permission: Parameters<User["scope"]>[0]) => user.scope(permission).sites.includes(site);
  await noteLooks(
    user,
    running.cases.map((each) => each.held),
    site,
    `/sessions/${id}/day`,
  );
  return {
    ...{ id, sessionId, theatre, date, start, end, surgeons, standing },
    site: siteNameOf(user, site),
    length: running.list.end - running.list.start,
    specialties: session.treatmentFunctions.map(treatmentFunctionName),
    now: clockTime(Math.max(0, dayMinute(now().toISOString(), date)) % (24 * 60)),
    stamp: await dayStamp(scope, db, held),
    cases: await casesShown(user, running, outlook),
    cancelled: await cancelledShown(user, day, site, running),
    actuals: listActuals(running.list),
    may: {
      record: standing.day !== "future" && mayAt("day.record"),
      cancel: mayAt("case.cancel"),
      standBy: standing.day !== "past" && mayAt("patient.tell"),
    },
  };
}

async function casesShown(
  user: User,
  { cases, list, held: { session } }: RunningDayList,
  outlook: DayOutlook,
): Promise<CaseShown[]> {
  const names = await actorNames(
    cases.flatMap(({ records }) => Object.values(records).map((record) => record.by)),
  );
  const taken = new Map(listActuals(list).cases.map(({ entry, actual }) => [entry, actual]));
  return cases.map((each, at) => {
    const { held, times, start, admission, placement } = each;
    const span = outlook.cases.get(held.id)!;
    const next = nextMoment(times);
    const later = next === null ? [] : CASE_MOMENTS.slice(CASE_MOMENTS.indexOf(next) + 1);
    const before = next === null ? CASE_MOMENTS : CASE_MOMENTS.slice(0, CASE_MOMENTS.indexOf(next));
    const { entry } = held;
    return {
      ...{ entry: held.id, order: at + 1, planned: start, admission, next, others: later },
      patient: patientOfDay(user, held, session.site, session.date),
      procedure: procedureInFull(entry),
      ...{ anaesthetic: entry.anaesthetic, stay: stayWords(entry), minutes: entry.minutes },
      ...{ flags: entry.orderFlags, equipment: entry.equipment.map(equipmentName) },
      standing: caseStanding(times),
      ...{ start: dayClock(span.start), end: dayClock(span.end) },
      missed: before.filter((moment) => times[moment] === undefined),
      moments: momentsShown(each, names),
      actual: taken.get(held.id) ?? null,
      added: placement.run === null && placement.reason === "Stand-by" ? placement.reason : "",
    };
  });
}

function momentsShown({ records, times }: RunningCase, names: (actor: string) => string): MomentShown[] {
  return CASE_MOMENTS.flatMap((moment) => {
    const [record, minute] = [records[moment], times[moment]];
    if (!record || minute === undefined) return [];
    const { by, reason } = record;
    return [{ moment, time: clockTime(minute), record: recordName(record), by: names(by), reason }];
  });
}

async function cancelledShown(
  user: User,
  { cancellations, entries, date }: HeldDay,
  site: string,
  { cases }: RunningDayList,
): Promise<CancelledShown[]> {
  const back = new Set(cases.map(({ held }) => held.id));
  const names = await actorNames(cancellations.map(({ by }) => by));
  return cancellations.flatMap(({ entry, reasonCode, note, by, at, offerBy }) => {
    const held = entries.get(entry);
    if (!held || back.has(entry)) return [];
    const patient = patientOfDay(user, held, site, date);
    const reason = cancellationReason(reasonCode)?.words ?? reasonCode;
    return [{ patient, procedure: procedureInFull(held.entry), reason, note, by: names(by), at, offerBy }];
  });
}
