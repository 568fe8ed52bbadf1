import type { ShownCount } from "~/domain/perioperative/figures/disclosure";
import type { Measured } from "~/domain/perioperative/figures/figures";
import type { Dimension } from "~/domain/perioperative/figures/groups";
import { NURSE_MINUTES } from "~/facts/figures";

export const DIMENSION_WORDS: Record<Dimension, string> = {
  deprivation: "Deprivation",
  age: "Age",
  ethnicity: "Ethnicity",
  language: "Language",
};

interface MeasuredWords {
  /** The heading of its column. */
  title: string;
  /** What all of them are, and what those that count are. */
  all: string;
  yes: string;
  /** What the median is of; null: nothing is measured. */
  median: string | null;
  /** How it is counted. */
  how: string;
}

export const MEASURED_WORDS: Record<Measured, MeasuredWords> = {
  asked: {
    ...{ title: "Answered the questions", all: "asked", yes: "answered", median: "days, median" },
    how: "Patients who were asked for the first time in the period, and those of them who have answered by now; days from the first message to the answers.",
  },
  answered: {
    ...{ title: "Answered unaided", all: "answers", yes: "unaided", median: null },
    how: "Answers that were sent in the period, and those that the patient gave online without help. With help, by a carer, and those that staff entered are not unaided.",
  },
  decided: {
    ...{
      title: "Needed no visit",
      all: "decisions",
      yes: "without a visit",
      median: "nurse minutes, median",
    },
    how: `Decisions of the triage in the period, and those for which the answers were read or the patient called. ${NURSE_MINUTES.words}.`,
  },
  cancelled: {
    ...{
      title: "Clinical, of those cancelled on the day",
      all: "cancelled on the day",
      yes: "clinical",
      median: null,
    },
    how: "Cases of the period that were cancelled on their day or later, as the operating day recorded them, and those of them whose reason is clinical.",
  },
};

/** A count in words, a hidden one as a star. */
export const countText = (count: number | null): string =>
  count === null ? "*" : count.toLocaleString("en-GB");

/** A share in words: `67% (80 of 120)`. */
export function shareText({ all, yes, percent }: ShownCount): string {
  if (all === 0) return "none";
  if (all === null) return "* (too few to show)";
  const of = `${countText(yes)} of ${countText(all)}`;
  return percent === null ? of : `${percent}% (${of})`;
}

/** A median to one place, or why there is none. */
export const medianText = ({ median, hidden }: ShownCount): string =>
  median === null ? (hidden ? "*" : "not measured") : String(Math.round(median * 10) / 10);
