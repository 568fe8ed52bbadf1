import type { User } from "~/auth/visitor.server";
import { clockTime, type ClockTime, type IsoDate } from "~/domain/calendar";
import { listActuals } from "~/domain/operating-day/actuals";
import { debriefFindings } from "~/domain/operating-day/debrief";
import { settingsAt, type SiteSettings } from "~/domain/workspace-settings";
import { runningList } from "~/services/operating-day/day-list.server";
import { loadDay } from "~/services/operating-day/load-day.server";
import { gapsOf } from "~/services/operating-day/record-debrief.server";
import { store } from "~/store.server";
import { actorNames } from "~/views/actor-names.server";
import { procedureInFull } from "~/facts/procedure-words";
import { latestDebrief } from "~db/debriefs";
import type { Scope } from "~db/scope";
import { findSession } from "~db/theatre-sessions";
import { listStanding, type ListStanding } from "./list-outlook.server";
import { noteLooks, patientOfDay } from "./patients.server";

/** A case as it was planned and as it went. Minutes; null: not known. */
export interface DebriefCase {
  entry: string;
  patient: string;
  procedure: string;
  planned: number;
  actual: number | null;
  start: ClockTime | "";
  out: ClockTime | "";
}

/** The page of the debrief of a list. */
export interface DebriefPage {
  id: string;
  sessionId: string;
  theatre: string;
  date: IsoDate;
  start: ClockTime;
  end: ClockTime;
  length: number;
  standing: ListStanding;
  cases: DebriefCase[];
  touch: number;
  cappedUtilisation: number;
  lateStart: number | null;
  /** Minutes beyond the turnaround before a case. */
  gaps: { before: string; patient: string; minutes: number }[];
  earlyFinish: number | null;
  overrun: number | null;
  borders: Pick<SiteSettings, "lateStartMinutes" | "gapMinutes" | "earlyFinishMinutes">;
  /** What was said last; `base` 0: nothing yet. */
  said: {
    base: number;
    lateStart: string;
    gaps: Record<string, string>;
    earlyFinish: string;
    note: string;
    by: string;
    at: string;
  };
  mayRecord: boolean;
}

/** Loads it; null: no such session in scope. */
export async function debriefPage(user: User, scope: Scope, id: string): Promise<DebriefPage | null> {
  const { db } = store();
  const held = await findSession(scope, db, id);
  if (held === null) return null;
  const { organisation, session } = held;
  const { sessionId, theatre, site, date, start, end } = session;
  const day = await loadDay(scope, db, { organisation, date, only: id });
  const running = runningList(day, held);
  const settings = settingsAt(day.settings, site);
  const { standing } = listStanding(running, settings);
  const actuals = listActuals(running.list);
  const findings = debriefFindings(running.list, settings);
  await noteLooks(
    user,
    running.cases.map((each) => each.held),
    site,
    `/sessions/${id}/day/debrief`,
  );
  const nameOf = new Map(
    running.cases.map((each) => [each.held.id, patientOfDay(user, each.held, site, date).name]),
  );
  const taken = new Map(actuals.cases.map((each) => [each.entry, each.actual]));
  return {
    ...{ id, sessionId, theatre, date, start, end, standing },
    length: running.list.end - running.list.start,
    cases: running.cases.map(({ held: { id: entry, entry: facts }, times }) => ({
      ...{ entry, patient: nameOf.get(entry)!, procedure: procedureInFull(facts), planned: facts.minutes },
      actual: taken.get(entry) ?? null,
      start: shownTime(times.anaestheticStart ?? times.knifeToSkin),
      out: shownTime(times.out ?? times.recovery),
    })),
    ...{ touch: actuals.touch, cappedUtilisation: actuals.cappedUtilisation },
    ...{ lateStart: findings.lateStart, earlyFinish: findings.earlyFinish, overrun: findings.overrun },
    gaps: findings.gaps.map((gap) => ({ ...gap, patient: nameOf.get(gap.before)! })),
    borders: settings,
    said: await saidBefore(scope, id),
    mayRecord: standing.day !== "future" && user.scope("day.record").sites.includes(site),
  };
}

const shownTime = (minute: number | undefined) => (minute === undefined ? "" : clockTime(minute));

async function saidBefore(scope: Scope, id: string): Promise<DebriefPage["said"]> {
  const held = await latestDebrief(scope, store().db, id);
  if (held === null) return { base: 0, lateStart: "", gaps: {}, earlyFinish: "", note: "", by: "", at: "" };
  const { number, lateStart, gaps, earlyFinish, note, by, at } = held;
  const names = await actorNames([by]);
  const ofGaps = Object.fromEntries(gapsOf(gaps));
  return { base: number, lateStart, gaps: ofGaps, earlyFinish, note, by: names(by), at };
}
