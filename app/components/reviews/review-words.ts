import type { ReviewDue, ReviewKind } from "~/domain/perioperative/review/long-wait-review";
import { counted } from "~/domain/figure-words";

export const REVIEW_KIND_WORDS: Record<ReviewKind, string> = {
  longWait: "Long wait",
  cancer: "Cancer pathway",
};

export const REVIEW_STATE_WORDS = {
  overdue: "Overdue",
  due: "Due today",
  upcoming: "Coming up",
  done: "Done",
} as const;

/** How a review stands, in words. */
export function dueWords({ state, late }: Pick<ReviewDue, "state" | "late">): string {
  return state === "overdue" ? `Overdue by ${counted(late, "day")}` : REVIEW_STATE_WORDS[state];
}
