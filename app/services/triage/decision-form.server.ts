import { addDays, type IsoDate } from "~/domain/calendar";
import { SEEN_BY, type SeenBy } from "~/domain/perioperative/decision";
import type { ScreeningOutcome } from "~/domain/waiting-list";
import { formText } from "~/http/form-text";
import { isoDateOf } from "~/import/dates";

/** What is wrong with one field of a form, and how to mend it. */
export interface DecisionProblem {
  field: string;
  message: string;
}

/** A decision as a person filled it in. */
export interface DecisionGiven {
  screening: Extract<ScreeningOutcome, "fit" | "optimising" | "unfit">;
  seen: SeenBy;
  fitFrom: IsoDate | null;
  fitUntil: IsoDate | null;
  hubs: string[];
  reason: string;
  /** The person says that they have read what the patient wrote. */
  read: boolean;
  /** Numbers of the readiness decision and of the assessment that the form showed. */
  base: number;
  assessment: number;
}

const OUTCOMES = ["fit", "optimising", "unfit"] as const;
const LONGEST_REASON = 500;

/**
 * Reads the form of a decision. Days stand in the order of the calendar, `YYYY-MM-DD`. A patient who is optimised needs
 * the day from which they should be fit; one who is fit is so until `validDays` from today, unless the form says less.
 */
export function readDecisionForm(
  form: FormData,
  hubs: readonly string[],
  { today, validDays }: { today: IsoDate; validDays: number },
): { given: DecisionGiven; problems: null } | { given: null; problems: DecisionProblem[] } {
  const problems: DecisionProblem[] = [];
  const screening = OUTCOMES.find((one) => one === formText(form, "screening"));
  if (!screening) problems.push({ field: "screening", message: "Choose what you decide" });
  const seen = SEEN_BY.find((one) => one === formText(form, "seen"));
  if (!seen) problems.push({ field: "seen", message: "Say how you have seen the patient" });
  const fitFrom = readDay(form, "fitFrom", problems);
  if (screening === "optimising" && fitFrom === null && problems.every(({ field }) => field !== "fitFrom"))
    problems.push({ field: "fitFrom", message: "Enter the day from which the patient should be fit" });
  if (screening === "optimising" && fitFrom !== null && fitFrom <= today)
    problems.push({
      field: "fitFrom",
      message: "Enter a day after today: the patient is made ready until then",
    });
  const latest = addDays(today, validDays);
  const until = readDay(form, "fitUntil", problems);
  if (until !== null && until > latest)
    problems.push({ field: "fitUntil", message: `A confirmation holds for ${validDays} days at most` });
  if (until !== null && until < (fitFrom ?? today))
    problems.push({ field: "fitUntil", message: "The last day of fitness must not be before the first" });
  const reason = formText(form, "reason");
  if (reason === "" && screening && screening !== "fit")
    problems.push({ field: "reason", message: "Say why, in a few words" });
  if (reason.length > LONGEST_REASON)
    problems.push({ field: "reason", message: `Say why in at most ${LONGEST_REASON} characters` });
  const numbers = [formText(form, "base"), formText(form, "assessment")];
  if (!numbers.every((text) => /^\d{1,9}$/.test(text)))
    problems.push({ field: "", message: "Open the card again: the form is not whole" });
  if (problems.length > 0 || !screening || !seen) return { given: null, problems };
  const fit = screening === "fit";
  return {
    given: {
      ...{ screening, seen, reason },
      fitFrom: screening === "unfit" ? null : fitFrom,
      fitUntil: fit ? (until ?? latest) : null,
      hubs: screening === "unfit" ? [] : hubs.filter((hub) => form.getAll("hub").includes(hub)),
      read: form.get("read") === "yes",
      base: Number(numbers[0]),
      assessment: Number(numbers[1]),
    },
    problems: null,
  };
}

function readDay(form: FormData, field: string, problems: DecisionProblem[]): IsoDate | null {
  const text = formText(form, field);
  if (text === "") return null;
  const { date } = isoDateOf(text);
  if (date === null) problems.push({ field, message: "Enter a real date, such as 2027-01-12" });
  return date;
}
