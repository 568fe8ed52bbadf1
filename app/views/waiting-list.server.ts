import { sitesIn } from "~/auth/own-sites";
import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import type { Choice } from "~/components/filter-fields";
import type { ReadinessShown } from "~/components/waiting-list/readiness-text";
import type { Sort, WaitingListQuery } from "~/components/waiting-list/query";
import { ageOn } from "~/domain/age";
import type { IsoDate } from "~/domain/calendar";
import { BREACH_WEEKS, weeksWaited, type BreachWeeks } from "~/domain/rtt-clock";
import { readinessState } from "~/domain/readiness-state";
import type { Priority } from "~/domain/waiting-list";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { store } from "~/store.server";
import { procedureInFull } from "~/facts/procedure-words";
import { operatedOf, type OperatedPlace } from "~db/operated";
import { placesOf, type Place } from "~db/placed-dates";
import type { Scope } from "~db/scope";
import { searchWaitingList, type HeldEntry } from "~db/waiting-list";
import { waitingListChoices } from "~db/waiting-list-choices";
import { countFound } from "~db/waiting-list-counts";
import type { WaitingListFilter, WaitingListSort } from "~db/waiting-list-filter";
import { nameShown } from "./entry-words";

export const PAGE_SIZE = 50;

/** One row of the waiting list as the page shows it. */
export interface WaitingListRow {
  id: string;
  /** Family name first; the pathway identifier where this person may not see who the patient is. */
  name: string;
  hospitalNumber: string;
  age: number;
  procedure: string;
  specialty: string;
  priority: Priority;
  cancer: boolean;
  weeks: number;
  target: IsoDate | null;
  readiness: ReadinessShown;
  /**
   * The day of surgery, and whether the file or Hublist says so; `operated`: it is over, and they are listed still.
   * `returned`: the list had dropped them after it.
   */
  dated: { date: IsoDate; by: "file" | "hublist" | "operated"; returned: boolean } | null;
  goneOn: IsoDate | null;
  site: string;
  siteName: string;
}

export interface WaitingListPage {
  query: WaitingListQuery;
  today: IsoDate;
  total: number;
  pageSize: number;
  rows: WaitingListRow[];
  /** How many of those asked for have waited so long, whatever the question says of waits. */
  waits: { weeks: BreachWeeks; entries: number }[];
  specialties: Choice[];
  sites: Choice[];
  /** Why a search was not made; null: it was, or there was none. */
  searchRefused: string | null;
}

const SORTED_BY: Record<Sort, WaitingListSort> = {
  wait: "waited",
  priority: "priority",
  name: "name",
  target: "target",
};

const NO_SEARCH =
  "Your roles do not let you see who patients are, so the list cannot be searched for a person. The other filters work.";

/**
 * A page of the waiting list. Who may not see patients is shown pathway identifiers instead, and cannot search for a
 * person: whether somebody is found would tell that they wait.
 */
export async function waitingListPage(
  user: User,
  scope: Scope,
  query: WaitingListQuery,
): Promise<WaitingListPage> {
  const { db } = store();
  const day = today();
  const patients = user.scope("patient.view");
  const search = query.search !== "" && user.may("patient.view");
  const searched = search
    ? { ...scope, sites: scope.sites.filter((site) => patients.sites.includes(site)) }
    : scope;
  const filter = filterOf(query, search);
  const part = { sort: SORTED_BY[query.sort], descending: false, page: query.page, size: PAGE_SIZE };
  const { total, waits } = await countFound(searched, db, filter, day);
  const { entries } = await searchWaitingList(searched, db, filter, { ...part, total }, day);
  const ids = entries.map(({ id }) => id);
  const places = await placesOf(db, ids, day);
  const operated = await operatedOf(db, { entries: ids }, day);
  const siteNames = new Map(user.sites.map(({ code, name }) => [code, name]));
  return {
    query,
    today: day,
    total,
    pageSize: PAGE_SIZE,
    rows: entries.map((held) => ({
      ...rowOf(held, { place: places.get(held.id), done: operated.get(held.id) }, patients, day),
      siteName: siteNames.get(held.entry.listingSite) ?? held.entry.listingSite,
    })),
    waits: BREACH_WEEKS.map((weeks) => ({ weeks, entries: waits[weeks] })),
    specialties: await specialtyChoices(scope),
    sites: sitesIn(user, scope).map(({ code, name }) => ({ value: code, text: `${name} (${code})` })),
    searchRefused: query.search !== "" && !search ? NO_SEARCH : null,
  };
}

function filterOf(query: WaitingListQuery, search: boolean): WaitingListFilter {
  const { weeks, state } = query;
  return {
    words: search ? query.search : "",
    treatmentFunctions: query.specialty === "" ? [] : [query.specialty],
    priorities: query.priority === null ? [] : [query.priority],
    bands: weeks === null ? [] : BREACH_WEEKS.filter((band) => band >= weeks),
    readiness: query.readiness === null || query.readiness === "differs" ? [] : [query.readiness],
    drift: query.readiness === "differs" ? true : undefined,
    sites: query.site === "" ? [] : [query.site],
    state: state === "gone" ? "gone" : "listed",
    operated: state === "operated" ? true : undefined,
    dated: state === "dated" ? true : state === "undated" ? false : undefined,
  };
}

function rowOf(
  held: HeldEntry,
  surgery: Surgery,
  patients: Scope,
  day: IsoDate,
): Omit<WaitingListRow, "siteName"> {
  const { entry } = held;
  const known = patients.sites.includes(entry.listingSite);
  return {
    id: held.id,
    name: known ? nameShown(entry.details) || entry.patientId : entry.pathwayId,
    hospitalNumber: known ? entry.patientId : "",
    age: ageOn(entry.birthDate, day),
    procedure: procedureInFull(entry),
    specialty: treatmentFunctionName(entry.treatmentFunction),
    priority: entry.priority,
    cancer: entry.cancer,
    weeks: weeksWaited(entry.clockStart, held.goneOn ?? day),
    target: held.target,
    readiness: { state: readinessState(entry, day), fitFrom: entry.fitFrom, fitUntil: entry.fitUntil },
    dated: datedOf(held, surgery),
    goneOn: held.goneOn,
    site: entry.listingSite,
  };
}

interface Surgery {
  place: Place | undefined;
  done: OperatedPlace | undefined;
}

/** The file's date counts before a place in Hublist: the patient has been told of it. */
function datedOf({ entry }: HeldEntry, { place, done }: Surgery): WaitingListRow["dated"] {
  if (done) return { date: done.date, by: "operated", returned: done.returnedOn !== null };
  if (entry.tciDate !== null) return { date: entry.tciDate, by: "file", returned: false };
  return place ? { date: place.date, by: "hublist", returned: false } : null;
}

async function specialtyChoices(scope: Scope): Promise<Choice[]> {
  const held = await waitingListChoices(scope, store().db);
  return held.map(({ treatmentFunction, entries }) => ({
    value: treatmentFunction,
    text: `${treatmentFunctionName(treatmentFunction)} (${entries.toLocaleString("en-GB")})`,
  }));
}
