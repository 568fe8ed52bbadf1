import type { Problem } from "~/components/problem-summary";
import type { ReviewPage } from "~/views/preparation/review-page.server";

/** What each part of the form to look a plan through is given. */
export interface ReviewProps {
  page: ReviewPage;
  typed: Readonly<Record<string, string>>;
  /** Ids of actions that were ticked to be added. */
  ticked: readonly string[];
  problems: Problem[] | undefined;
}
