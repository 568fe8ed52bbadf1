import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import { addDays, type IsoDate } from "~/domain/calendar";
import { daysLeft, owedOrder, owedState, type OwedState } from "~/domain/operating-day/owed-dates";
import { cancellationReason, CANCELLATION_REASONS } from "~/facts/cancellation-reasons";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { store } from "~/store.server";
import { actorNames } from "~/views/actor-names.server";
import { nameShown } from "~/views/entry-words";
import { procedureInFull } from "~/facts/procedure-words";
import {
  cancellationsOfEntries,
  cancellationsWithin,
  entriesOwedADate,
  type Cancellation,
} from "~db/cancellations";
import { momentsOfEntries } from "~db/case-moments";
import { wholeScope } from "~db/organisations";
import { recordPatientAccess } from "~db/patient-access";
import { placesOf } from "~db/placed-dates";
import { findReadiness } from "~db/readiness";
import type { Scope } from "~db/scope";
import { entriesById, type HeldEntry } from "~db/waiting-list";

/** Weeks back over which the figures count. */
const WEEKS = 12;

/** Somebody who is owed a new date. */
export interface OwedRow {
  entry: string;
  name: string;
  procedure: string;
  specialty: string;
  cancelledOn: IsoDate;
  reason: string;
  promisedBy: IsoDate;
  daysLeft: number;
  placedOn: IsoDate | null;
  state: OwedState;
}

/** Somebody who was cancelled for a clinical reason and waits to be assessed again. */
export interface TriageRow {
  entry: string;
  name: string;
  procedure: string;
  cancelledOn: IsoDate;
  reason: string;
  note: string;
  by: string;
}

/** How often a reason was given. */
export interface ReasonCount {
  code: string;
  words: string;
  kind: "Hospital, not clinical" | "Clinical" | "Patient";
  avoidable: "usually" | "usually not" | "open";
  status: string;
  count: number;
  lastMinute: number;
}

export interface CancellationsPage {
  today: IsoDate;
  from: IsoDate;
  owed: OwedRow[];
  triage: TriageRow[];
  reasons: ReasonCount[];
  totals: {
    all: number;
    lastMinute: number;
    clinical: number;
    avoidable: number;
    owed: number;
    late: number;
  };
  mayDecide: boolean;
}

/** Loads who is owed what after a cancellation, and why cases were cancelled. */
export async function cancellationsPage(user: User, scope: Scope): Promise<CancellationsPage> {
  const { db } = store();
  const day = today();
  const from = addDays(day, -7 * WEEKS);
  const within = await cancellationsWithin(scope, db, { from, until: addDays(day, 365) });
  const shown = new Set<string>();
  const nameOf = namer(user, shown);
  const owed = await owedRows(scope, day, nameOf);
  const triage = await triageRows(scope, within, nameOf);
  const who = { kind: "user", id: user.id } as const;
  await recordPatientAccess(store(), who, { patients: [...shown], page: "cancellations" });
  return {
    ...{ today: day, from, owed, triage },
    reasons: countReasons(within),
    totals: {
      all: within.length,
      lastMinute: within.filter((one) => one.lastMinute).length,
      clinical: within.filter((one) => one.clinical).length,
      avoidable: within.filter((one) => one.avoidable).length,
      owed: owed.filter(({ state }) => state !== "inTime").length,
      late: owed.filter(({ state }) => state === "late").length,
    },
    mayDecide: user.may("readiness.confirm"),
  };
}

/** How many wait for a date in time, and how many for a decision on fitness, after a cancellation. */
export async function cancellationCounts(scope: Scope): Promise<{ owed: number; triage: number }> {
  const day = today();
  const span = { from: addDays(day, -7 * WEEKS), until: addDays(day, 365) };
  const within = await cancellationsWithin(scope, store().db, span);
  const owed = await owedRows(scope, day, () => "");
  const triage = await triageRows(scope, within, () => "");
  return { owed: owed.filter(({ state }) => state !== "inTime").length, triage: triage.length };
}

type NameOf = (held: HeldEntry) => string;

function namer(user: User, shown: Set<string>): NameOf {
  const named = user.scope("patient.view").sites;
  return ({ entry, patient }) => {
    if (!named.includes(entry.listingSite)) return entry.pathwayId;
    shown.add(patient);
    return nameShown(entry.details) || entry.patientId;
  };
}

async function owedRows(scope: Scope, day: IsoDate, nameOf: NameOf): Promise<OwedRow[]> {
  const { db } = store();
  const promises = await entriesOwedADate(scope, db);
  const ids = promises.map(({ entry }) => entry);
  const entries = await entriesById(scope, db, ids);
  const places = await placesOf(db, ids, day);
  const last = lastOf(await cancellationsOfEntries(scope, db, ids), ({ offerBy }) => offerBy !== null);
  const done = await operatedSince(ids, last);
  const rows = promises.flatMap(({ entry, promisedBy }): OwedRow[] => {
    const [held, cancelled] = [entries.get(entry), last.get(entry)];
    if (!held || !cancelled || done.has(entry)) return [];
    const placedOn = places.get(entry)?.date ?? held.entry.tciDate;
    return [
      {
        ...{ entry, promisedBy, placedOn, name: nameOf(held), procedure: procedureInFull(held.entry) },
        specialty: treatmentFunctionName(held.entry.treatmentFunction),
        cancelledOn: cancelled.date,
        reason: reasonWords(cancelled),
        daysLeft: daysLeft(promisedBy, day),
        state: owedState(promisedBy, placedOn, day),
      },
    ];
  });
  return rows.sort(owedOrder);
}

/** The promise is kept once the patient has been operated on, also before the waiting list's file says so. */
async function operatedSince(ids: readonly string[], last: Map<string, Cancellation>): Promise<Set<string>> {
  const { db } = store();
  // Whether somebody was operated on is asked of every site: the rows themselves are in scope.
  const records = await momentsOfEntries(await wholeScope(db), db, ids);
  return new Set(
    records
      .filter(({ entry, moment, happenedAt, at }) => {
        const isOut = moment === "out" || moment === "recovery";
        return isOut && happenedAt !== null && at > (last.get(entry)?.at ?? "");
      })
      .map(({ entry }) => entry),
  );
}

function lastOf(cancellations: readonly Cancellation[], counts: (one: Cancellation) => boolean) {
  return new Map(cancellations.filter(counts).map((one) => [one.entry, one]));
}

const reasonWords = ({ reasonCode }: Cancellation) => cancellationReason(reasonCode)?.words ?? reasonCode;

/** Clinical cancellations after which nobody has decided on fitness again. */
async function triageRows(
  scope: Scope,
  within: readonly Cancellation[],
  nameOf: NameOf,
): Promise<TriageRow[]> {
  const { db } = store();
  const clinical = [...lastOf([...within].reverse(), (one) => one.clinical).values()];
  const entries = await entriesById(
    scope,
    db,
    clinical.map(({ entry }) => entry),
  );
  const names = await actorNames(clinical.map(({ by }) => by));
  const rows: TriageRow[] = [];
  for (const cancelled of clinical) {
    const held = entries.get(cancelled.entry);
    if (held?.state !== "listed" || held.entry.screening !== "awaiting") continue;
    const decided = (await findReadiness(scope, db, held.id))?.decisions[0];
    if (decided && decided.decidedAt > cancelled.at) continue;
    rows.push({
      entry: held.id,
      ...{ name: nameOf(held), procedure: procedureInFull(held.entry) },
      ...{ cancelledOn: cancelled.date, reason: reasonWords(cancelled), note: cancelled.note },
      by: names(cancelled.by),
    });
  }
  return rows;
}

function countReasons(within: readonly Cancellation[]): ReasonCount[] {
  return CANCELLATION_REASONS.map(({ code, words, clinical, by, avoidable, status }): ReasonCount => {
    const own = within.filter(({ reasonCode }) => reasonCode === code);
    return {
      ...{ code, words, status, count: own.length },
      kind: clinical ? "Clinical" : by === "hospital" ? "Hospital, not clinical" : "Patient",
      avoidable: avoidable === null ? "open" : avoidable ? "usually" : "usually not",
      lastMinute: own.filter((one) => one.lastMinute).length,
    };
  })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1));
}
