import { frequency } from "./figure-words";
import type { MeasureName } from "./policy";
import type { ScenarioChange } from "./scenario";
import { spokenDate } from "./spoken-date";
import type { DateRange } from "./calendar";

/** How a reader calls what a change names by its code. */
export interface ScenarioNames {
  site: (code: string) => string;
  /** `Theatre 2, Tue 15 Dec, 08:30`. */
  session: (sessionId: string) => string;
  /** `laparoscopy stack`, by the code of a set of equipment. */
  equipment: (code: string) => string;
}

/** The measures of the score, as the weights of a policy are called. */
export const MEASURE_WORDS: Record<MeasureName, string> = {
  urgent: "Urgent patients",
  waiting: "Long waits",
  minutes: "Planned minutes",
  dayCaseHub: "Day cases and hub procedures",
  weeksWaited: "Weeks waited",
};

/** What of a shared resource there is more or less of. */
export function resourceName(resource: string, names: Pick<ScenarioNames, "equipment">): string {
  return RESOURCES[resource] ?? `sets of ${names.equipment(resource.replace(/^equipment:/, ""))}`;
}

const RESOURCES: Record<string, string> = {
  bed: "beds",
  critical_care: "critical care beds",
  day_case_place: "day-case places",
};

/** One change of a what-if as a sentence without its full stop. */
export function changeWords(change: ScenarioChange, names: ScenarioNames): string {
  switch (change.kind) {
    case "loseTheatre":
      return `No ${change.theatre} at ${names.site(change.site)} ${daysOf(change)}`;
    case "loseSurgeon":
      return `Surgeon ${change.surgeon} is away ${daysOf(change)}`;
    case "resource":
      return `${Math.abs(change.by)} ${change.by < 0 ? "fewer" : "more"} ${resourceName(change.resource, names)} at ${names.site(change.site)} ${daysOf(change)}`;
    case "closeSession":
      return `${names.session(change.sessionId)} is closed`;
    case "addSession":
      return `A session more in ${change.theatre} on ${day(change.date)}, ${change.start} to ${change.end}, like ${names.session(change.like)}`;
    case "weight":
      return `${MEASURE_WORDS[change.measure]} weigh ${change.value}`;
    case "overrun":
      return `Lists may run over ${frequency(change.value)}`;
    case "sites":
      return `Patients listed at ${names.site(change.from)} also accept ${names.site(change.to)}`;
  }
}

function daysOf({ from, to }: DateRange): string {
  return from === to ? `on ${day(from)}` : `from ${day(from)} to ${day(to)}`;
}

const day = (date: string) => spokenDate(date, date);
