import { now, today } from "~/clock.server";
import { clockTime, type ClockTime, type IsoDate } from "~/domain/calendar";
import { dayMinute } from "~/domain/operating-day/day-minute";
import { countingRecords, type CaseMoment } from "~/domain/operating-day/moments";
import { recordName } from "~/services/operating-day/record-moment.server";
import type { User } from "~/auth/visitor.server";
import { store } from "~/store.server";
import { actorNames } from "~/views/actor-names.server";
import { momentsOfDay } from "~db/case-moments";
import type { Scope } from "~db/scope";
import { findSession } from "~db/theatre-sessions";
import { entriesById } from "~db/waiting-list";
import { organisationScope } from "~/services/operating-day/load-day.server";
import { patientOfDay } from "./patients.server";

/** The page on which one moment of one case gets its time, or another. */
export interface MomentPage {
  session: string;
  entry: string;
  moment: CaseMoment;
  patient: string;
  theatre: string;
  date: IsoDate;
  /** The time that stands; empty: none. */
  time: ClockTime | "";
  /** Names the record that stands; empty: there is none. */
  base: string;
  /** Now, on the day itself; empty after it. */
  now: ClockTime | "";
  /** Every record of this moment, the last first. */
  history: { time: ClockTime | ""; by: string; at: string; reason: string }[];
}

/** Loads it; null: no such session in scope, or no such case. */
export async function momentPage(
  user: User,
  scope: Scope,
  asked: { session: string; entry: string; moment: CaseMoment },
): Promise<MomentPage | null> {
  const { db } = store();
  const held = await findSession(scope, db, asked.session);
  if (held === null) return null;
  const { organisation, session } = held;
  const whole = await organisationScope(db, organisation);
  const entry = (await entriesById(whole, db, [asked.entry])).get(asked.entry);
  if (!entry) return null;
  const { date, theatre, site } = session;
  const records = await momentsOfDay(whole, db, { organisation, date });
  const own = records.filter((record) => record.entry === asked.entry && record.moment === asked.moment);
  const stands = countingRecords(own).get(asked.entry)?.[asked.moment];
  const names = await actorNames(own.map(({ by }) => by));
  const timeOf = (instant: string | null) => (instant ? clockTime(dayMinute(instant, date)) : "");
  return {
    ...asked,
    patient: patientOfDay(user, entry, site, date).name,
    ...{ theatre, date },
    time: timeOf(stands?.happenedAt ?? null),
    base: stands?.happenedAt ? recordName(stands) : "",
    now: date === today() ? timeOf(now().toISOString()) : "",
    history: own
      .map(({ happenedAt, by, at, reason }) => ({ time: timeOf(happenedAt), by: names(by), at, reason }))
      .reverse(),
  };
}
