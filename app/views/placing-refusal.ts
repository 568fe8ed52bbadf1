import { counted } from "~/domain/figure-words";
import type { PlacesOutcome } from "~/services/hand/change-places.server";

/** Why a patient was not placed. */
export interface PlacingRefusal {
  heading: string;
  lines: string[];
  advice: string;
  /** Where a person may still decide it by hand; null: nowhere. */
  link: string | null;
}

/** Puts into words why a patient was not placed; null: they have the place. `byHand`: the page that decides by hand. */
export function placingRefusal(outcome: PlacesOutcome, byHand: string): PlacingRefusal | null {
  const heading = "The patient was not placed";
  switch (outcome.kind) {
    case "changed":
    case "unchanged":
      return null;
    case "changedSince":
      return {
        heading: "Somebody else has changed this week since you opened the page",
        lines: [`${counted(outcome.changes.length, "change")}. Nothing of theirs was overwritten.`],
        advice:
          "The page below shows the week as it stands now. Place the patient again if it is still right.",
        link: null,
      };
    case "operated":
      return { heading, lines: [outcome.sentence], advice: "Nothing was changed.", link: null };
    case "placedElsewhere":
      return {
        heading,
        lines: ["The patient has a place in another week."],
        advice: "Give that place up first.",
        link: null,
      };
    case "notFound":
      return {
        heading,
        lines: ["The patient or the session is no longer there, or is not yours."],
        advice: "Look at the waiting list again.",
        link: null,
      };
    case "lacksReason":
      return {
        heading,
        lines: outcome.verdict.warnings.map(({ sentence }) => sentence),
        advice: "This change asks for a reason.",
        link: byHand,
      };
    case "lacksPermission":
    case "refused":
      return {
        heading,
        lines: outcome.breaks.map(({ sentence }) => sentence),
        advice: "Nothing was changed.",
        link: byHand,
      };
  }
}
