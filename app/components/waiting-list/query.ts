import { BREACH_WEEKS, type BreachWeeks } from "~/domain/rtt-clock";
import { READINESS_STATES, type ReadinessState } from "~/domain/readiness-state";
import { PRIORITIES, type Priority } from "~/domain/waiting-list";

/** waiting: on the list; undated: of those, without a date; dated: with one; operated: operated on here; gone: no longer in the file. */
export const LIST_STATES = ["waiting", "undated", "dated", "operated", "gone"] as const;
export type ListState = (typeof LIST_STATES)[number];

/** differs: the file's readiness is another than what was decided in Hublist. */
export const READINESS_ASKED = [...READINESS_STATES, "differs"] as const;
export type ReadinessAsked = ReadinessState | "differs";

export const SORTS = ["wait", "priority", "name", "target"] as const;
export type Sort = (typeof SORTS)[number];

/** The question that the waiting-list page was asked, as its address holds it. Empty text or null: any. */
export interface WaitingListQuery {
  search: string;
  specialty: string;
  priority: Priority | null;
  /** At least this many weeks waited. */
  weeks: BreachWeeks | null;
  readiness: ReadinessAsked | null;
  site: string;
  state: ListState;
  sort: Sort;
  page: number;
}

export const NO_QUERY: WaitingListQuery = {
  search: "",
  specialty: "",
  priority: null,
  weeks: null,
  readiness: null,
  site: "",
  state: "waiting",
  sort: "wait",
  page: 1,
};

const LONGEST_SEARCH = 100;

function oneOf<const T>(values: readonly T[], text: string | null): T | null {
  return values.find((value) => String(value) === text) ?? null;
}

/** Reads the address of the page; a value that means nothing counts as not asked. */
export function readQuery(parameters: URLSearchParams): WaitingListQuery {
  const text = (name: string) => (parameters.get(name) ?? "").trim().slice(0, LONGEST_SEARCH);
  return {
    search: text("search").replace(/\s+/g, " "),
    specialty: text("specialty"),
    priority: oneOf(PRIORITIES, text("priority")),
    weeks: oneOf(BREACH_WEEKS, text("weeks")),
    readiness: oneOf(READINESS_ASKED, text("readiness")),
    site: text("site"),
    state: oneOf(LIST_STATES, text("state")) ?? NO_QUERY.state,
    sort: oneOf(SORTS, text("sort")) ?? NO_QUERY.sort,
    page: pageNumber(text("page")),
  };
}

function pageNumber(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** The address of the page for a question; what is not asked is left out. */
export function addressOf(query: WaitingListQuery): string {
  const asked = Object.entries(query).filter(
    ([name, value]) => value !== null && value !== NO_QUERY[name as keyof WaitingListQuery],
  );
  const parameters = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
  return parameters.size === 0 ? "/waiting-list" : `/waiting-list?${parameters.toString()}`;
}

/** Whether anything narrows the list. */
export function isNarrowed(query: WaitingListQuery): boolean {
  return addressOf({ ...query, page: 1, sort: NO_QUERY.sort }) !== "/waiting-list";
}
