import type { Harm, ReviewOutcome } from "~/domain/perioperative/review/long-wait-review";
import table from "./review-outcomes.json";

interface Word {
  words: string;
  status: string;
}

const harms: Readonly<Record<Harm, Word>> = table.harms;
const outcomes: Readonly<Record<ReviewOutcome, Word>> = table.outcomes;

/** A degree of harm, in words. */
export const harmWords = (harm: Harm): string => harms[harm].words;

/** What follows from a review, in words. */
export const reviewOutcomeWords = (outcome: ReviewOutcome): string => outcomes[outcome].words;

export const REVIEW_SOURCE = { source: table.source, confidence: table.confidence };
