import { CONTACT_STATES, type ContactState } from "~/domain/perioperative/check-in/contact-standing";

/** What somebody asks of the list of check-ins; empty site: all. */
export interface CheckInsQuery {
  state: Exclude<ContactState, "notYet"> | null;
  site: string;
  page: number;
}

/** Reads the address of the page; what cannot be read counts as not asked. */
export function readCheckInsQuery(search: URLSearchParams): CheckInsQuery {
  const page = Number(search.get("page") ?? "1");
  const state = CONTACT_STATES.find((one) => one === search.get("state"));
  return {
    state: state && state !== "notYet" ? state : null,
    site: search.get("site") ?? "",
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of the page as it is asked for. */
export function checkInsAddress({ state, site, page }: CheckInsQuery): string {
  const search = new URLSearchParams();
  if (state) search.set("state", state);
  if (site) search.set("site", site);
  if (page > 1) search.set("page", String(page));
  const text = search.toString();
  return text === "" ? "/check-ins" : `/check-ins?${text}`;
}
