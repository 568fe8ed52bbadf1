import { DateTime } from "luxon";
import type { IsoDate } from "~/domain/calendar";
import { SCREENING_OUTCOMES, type Readiness, type ScreeningOutcome } from "~/domain/waiting-list";

/** What is wrong with one field of the form, and how to mend it. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** A readiness decision as a person made it. */
export interface ReadinessGiven extends Readiness {
  reason: string;
}

export type ReadinessRead =
  { given: ReadinessGiven; problems: null } | { given: null; problems: FieldProblem[] };

export const LONGEST_REASON = 500;

/**
 * Reads the readiness form. `hubs`: codes of the hubs that may be chosen. `unread`: what tells the texts of the patient that
 * nobody has read; the person says that they have read these. Null: there are none.
 */
export function readReadinessForm(
  form: FormData,
  hubs: readonly string[],
  unread: string | null,
): ReadinessRead {
  const problems: FieldProblem[] = [];
  const screening = readScreening(form, problems);
  const fitFrom = readDate(form, "fitFrom", "first day", problems);
  const fitUntil = readDate(form, "fitUntil", "last day", problems);
  const hubSuitable = readHubs(form, hubs, problems);
  const reason = readReason(form, problems);
  if (unread !== null && text(form, "read") !== unread)
    problems.push({ field: "read", message: "Read what the patient wrote, then say that you have" });
  if (fitFrom && fitUntil && fitUntil < fitFrom)
    problems.push({ field: "fitUntil", message: "The last day of fitness must not be before the first" });
  if (screening === "optimising" && fitUntil && !fitFrom)
    problems.push({ field: "fitFrom", message: "Enter the day from which the patient should be fit" });
  if (problems.length > 0 || screening === null) return { given: null, problems };
  return { given: { screening, fitFrom, fitUntil, hubSuitable, reason }, problems: null };
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
};

function readScreening(form: FormData, problems: FieldProblem[]): ScreeningOutcome | null {
  const found = SCREENING_OUTCOMES.find((outcome) => outcome === text(form, "screening"));
  if (!found) problems.push({ field: "screening", message: "Choose what screening has found" });
  return found ?? null;
}

/** A date in three fields; all empty: not known. */
function readDate(form: FormData, name: string, what: string, problems: FieldProblem[]): IsoDate | null {
  const [day, month, year] = ["day", "month", "year"].map((part) => text(form, `${name}-${part}`)) as [
    string,
    string,
    string,
  ];
  if (!day && !month && !year) return null;
  const date = DateTime.fromFormat(`${year}-${month}-${day}`, "yyyy-M-d", { zone: "utc" });
  if (date.isValid && /^\d{4}$/.test(year)) return date.toISODate();
  problems.push({ field: name, message: `Enter the ${what} of fitness as a real date, such as 12 1 2027` });
  return null;
}

function readHubs(form: FormData, hubs: readonly string[], problems: FieldProblem[]): true | string[] {
  const choice = text(form, "hubs");
  if (choice === "all") return true;
  if (choice === "none") return [];
  const chosen = form
    .getAll("hub")
    .filter((code) => typeof code === "string" && hubs.includes(code)) as string[];
  if (choice !== "some") problems.push({ field: "hubs", message: "Choose whether a hub suits the patient" });
  else if (chosen.length === 0)
    problems.push({ field: "hubs", message: "Choose at least one hub, or that none suits" });
  return chosen;
}

function readReason(form: FormData, problems: FieldProblem[]): string {
  const reason = text(form, "reason").replace(/\r\n/g, "\n");
  if (reason === "") problems.push({ field: "reason", message: "Say why, in a few words" });
  if (reason.length > LONGEST_REASON)
    problems.push({ field: "reason", message: `Say why in at most ${LONGEST_REASON} characters` });
  return reason;
}
