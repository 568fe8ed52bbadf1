import type { IsoDate } from "./calendar";
import { counted, number, percent } from "./figure-words";
import type { Bottleneck, Liftable, Lifted, OneMore, RuleLifted, WhatWouldChange } from "./plan-reasons";
import { spokenDate } from "./spoken-date";
import type { ResourcePeriod } from "./theatre";

/** How a reader names things: plan.json by their codes, a page by theatre, day and name. */
export interface ReasonNames {
  /** `session S00012 on 5 December`. */
  session: (sessionId: string) => string;
  site: (code: string) => string;
  specialty: (code: string) => string;
  /** A set of equipment, `C-arm`. */
  equipment: (code: string) => string;
  /** Dates of its year are said without it. */
  planDate: IsoDate;
  noticeDays: number;
}

const PERIOD: Record<ResourcePeriod, string> = {
  night: "on the night of ",
  day: "on ",
  am: "on the morning of ",
  pm: "on the afternoon of ",
};

const RESOURCES: Record<string, string> = {
  bed: "bed",
  critical_care: "critical care bed",
  day_case_place: "day-case place",
};
const EQUIPMENT = "equipment:";

/** What would be more, or which rule lifted, as the middle of a sentence: `one more bed at RQM01 on the night of 5 December`. */
export function moreWords(what: Bottleneck["what"] | Lifted, names: ReasonNames): string {
  switch (what.kind) {
    case "minutes":
      return `${what.minutes} minutes more for ${names.session(what.sessionId)}`;
    case "case":
      return `one case more allowed in ${names.session(what.sessionId)}`;
    case "resource":
      return `one more ${resourceWords(what.resource, names)} at ${names.site(what.site)} ${PERIOD[what.period]}${spokenDate(what.date, names.planDate)}`;
    case "reserve":
      return `${what.minutes} minutes less kept free for ${names.specialty(what.treatmentFunction)} in week ${what.week}`;
    case "secondCase":
      return `a second operation on one day for the patient of ${what.pathwayId}, in ${names.session(what.sessionId)}`;
    case "overlap":
      return `a surgeon of its own for ${names.session(what.sessionId)}, whose surgeon is in ${names.session(what.beside)} at that time`;
    case "overrun":
      return `every list allowed to run over ${percent(what.to)} of the time instead of ${percent(what.from)}`;
    case "rule":
      return ruleWords(what, names);
    case "site":
      return `the patient's consent to another site, for ${names.session(what.sessionId)}`;
    case "surgeon":
      return `another surgeon's list, ${names.session(what.sessionId)}`;
    case "notice":
      return `the patient's agreement to short notice, for ${names.session(what.sessionId)}`;
  }
}

/** A rule lifted for a patient, after the place it is lifted for: `with the patient's consent to another site`. */
export function liftedWords(rule: Liftable): string {
  if (rule === "site") return "with the patient's consent to another site";
  return rule === "surgeon" ? "on another surgeon's list" : "with the patient's agreement to short notice";
}

/** So many of a shared resource, at a site, by its code, on a day: `2 beds at RQM01 on the night of 5 December 2026`. */
export function sharedWords(
  amount: number,
  { resource, site, date, period }: Omit<Extract<OneMore, { kind: "resource" }>, "kind">,
  names: Pick<ReasonNames, "equipment">,
): string {
  return `${counted(amount, resourceWords(resource, names))} at ${site} ${PERIOD[period]}${spokenDate(date, "")}`;
}

/** A shared resource by its name: `critical care bed`, `C-arm set`. */
export function resourceWords(resource: string, { equipment }: Pick<ReasonNames, "equipment">): string {
  if (resource.startsWith(EQUIPMENT)) return `${equipment(resource.slice(EQUIPMENT.length))} set`;
  return RESOURCES[resource] ?? resource;
}

function ruleWords({ rule, entries }: RuleLifted, { noticeDays }: ReasonNames): string {
  const kept = `, which alone keeps ${counted(entries, "entry", "entries")} from some list`;
  if (rule === "surgeon") return `pooling: any surgeon of the specialty for everybody${kept}`;
  if (rule === "site") return `every site accepted by everybody${kept}`;
  return `no notice of ${noticeDays} days${kept}`;
}

/** What an estimate of a bottleneck comes to: `about 1,900 points, about 1 more patient`. */
export function worthWords({ points, patients }: Pick<Bottleneck, "points" | "patients">): string {
  return `about ${counted(twoFigures(points), "point")}, ${patientsWords(patients)}`;
}

/** An estimate to two significant figures. */
function twoFigures(points: number): number {
  return Number(points.toPrecision(2));
}

/** How many patients more a plan would place, in whole ones: `about 2 more patients`. */
export function patientsWords(patients: number): string {
  const whole = Math.round(patients);
  if (whole === 0) return "about as many patients";
  return whole > 0
    ? `about ${counted(whole, "more patient", "more patients")}`
    : `about ${counted(-whole, "patient")} fewer`;
}

/** The same words at the beginning of a sentence. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const TOLD = 3;

/** The end of what stands behind an unplaced entry: what would give it a place; empty when nothing so small would. */
export function changesSentence(changes: readonly WhatWouldChange[], names: ReasonNames): string {
  if (changes.length === 0) return "";
  const terms = changes
    .slice(0, TOLD)
    .map(({ what, points }) => `${moreWords(what, names)} (${number(points)} more)`);
  const last = terms.pop();
  return ` It would have a place with ${terms.length ? `${terms.join(", ")} or ` : ""}${last}.`;
}
