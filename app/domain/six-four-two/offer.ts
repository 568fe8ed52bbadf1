import { noSession } from "../eligibility/no-session";
import type { EligibilityContext } from "../eligibility/rule";
import type { ListState } from "../list-state";
import type { TheatreSession } from "../theatre";
import type { WaitingListEntry } from "../waiting-list";

/** What can be done now with a session that its owner will not use. */
export type OfferStep = "offer" | "take" | "giveBack";

/** The steps that the state of a session allows: what is on offer can be taken or kept, what was taken given back. */
export function offerSteps(state: Pick<ListState, "offer">, status: TheatreSession["status"]): OfferStep[] {
  if (status === "closed") return [];
  const standing = state.offer?.state;
  if (standing === "offered") return ["take", "giveBack"];
  return standing === "taken" ? ["offer", "giveBack"] : ["offer"];
}

/** Who operates in a session, and for which specialties. */
export type Team = Pick<TheatreSession, "surgeons" | "treatmentFunctions">;

/** The placed cases that could not stay in a session with another team, each with a sentence that says why. */
export function cannotStay(
  session: TheatreSession,
  team: Team,
  entries: readonly WaitingListEntry[],
  context: EligibilityContext,
): { entry: WaitingListEntry; sentence: string }[] {
  const after = { ...session, ...team };
  return entries
    .filter((entry) => noSession.forbids(entry, after, context))
    .map((entry) => ({ entry, sentence: noSession.sentence(entry, after, context) }));
}
