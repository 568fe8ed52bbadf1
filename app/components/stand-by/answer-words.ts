import type { CallAnswer } from "~db/schema";

const WORDS: Record<CallAnswer, string> = {
  accepted: "Accepted: on the list now",
  declined: "Declined",
  noAnswer: "No answer",
  notUsed: "Called and not used",
};

/** What came of a call. */
export const answerWords = (answer: CallAnswer): string => WORDS[answer];
