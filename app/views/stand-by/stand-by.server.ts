import type { User } from "~/auth/visitor.server";
import { now, today } from "~/clock.server";
import { clockTime, type ClockTime, type IsoDate } from "~/domain/calendar";
import { dayClock, dayMinute } from "~/domain/operating-day/day-minute";
import { shortNoticeSaid } from "~/domain/short-notice";
import { weeksWaited } from "~/domain/rtt-clock";
import { markedIfForThem } from "~/domain/perioperative/questionnaire/response-source";
import { MIDDAY_MINUTE } from "~/facts/operating-day";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import {
  findStandBy,
  type StandByFound,
  type StandByPatient,
} from "~/services/stand-by/find-stand-by.server";
import { store } from "~/store.server";
import { actorNames } from "~/views/actor-names.server";
import { noteLooks, patientOfDay, type PatientOfDay } from "~/views/operating-day/patients.server";
import { organisationScope } from "~db/organisations";
import { wordsOfEntries } from "~db/patient-words";
import type { CallAnswer } from "~db/schema";
import type { Scope } from "~db/scope";
import { siteNameOf } from "~/auth/own-sites";
import { procedureInFull } from "~/facts/procedure-words";

/** A patient who could be called. */
export interface StandByRow {
  entry: string;
  patient: PatientOfDay;
  mobile: string;
  procedure: string;
  minutes: number;
  anaesthetic: string;
  weeks: number;
  /** What the patient said of short notice, or that the file alone does. */
  notice: string;
  priority: string;
  overrunProbability: number;
  callBy: ClockTime;
  arrivesBy: ClockTime;
  readyBy: ClockTime;
  inTime: boolean;
  /** When they may have eaten and drunk last; empty: no fasting. */
  lastFood: ClockTime | "";
  lastFluids: ClockTime | "";
  calls: number;
  restsUntil: IsoDate | null;
  /** A later place that accepting gives up. */
  later: { session: string; date: IsoDate; start: ClockTime; theatre: string } | null;
  /** A later date that the patient administration system holds, which Hublist cannot change. */
  bookedOn: IsoDate | null;
  calledHere: { answer: CallAnswer; at: string; by: string; note: string }[];
}

export interface StandByPage {
  id: string;
  sessionId: string;
  theatre: string;
  site: string;
  date: IsoDate;
  start: ClockTime;
  end: ClockTime;
  specialties: string[];
  now: ClockTime | "";
  gap: { start: ClockTime; minutes: number; asked: number | null };
  shut: StandByFound["shut"];
  /** The gap begins in the morning. */
  morning: boolean;
  callable: StandByRow[];
  resting: StandByRow[];
  kept: { why: string; count: number }[];
  limits: { calls: number; days: number; travel: number; ready: number };
  mayPlace: boolean;
}

/** Loads who could come for a gap; null: no such session in scope. `minutes`: of the gap, null: what the list leaves. */
export async function standByPage(
  user: User,
  scope: Scope,
  session: string,
  minutes: number | null,
): Promise<StandByPage | null> {
  const { db } = store();
  const at = now().toISOString();
  const found = await findStandBy(scope, db, { session, today: today(), now: at, minutes });
  if (found === null) return null;
  const { held, gap, settings, patients } = found;
  const { sessionId, theatre, site, date, start, end } = held.session;
  await noteLooks(
    user,
    patients.map((one) => one.held),
    site,
    `/sessions/${session}/stand-by`,
  );
  const rows = await rowsOf(user, found);
  return {
    ...{ id: held.id, sessionId, theatre, date, start, end, shut: found.shut },
    site: siteNameOf(user, site),
    specialties: held.session.treatmentFunctions.map(treatmentFunctionName),
    now: date === today() ? clockTime(dayMinute(at, date)) : "",
    gap: { start: dayClock(gap.start), minutes: gap.minutes, asked: minutes },
    morning: gap.start < MIDDAY_MINUTE,
    callable: rows.filter(({ restsUntil }) => restsUntil === null),
    resting: rows.filter(({ restsUntil }) => restsUntil !== null),
    kept: [...found.kept].map(([why, count]) => ({ why, count })).sort((a, b) => b.count - a.count),
    limits: {
      ...{ calls: settings.standByCalls, days: settings.standByDays },
      ...{ travel: settings.standByTravelMinutes, ready: settings.standByReadyMinutes },
    },
    mayPlace: user.scope("list.change").sites.includes(site),
  };
}

async function rowsOf(user: User, { patients, held, day }: StandByFound): Promise<StandByRow[]> {
  const names = await actorNames(patients.flatMap(({ calledHere }) => calledHere.map(({ by }) => by)));
  const said = await noticesSaid(held.organisation, patients);
  const { site, date } = held.session;
  const named = user.scope("patient.view").sites;
  return patients.map((one): StandByRow => {
    const { entry, id } = one.held;
    const known = named.includes(site) || named.includes(entry.listingSite);
    return {
      ...{ entry: id, procedure: procedureInFull(entry), minutes: entry.minutes, priority: entry.priority },
      ...{ anaesthetic: entry.anaesthetic, overrunProbability: one.overrunProbability },
      patient: patientOfDay(user, one.held, site, date),
      mobile: known ? entry.details.mobile : "",
      notice: said.get(id) ?? "Short notice by the waiting-list file",
      weeks: weeksWaited(entry.clockStart, day.date),
      ...timesShown(one),
      ...{ calls: one.rest.calls, restsUntil: one.rest.restsUntil },
      later: one.later && laterShown(one.later),
      bookedOn: one.later ? null : entry.tciDate,
      calledHere: one.calledHere.map(({ answer, at, by, note }) => ({ answer, at, by: names(by), note })),
    };
  });
}

/** What each patient said last of short notice, in words. */
async function noticesSaid(organisation: string, patients: readonly StandByPatient[]) {
  const { db } = store();
  const ids = patients.map((one) => one.held.id);
  const words = await wordsOfEntries(await organisationScope(db, organisation), db, ids);
  const said = words.filter(({ kind }) => kind === "shortNotice").reverse();
  return new Map(
    said.map(({ entry, code, saidBy }) => [entry, markedIfForThem(shortNoticeSaid(code), saidBy)]),
  );
}

function timesShown({ times }: StandByPatient) {
  const shown = (minute: number | null) => (minute === null ? "" : dayClock(Math.max(0, minute)));
  return {
    callBy: dayClock(Math.max(0, times.callBy)),
    arrivesBy: dayClock(Math.max(0, times.arrivesBy)),
    readyBy: dayClock(Math.max(0, times.readyBy)),
    inTime: times.inTime,
    lastFood: shown(times.lastFood),
    lastFluids: shown(times.lastFluids),
  };
}

function laterShown({ session, date, start, theatre }: NonNullable<StandByPatient["later"]>) {
  return { session, date, start, theatre };
}
