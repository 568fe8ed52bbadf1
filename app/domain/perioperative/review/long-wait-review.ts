import { addDays, dayNumber, type IsoDate } from "../../calendar";

/** Why a patient is reviewed while they wait: over so many weeks, or over so many days on a cancer pathway. */
export const REVIEW_KINDS = ["longWait", "cancer"] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** What came of the wait for the patient; words and sources: app/facts/review-outcomes.json. */
export const HARMS = ["none", "low", "moderate", "severe", "notKnown"] as const;
export type Harm = (typeof HARMS)[number];

/** What follows from a review. */
export const REVIEW_OUTCOMES = [
  "sameWay",
  "sooner",
  "changePriority",
  "seeAgain",
  "otherProvider",
  "asksToLeave",
] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** When reviews are due, as a site has set it. */
export interface ReviewSettings {
  /** Over so many whole weeks from clock start, every so many days. */
  longReviewWeeks: number;
  longReviewDays: number;
  /** Over so many days from clock start on a cancer pathway, every so many days. */
  cancerReviewAfterDays: number;
  cancerReviewDays: number;
}

/** What a review's date follows from. */
export interface ReviewedWait {
  clockStart: IsoDate;
  cancer: boolean;
  /** The latest review; null: none yet. */
  last: { reviewedOn: IsoDate; nextOn: IsoDate | null } | null;
}

/** upcoming: not yet; due: today, or within its grace of no day; overdue: its day has passed. */
export type ReviewState = "upcoming" | "due" | "overdue";

export interface ReviewDue {
  kind: ReviewKind;
  /** The day by which it is to be done. */
  by: IsoDate;
  state: ReviewState;
  /** Days past that day; 0 until then. */
  late: number;
}

const DAYS_OF_WEEK = 7;

/**
 * The review that a patient is owed, measured from clock start; null: none is, as they have not waited so long. Whoever
 * comes under both is reviewed as often as the shorter asks. The first one is due on the first day over the border, each
 * later one so many days after the last, or on the day that the last one named where that is earlier.
 */
export function reviewDue(
  { clockStart, cancer, last }: ReviewedWait,
  settings: ReviewSettings,
  today: IsoDate,
): ReviewDue | null {
  const kinds = [
    ...(cancer ? [dueOf("cancer", clockStart, last, settings)] : []),
    dueOf("longWait", clockStart, last, settings),
  ].filter((one) => one.from <= today);
  const first = kinds.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))[0];
  if (!first) return null;
  const late = dayNumber(today) - dayNumber(first.by);
  const state = late > 0 ? "overdue" : late === 0 ? "due" : "upcoming";
  return { kind: first.kind, by: first.by, state, late: Math.max(0, late) };
}

function dueOf(kind: ReviewKind, clockStart: IsoDate, last: ReviewedWait["last"], settings: ReviewSettings) {
  const { longReviewWeeks, longReviewDays, cancerReviewAfterDays, cancerReviewDays } = settings;
  const after = kind === "cancer" ? cancerReviewAfterDays : longReviewWeeks * DAYS_OF_WEEK;
  const every = kind === "cancer" ? cancerReviewDays : longReviewDays;
  const from = addDays(clockStart, after + 1);
  const next = last && earlier(addDays(last.reviewedOn, every), last.nextOn);
  return { kind, from, by: next !== null && next > from ? next : from };
}

const earlier = (day: IsoDate, named: IsoDate | null): IsoDate =>
  named !== null && named < day ? named : day;
