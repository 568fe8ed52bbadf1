import { conflict, forbidden } from "~/http/refusal";
import type { StartOutcome } from "~/services/solve-week.server";

/** Why a solve was not started, as the answer that ends the request. */
export function solveRefusal(outcome: Extract<StartOutcome, { kind: "noSessions" | "otherSites" }>) {
  if (outcome.kind === "noSessions")
    return conflict("No session of this week takes cases any more.", "Nothing to plan");
  return forbidden(
    `A plan fills the lists of every site, and these are not yours: ${outcome.names.join(", ")}.`,
  );
}
