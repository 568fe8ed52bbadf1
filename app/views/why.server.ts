import type { User } from "~/auth/visitor.server";
import type { IsoDate } from "~/domain/calendar";
import type { TheatreSession } from "~/domain/theatre";
import type { RecordedCase, RecordedWhy, UnplacedRecord, WeekRecord } from "~/domain/week-record";
import { readUnplaced, readWeekRecord, readWhys } from "~/services/week-record.server";
import { store } from "~/store.server";
import { procedureInFull } from "~/facts/procedure-words";
import { siteNames } from "~db/organisations";
import type { Scope } from "~db/scope";
import { findRun, type SolveRun } from "~db/solve-runs";
import { listSessions, weekSpan } from "~db/theatre-sessions";
import { reasonNames } from "./reason-names";
import { personFacts } from "./week-case";
import { peopleOf, type People } from "./week-people.server";
import { whyPlaced, whyUnplaced, type WhyPlaced, type WhyTold, type WhyUnplaced } from "./why";

/** Why one entry has its place in a plan, or has none. */
export interface WhyPage {
  run: string;
  week: IsoDate;
  organisation: string;
  entry: string;
  patient: string;
  /** The page of the entry, for those who may open it. */
  link: string | null;
  hospitalNumber: string;
  procedure: string;
  placed: WhyPlaced | null;
  unplaced: WhyUnplaced | null;
}

/** What a plan says of one entry. */
type Told =
  | { kind: "placed"; planned: RecordedCase; sessionId: string; why: RecordedWhy }
  | { kind: "unplaced"; record: UnplacedRecord };

/** Loads why an entry is, or is not, in the plan of a run in scope; null: no such plan, or it does not know the entry. */
export async function whyPage(
  user: User,
  scope: Scope,
  { run: id, entry }: { run: string; entry: string },
): Promise<WhyPage | null> {
  const { db } = store();
  const run = await findRun(scope, db, id);
  const record = await readWeekRecord(scope, db, id);
  if (run === null || record === null) return null;
  const told = await toldOf(scope, record, { run: id, entry });
  if (told === null) return null;
  const sessions = await sessionsOf(scope, run);
  const people = await peopleNamed(user, run, told, sessions);
  const names = reasonNames(record, sessions, await siteNames(db));
  const context: WhyTold = { run: id, names, people, week: run.week, mayAsk: user.may("plan.solve") };
  const { week, organisation } = run;
  const known = people.get(entry);
  const { patient, link, hospitalNumber } = personFacts(known, entry, week);
  return {
    ...{ run: id, week, organisation, entry, patient, link, hospitalNumber },
    procedure: known ? procedureInFull(known.entry) : "",
    placed: told.kind === "placed" ? whyPlaced(told, context) : null,
    unplaced: told.kind === "unplaced" ? whyUnplaced(told.record, context) : null,
  };
}

async function toldOf(
  scope: Scope,
  record: WeekRecord,
  { run, entry }: { run: string; entry: string },
): Promise<Told | null> {
  const { db } = store();
  for (const { sessionId, cases } of record.lists) {
    const planned = cases.find((each) => each.entry === entry);
    if (!planned) continue;
    const why = (await readWhys(scope, db, run))[entry];
    return why ? { kind: "placed", planned, sessionId, why } : null;
  }
  for await (const chunk of readUnplaced(scope, db, run, record.unplaced.chunks)) {
    const found = chunk.find((each) => each.entry === entry);
    if (found) return { kind: "unplaced", record: found };
  }
  return null;
}

async function sessionsOf(scope: Scope, { week, organisation }: SolveRun): Promise<TheatreSession[]> {
  const held = await listSessions(scope, store().db, weekSpan(week), organisation);
  return held.map(({ session }) => session);
}

/** Everybody whom the page names; who stands on a list is named to who may see that list. */
async function peopleNamed(
  user: User,
  { id, organisation, sites }: SolveRun,
  told: Told,
  sessions: readonly TheatreSession[],
): Promise<People> {
  const siteOf = (sessionId: string) => sessions.find((one) => one.sessionId === sessionId)?.site;
  const at = (entries: readonly string[], sessionId: string) => {
    const site = siteOf(sessionId);
    return entries.map((entry) => (site === undefined ? { entry } : { entry, site }));
  };
  const entries =
    told.kind === "placed"
      ? [
          ...at([told.planned.entry], told.sessionId),
          ...told.why.instead.entries.map((entry) => ({ entry })),
          ...told.why.elsewhere.flatMap(({ sessionId, displaced }) => at(displaced, sessionId)),
        ]
      : [
          { entry: told.record.entry },
          ...(told.record.nearest ? at(told.record.nearest.displaced, told.record.nearest.sessionId) : []),
        ];
  return peopleOf(user, { organisation, sites, entries, page: `/runs/${id}/why` });
}
