import type { IsoDate } from "~/domain/calendar";
import type { SentenceNames } from "~/domain/eligibility/rule";
import { spokenDate } from "~/domain/spoken-date";
import { equipmentName } from "./equipment";
import { treatmentFunctionName } from "./treatment-functions";

/** Names for the sentences of plan.json: it knows sites and sessions by the codes of its files. `beside`: the plan's date. */
export function fileNames(beside: IsoDate): SentenceNames {
  return {
    session: ({ sessionId, date }) => `session ${sessionId} on ${spokenDate(date, beside)}`,
    site: (code) => code,
    specialty: treatmentFunctionName,
    equipment: equipmentName,
  };
}

/** Names for sentences on a page: a session by theatre, time and day, a site as `siteName` calls it. */
export function pageNames(beside: IsoDate, siteName: (code: string) => string): SentenceNames {
  return {
    ...fileNames(beside),
    session: ({ theatre, start, date }) => `${theatre} at ${start} on ${spokenDate(date, beside)}`,
    site: siteName,
  };
}
