import { TRIAGE_STATES, type TriageState } from "~/domain/perioperative/triage-state";

/** What of the board is asked for. */
export interface BoardQuery {
  /** Null: all states, a few patients of each. */
  state: TriageState | null;
  site: string;
  specialty: string;
  /** Only those with a date, with something urgent, or whose decision was reopened. */
  only: (typeof ONLY)[number] | null;
  page: number;
}

export const ONLY = ["dated", "urgent", "reopened"] as const;

/** Reads the address of the board; what is not understood is no filter. */
export function readBoardQuery(search: URLSearchParams): BoardQuery {
  const page = Number(search.get("page"));
  return {
    state: TRIAGE_STATES.find((state) => state === search.get("state")) ?? null,
    site: search.get("site") ?? "",
    specialty: search.get("specialty") ?? "",
    only: ONLY.find((one) => one === search.get("only")) ?? null,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of a part of the board. */
export function boardAddress({ state, site, specialty, only, page }: BoardQuery): string {
  const search = new URLSearchParams();
  if (state) search.set("state", state);
  if (site) search.set("site", site);
  if (specialty) search.set("specialty", specialty);
  if (only) search.set("only", only);
  if (page > 1) search.set("page", String(page));
  const text = search.toString();
  return text ? `/triage?${text}` : "/triage";
}
