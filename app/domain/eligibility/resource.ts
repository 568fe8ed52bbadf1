import { spokenDate } from "../spoken-date";
import { capitalised } from "../reason-words";
import type { ResourcePeriod, SharedResource } from "../theatre";
import type { PairRule, SentenceNames } from "./rule";

/** The site has the bed nights, critical care, day-case place and equipment for this case alone. No pin lifts it. */
export const resource: PairRule = {
  reason: "resource",
  liftedBy: "never",
  forbids: (entry, session, { resources }) => resources.lacking(entry, session) !== null,
  sentence: (entry, session, { resources, planDate, names }) => {
    const lacking = resources.lacking(entry, session);
    const what = lacking ? resourceWords(lacking, planDate, names) : "a shared resource";
    return `${capitalised(names.session(session))} would need ${what}, and there is none.`;
  },
};

const NAMES = new Map([
  ["bed", "a bed"],
  ["critical_care", "a critical care bed"],
  ["day_case_place", "a day-case place"],
]);
const PERIODS: Record<ResourcePeriod, string> = {
  night: "on the night of",
  day: "on",
  am: "on the morning of",
  pm: "on the afternoon of",
};

/** A shared resource in words: `a bed at RQM02 on the night of 17 December`. */
export function resourceWords(
  { resource: name, site, date, period }: SharedResource,
  planDate: string,
  names: SentenceNames,
): string {
  const what = NAMES.get(name) ?? `a set of ${names.equipment(name.replace(/^equipment:/, ""))}`;
  return `${what} at ${names.site(site)} ${PERIODS[period]} ${spokenDate(date, planDate)}`;
}
