import { dateText } from "~/components/date-text";
import { counted } from "~/domain/figure-words";
import { freeMinutes, type Filling } from "~/domain/six-four-two/filling";
import type { Milestone, MilestoneState } from "~/domain/six-four-two/milestones";
import type { OfferStep } from "~/domain/six-four-two/offer";

export const MILESTONE_WORDS: Record<Milestone, string> = {
  staffed: "Staffed",
  filled: "Filled",
  signedOff: "Signed off",
  told: "Patients told",
  locked: "Locked",
};

export const OFFER_WORDS = {
  offered: "On offer",
  taken: "Taken by others",
  givenBack: "Back with its owner",
} as const;

export const STEP_WORDS: Record<OfferStep, string> = {
  offer: "Offer this session",
  take: "Give it to a team",
  giveBack: "Give it back to its owner",
};

/** How a milestone stands, in a few words: `3 days late`, `by Mon 7 Dec`, `due today`. */
export function standingWords({ standing, daysLate, due }: MilestoneState): string {
  if (standing === "done") return "Done";
  if (standing === "notNeeded") return "Not needed";
  if (standing === "late") return `${counted(daysLate, "day")} late`;
  return daysLate === 0 ? "Due today" : `By ${dateText(due, "short")}`;
}

/** What a list that is not filled has room for: `Part filled, 95 minutes free`; empty for one that is, or takes no cases. */
export function unfilledWords(filling: Filling, { milestone, standing }: MilestoneState): string {
  if (milestone !== "filled" || standing === "done" || standing === "notNeeded") return "";
  const free = counted(freeMinutes(filling), "minute");
  return filling.cases === 0 ? `No case, ${free} free` : `Part filled, ${free} free`;
}
