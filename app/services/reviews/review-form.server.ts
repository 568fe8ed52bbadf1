import { addDays, type IsoDate } from "~/domain/calendar";
import { typedDate } from "~/domain/perioperative/invitation/typed-date";
import {
  HARMS,
  REVIEW_OUTCOMES,
  type Harm,
  type ReviewOutcome,
} from "~/domain/perioperative/review/long-wait-review";
import { formText } from "~/http/form-text";

/** What is wrong with one field of the form, and how to mend it. */
export interface ReviewProblem {
  field: string;
  message: string;
}

/** A review as a person recorded it. `base`: number of the last review when the form was opened; 0: none. */
export interface ReviewGiven {
  base: number;
  reviewedOn: IsoDate;
  harm: Harm;
  outcome: ReviewOutcome;
  nextOn: IsoDate | null;
  note: string;
}

const LONGEST_NOTE = 1000;
/** Harms that are no use without words. */
const NEEDS_WORDS: readonly (Harm | undefined)[] = ["low", "moderate", "severe", "notKnown"];

/**
 * Reads the form of a review. It was done between the clock start and today; a day that it names for the next one lies
 * after it and at most `everyDays` later: a review may ask for the next one sooner, never put it off.
 */
export function readReviewForm(
  form: FormData,
  { today, clockStart, everyDays }: { today: IsoDate; clockStart: IsoDate; everyDays: number },
): { given: ReviewGiven; problems: null } | { given: null; problems: ReviewProblem[] } {
  const problems: ReviewProblem[] = [];
  const wrong = (field: string, message: string) => void problems.push({ field, message });
  const text = (name: string) => formText(form, name);
  const parts = (name: string) => {
    const [day, month, year] = ["day", "month", "year"].map((part) => text(`${name}-${part}`));
    return { day: day!, month: month!, year: year! };
  };
  const reviewedOn = typedDate(parts("reviewedOn"));
  const next = parts("nextOn");
  const nextOn = typedDate(next);
  const harm = HARMS.find((one) => one === text("harm"));
  const outcome = REVIEW_OUTCOMES.find((one) => one === text("outcome"));
  const note = text("note");
  if (reviewedOn === null)
    wrong("reviewedOn", "Enter the day of the review as a real date, such as 30 11 2026");
  else if (reviewedOn > today) wrong("reviewedOn", "The review cannot be in the future");
  else if (reviewedOn < clockStart) wrong("reviewedOn", "The review cannot be before the clock start");
  if (Object.values(next).some((part) => part !== "")) {
    const latest = reviewedOn && addDays(reviewedOn, everyDays);
    if (nextOn === null)
      wrong("nextOn", "Enter the next review as a real date, such as 30 11 2026, or leave it empty");
    else if (reviewedOn && nextOn <= reviewedOn) wrong("nextOn", "The next review must be after this one");
    else if (latest && nextOn > latest)
      wrong(
        "nextOn",
        `The next review cannot be later than ${everyDays} days after this one; leave it empty for that`,
      );
  }
  if (!harm) wrong("harm", "Choose whether the wait has harmed the patient");
  if (!outcome) wrong("outcome", "Choose what follows");
  if (note === "" && (NEEDS_WORDS.includes(harm) || outcome === "asksToLeave"))
    wrong("note", "Say what was found, in a few words");
  if (note.length > LONGEST_NOTE) wrong("note", `Use at most ${LONGEST_NOTE} characters`);
  const base = /^\d{1,6}$/.test(text("base")) ? Number(text("base")) : null;
  if (base === null) wrong("", "Open the form again: it is not whole");
  if (problems.length > 0 || !harm || !outcome || reviewedOn === null || base === null)
    return { given: null, problems };
  return { given: { base, reviewedOn, harm, outcome, nextOn, note }, problems: null };
}
