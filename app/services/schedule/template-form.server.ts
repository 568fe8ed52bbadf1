import { minutesOfDay } from "~/domain/calendar";
import { FUNDINGS } from "~/domain/session-event";
import { ANAESTHETICS } from "~/domain/waiting-list";
import { TREATMENT_FUNCTIONS } from "~/facts/treatment-functions";
import type { TemplateGiven } from "~db/session-templates";
import { FormFields, type FieldProblem } from "../form-fields.server";
import { readEquipment } from "./equipment-codes.server";

/** Where a person may place sessions, and with what: sites by code, the theatres known at each, equipment by code. */
export interface KnownPlaces {
  sites: readonly string[];
  theatres: readonly { site: string; name: string }[];
  equipment: readonly string[];
}

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;
const WEEKS = ["1", "2", "3", "4", "5"] as const;

export type TemplateRead =
  { given: TemplateGiven; problems: null } | { given: null; problems: FieldProblem[] };

/** Reads the form of a template. */
export function readTemplateForm(form: FormData, places: KnownPlaces): TemplateRead {
  const fields = new FormFields(form);
  const place = readPlace(fields, places);
  const weekday = Number(fields.choice("weekday", WEEKDAYS, "Choose the weekday") ?? 0);
  const weeksOfMonth = fields.ticked("weeksOfMonth", WEEKS).map(Number);
  const validity = readValidity(fields);
  const facts = readFacts(fields, places);
  if (fields.problems.length > 0) return { given: null, problems: fields.problems };
  const everyWeek = weeksOfMonth.length === WEEKS.length;
  const when = { weekday, weeksOfMonth: everyWeek ? [] : weeksOfMonth, ...validity };
  return { given: { ...place, ...when, ...facts }, problems: null };
}

/** Site and theatre; a theatre that Hublist does not know is typed into a field of its own, so that no slip makes one. */
export function readPlace(fields: FormFields, { sites, theatres }: KnownPlaces) {
  const known = fields.text("theatre");
  const fresh = fields.text("newTheatre");
  const [ofSite, name] = [known.slice(0, known.indexOf("|")), known.slice(known.indexOf("|") + 1)];
  const site = fresh === "" ? ofSite : fields.text("site");
  const isKnown = theatres.some((theatre) => theatre.site === ofSite && theatre.name === name);
  if (fresh === "" && !(isKnown && sites.includes(ofSite)))
    fields.refuse("theatre", "Choose the theatre, or name one that Hublist does not know yet");
  if (fresh !== "" && !sites.includes(site)) fields.refuse("site", "Choose the site of the new theatre");
  return { site, theatre: fresh === "" ? name : fresh };
}

function readValidity(fields: FormFields) {
  const validFrom = fields.date("validFrom", "the first day") ?? "";
  if (validFrom === "" && !fields.problems.some(({ field }) => field === "validFrom"))
    fields.refuse("validFrom", "Enter the first day from which it counts");
  const validUntil = fields.date("validUntil", "the last day");
  if (validUntil !== null && validUntil < validFrom)
    fields.refuse("validUntil", "The last day must not be before the first");
  return { validFrom, validUntil };
}

/** What a session is, wherever and whenever it is. */
export function readFacts(fields: FormFields, known: Pick<KnownPlaces, "equipment">) {
  const start = fields.time("start", "the start");
  const end = fields.time("end", "the end");
  const heldMinutes = fields.wholeNumber("heldMinutes", "the held minutes", 0) ?? 0;
  if (start && end) checkLength(fields, start, end, heldMinutes);
  const treatmentFunctions = fields.codes("treatmentFunctions");
  const unknown = treatmentFunctions.filter((code) => !TREATMENT_FUNCTIONS.some((one) => one.code === code));
  if (treatmentFunctions.length === 0)
    fields.refuse("treatmentFunctions", "Enter at least one specialty code");
  else if (unknown.length > 0)
    fields.refuse("treatmentFunctions", `No specialty has the code ${unknown.join(", ")}`);
  const anaesthetics = fields.ticked("anaesthetics", ANAESTHETICS);
  if (anaesthetics.length === 0) fields.refuse("anaesthetics", "Choose at least one anaesthetic");
  return {
    ...{ start, end, heldMinutes, treatmentFunctions, anaesthetics },
    surgeons: fields.codes("surgeons"),
    anaesthetist: fields.text("anaesthetist").toUpperCase(),
    paediatric: fields.isTicked("paediatric"),
    equipment: readEquipment(fields, known.equipment),
    maxCases: fields.wholeNumber("maxCases", "the most cases", 1, 99),
    funding: fields.choice("funding", FUNDINGS, "Choose how it is funded") ?? "core",
    visitingTeam: fields.text("visitingTeam"),
  };
}

function checkLength(fields: FormFields, start: string, end: string, heldMinutes: number): void {
  const minutes = minutesOfDay(end) - minutesOfDay(start);
  if (minutes <= 0) fields.refuse("end", "The end must be after the start, on the same day");
  else if (heldMinutes >= minutes)
    fields.refuse("heldMinutes", `The session has only ${minutes} minutes: hold fewer`);
}
