import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import type { ReadinessShown } from "~/components/waiting-list/readiness-text";
import { columnWords } from "~/components/waiting-list/column-words";
import { ageOn } from "~/domain/age";
import { addDays, mondayOf, type IsoDate } from "~/domain/calendar";
import { eligibilityContext } from "~/domain/eligibility/eligibility";
import { operatedWords, type Operated } from "~/domain/operated";
import { saidByWords } from "~/domain/perioperative/questionnaire/response-source";
import { readinessState } from "~/domain/readiness-state";
import { ResourceIndex } from "~/domain/resource-index";
import { shortNoticeSaid } from "~/domain/short-notice";
import { targets, type Target } from "~/domain/targets";
import type { TheatreSession } from "~/domain/theatre";
import type { PatientDetails, Readiness, WaitingListEntry } from "~/domain/waiting-list";
import { pageNames } from "~/facts/sentence-names";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { staffedSessions } from "~/services/planning/staffed-sessions.server";
import { store } from "~/store.server";
import { operatedOf } from "~db/operated";
import { siteNames } from "~db/organisations";
import { placesOf, type Place } from "~db/placed-dates";
import type { Reader } from "~db/engine";
import { lastWords, shortNoticeOfFile } from "~db/patient-words";
import { recordPatientAccess } from "~db/patient-access";
import { latestPlan } from "~db/plans";
import { currentPolicy } from "~db/policies";
import { findReadiness, type ReadinessRecord } from "~db/readiness";
import type { Scope } from "~db/scope";
import { listResources } from "~db/theatre-sessions";
import { findEntry, type HeldEntry } from "~db/waiting-list";
import { actorNames } from "./actor-names.server";
import { entryClock, type EntryClock } from "./entry-clock";
import { entryHistory, patientLooks, type HistoryLine, type LookLine } from "./entry-history.server";
import { entryPlaces, type EntryPlaces } from "./entry-eligibility.server";
import { weekToPlan } from "./week-choice.server";
import { nameShown, nhsNumberShown } from "./entry-words";
import { saysInShort, type SaysInShort } from "./patient-says/says-in-short.server";
import {
  decisionShown as sharedDecisionShown,
  type DecisionShown,
} from "./shared-decision/shared-decision.server";
import { siteNameOf } from "~/auth/own-sites";

export type { HistoryLine, LookLine } from "./entry-history.server";

/** Sessions of so many weeks from today are asked whether they take the entry. */
const WEEKS_ASKED = 10;
const PLACES_SHOWN = 6;

/** Who the patient is; for those who may see it. */
export interface PatientShown {
  name: string;
  hospitalNumber: string;
  nhsNumber: string;
  birthDate: IsoDate;
  details: PatientDetails;
}

/** A session in which the entry may have a place. */
export interface PlaceShown {
  sessionId: string;
  date: IsoDate;
  start: string;
  /** Theatre and site. */
  place: string;
}

/** A value that Hublist holds and the file contradicts. */
export interface DriftShown {
  name: string;
  held: string;
  file: string;
}

export interface EntryPage {
  id: string;
  today: IsoDate;
  goneOn: IsoDate | null;
  patient: PatientShown | null;
  age: number;
  /** The entry without the person. */
  entry: Omit<WaitingListEntry, "details" | "patientId" | "nhsNumber" | "birthDate" | "row">;
  specialty: string;
  siteNames: Record<string, string>;
  clock: EntryClock;
  targets: Target[];
  readiness: ReadinessShown & { hubSuitable: Readiness["hubSuitable"] };
  /** Who decided in Hublist, last; null: the file's word counts. */
  decided: { by: string; at: string; reason: string } | null;
  mayDecide: boolean;
  place: PlaceShown | null;
  /** Where it was operated on already, as far as Hublist knows, and why it goes nowhere else; null: it was not. */
  operated: (PlaceShown & { words: string; recorded: boolean; returned: boolean }) | null;
  /** Where the case is cancelled, for those who may; null: it has no place, or not for this reader. */
  cancelHref: string | null;
  /** Where the record of the day that says it was operated on is corrected; null: there is none, or not this reader. */
  dayHref: string | null;
  places: Omit<EntryPlaces, "allowed"> & { allowed: PlaceShown[]; more: number };
  weeksAsked: number;
  /** Why it is, or is not, in the last plan of its week; null: no plan, or not for this reader. */
  why: { href: string; week: IsoDate } | null;
  /** What the patient was asked and said, in short; null: not for this reader. */
  says: SaysInShort | null;
  /** The two stages of the shared decision; null: not for this reader. */
  decision: DecisionShown | null;
  /** What the patient said last about short notice, and who said so (`by the patient`); null: nothing, so the file's word counts. */
  noticeSaid: { words: string; by: string; at: string; file: boolean } | null;
  drift: DriftShown[];
  history: HistoryLine[];
  looks: LookLine[] | null;
}

/** One entry as the page shows it, and a note that this person looked at the patient; null: none in scope. */
export async function entryPage(user: User, scope: Scope, id: string): Promise<EntryPage | null> {
  const { db } = store();
  const held = await findEntry(scope, db, id);
  if (!held) return null;
  const day = today();
  const known = user.scope("patient.view").sites.includes(held.entry.listingSite);
  if (known) await noteLook(user, held);
  const readiness = (await findReadiness(scope, db, id))!;
  const done = (await operatedOf(db, { entries: [id] }, day)).get(id);
  const place = (await placesOf(db, [id], day)).get(id) ?? done;
  const { details: _d, patientId: _p, nhsNumber: _n, birthDate: _b, row: _r, ...entry } = held.entry;
  const audits = user.scope("audit.view").sites.includes(held.entry.listingSite);
  return {
    id,
    today: day,
    goneOn: held.goneOn,
    patient: known ? patientShown(held.entry) : null,
    age: ageOn(held.entry.birthDate, day),
    entry,
    specialty: treatmentFunctionName(entry.treatmentFunction),
    siteNames: Object.fromEntries(user.sites.map(({ code, name }) => [code, name])),
    clock: entryClock(held.entry.clockStart, held.goneOn ?? day, entry.rttStatus),
    ...(await planning(scope, held, day, user, done)),
    readiness: readinessShown(readiness.counts, day),
    decided: await decisionShown(readiness),
    mayDecide: held.state === "listed" && user.scope("readiness.confirm").sites.includes(entry.listingSite),
    place: place ? placeOf(place, user) : null,
    operated: done
      ? {
          ...{ ...placeOf(done, user), words: operatedWords(done, day), recorded: done.recorded },
          returned: done.returnedOn !== null,
        }
      : null,
    cancelHref:
      place && !done?.recorded && user.scope("case.cancel").sites.includes(place.site)
        ? `/sessions/${place.session}/day/cancel/${id}`
        : null,
    dayHref:
      done?.recorded && user.scope("day.record").sites.includes(done.site)
        ? `/sessions/${done.session}/day`
        : null,
    says: user.scope("questionnaire.manage").sites.includes(entry.listingSite)
      ? await saysInShort(scope, db, id)
      : null,
    decision: known ? await sharedDecisionShown(user, scope, held) : null,
    noticeSaid: await noticeSaid(db, id),
    drift: driftShown(readiness, held.entry, place),
    history: await entryHistory(scope, id, known),
    looks: audits ? await patientLooks(scope, held.patient) : null,
    weeksAsked: WEEKS_ASKED,
    why: held.state === "listed" ? await whyLink(user, held, place) : null,
  };
}

/** The week of the entry's place, else the one that is planned next. */
async function whyLink(
  user: User,
  { id, organisation }: HeldEntry,
  place: Place | undefined,
): Promise<EntryPage["why"]> {
  const scope = user.scope("plan.view");
  if (!scope.organisations.includes(organisation)) return null;
  const week = place ? mondayOf(place.date) : await weekToPlan(scope, organisation, today());
  const plan = await latestPlan(scope, store().db, organisation, week);
  return plan && { href: `/runs/${plan.run}/why/${id}`, week };
}

async function noteLook(user: User, { patient }: HeldEntry): Promise<void> {
  await recordPatientAccess(
    store(),
    { kind: "user", id: user.id },
    { patients: [patient], page: "waiting-list entry" },
  );
}

function patientShown(entry: WaitingListEntry): PatientShown {
  return {
    name: nameShown(entry.details) || entry.patientId,
    hospitalNumber: entry.patientId,
    nhsNumber: entry.nhsNumber ? nhsNumberShown(entry.nhsNumber) : "",
    birthDate: entry.birthDate,
    details: entry.details,
  };
}

export function readinessShown(counts: Readiness, day: IsoDate): EntryPage["readiness"] {
  const { fitFrom, fitUntil, hubSuitable } = counts;
  return { state: readinessState(counts, day), fitFrom, fitUntil, hubSuitable };
}

/** Of what was kept before it was kept who said it. */
const OWN_LINK = "through the patient's own link";

async function noticeSaid(db: Reader, id: string): Promise<EntryPage["noticeSaid"]> {
  const said = (await lastWords(db, id)).get("shortNotice");
  if (!said) return null;
  const by = saidByWords(said.saidBy) || (said.by.startsWith("patient:") ? OWN_LINK : saidByWords("staff"));
  return { words: shortNoticeSaid(said.code), by, at: said.at, file: await shortNoticeOfFile(db, id) };
}

async function decisionShown({ decisions }: ReadinessRecord): Promise<EntryPage["decided"]> {
  const last = decisions[0];
  if (!last) return null;
  const names = await actorNames([last.decidedBy]);
  return { by: names(last.decidedBy), at: last.decidedAt, reason: last.reason };
}

/** Targets, and where the entry may go, by the organisation's policy of today. */
async function planning(
  scope: Scope,
  { entry, organisation }: HeldEntry,
  day: IsoDate,
  user: User,
  done: Operated | undefined,
) {
  const { db } = store();
  const { policy } = (await currentPolicy(scope, db, organisation))!;
  const span = { from: day, until: addDays(day, 7 * WEEKS_ASKED) };
  const sessions = await staffedSessions(scope, db, span, organisation);
  const resources = new ResourceIndex(await listResources(scope, db, span, organisation));
  const context = eligibilityContext(day, policy, resources, pageNames(day, await siteNames(db)));
  const places = entryPlaces(
    entry,
    sessions.map(({ session }) => session),
    context,
  );
  const shown = places.allowed.slice(0, PLACES_SHOWN).map((session) => placeOf(session, user));
  if (done) {
    const everywhere = { reason: "already_booked" as const, sentence: operatedWords(done, day) };
    const none = { asked: places.asked, everywhere, allowed: [], misses: [], more: 0 };
    return { targets: targets(entry, policy), places: none };
  }
  return {
    targets: targets(entry, policy),
    places: { ...places, allowed: shown, more: places.allowed.length - shown.length },
  };
}

function placeOf({ sessionId, date, start, theatre, site }: Place | TheatreSession, user: User): PlaceShown {
  const name = siteNameOf(user, site);
  return { sessionId, date, start, place: `${theatre}, ${name}` };
}

function driftShown(
  { counts, file }: ReadinessRecord,
  entry: WaitingListEntry,
  place: Place | undefined,
): DriftShown[] {
  const columns = ["screening", "fitFrom", "fitUntil", "hubSuitable"] as const;
  const drift = columns
    .map((column) => ({ name: columnWords(column), held: shown(counts[column]), file: shown(file[column]) }))
    .filter(({ held, file: said }) => held !== said);
  if (place && entry.tciDate !== null && entry.tciDate !== place.date)
    drift.push({ name: columnWords("placement"), held: place.date, file: entry.tciDate });
  return drift;
}

function shown(value: string | null | true | string[]): string {
  if (value === true) return "Every hub";
  if (Array.isArray(value)) return value.length === 0 ? "No hub" : value.join(", ");
  return value ?? "";
}
