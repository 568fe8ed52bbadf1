import type { User } from "~/auth/visitor.server";
import { counted } from "~/domain/figure-words";
import { scoreWords } from "~/domain/hand/score-change";
import type { PlacesOutcome } from "~/services/hand/change-places.server";
import type { Scope } from "~db/scope";
import { changedSinceWords, type AcceptRefusal } from "../week-accept.server";
import type { HandAsked } from "~/services/hand/held-week.server";

/** What came of a change by hand, for the page and for the board alike. */
export type HandAnswer =
  | { kind: "done"; words: string; revision: number }
  /** Nothing was changed, and why. `ask`: a reason or a rule to be set aside would do. */
  | { kind: "refused"; heading: string; sentences: string[]; ask: boolean }
  /** Somebody else changed the week: what they did. The person applies theirs on `revision`, or drops it. */
  | { kind: "conflict"; conflict: AcceptRefusal; revision: number };

/** HTTP status of an answer. */
export const STATUS: Record<HandAnswer["kind"], number> = { done: 200, refused: 400, conflict: 409 };

/** Puts what came of a change into words. `what`: what was asked, `Barrow, Ann moved to Theatre 2`. */
export async function handAnswer(
  user: User,
  scope: Scope,
  { organisation, week }: HandAsked,
  outcome: Exclude<PlacesOutcome, { kind: "notFound" }>,
  what: string,
): Promise<HandAnswer> {
  const refused = (heading: string, sentences: string[], ask = false): HandAnswer => ({
    ...{ kind: "refused", heading, sentences, ask },
  });
  switch (outcome.kind) {
    case "changed":
      return {
        kind: "done",
        words: `${what}. ${scoreWords(outcome.verdict.score)}`,
        revision: outcome.revision,
      };
    case "unchanged":
      return { kind: "done", words: `${what} already.`, revision: outcome.revision };
    case "changedSince": {
      const { changes, revision } = outcome;
      const words = await changedSinceWords(user, scope, { organisation, week, changes });
      const advice = "Look at what changed. Then make your change on the week as it stands now, or drop it.";
      return { kind: "conflict", conflict: { ...words, advice }, revision };
    }
    case "refused": {
      const liftable = outcome.breaks.every(({ lift }) => lift !== "never");
      const said = outcome.breaks.map(({ sentence }) => sentence);
      return refused(`Nothing was changed: ${counted(said.length, "rule")} against it`, said, liftable);
    }
    case "lacksReason":
      return refused("Nothing was changed: say why", ["This change needs a reason."], true);
    case "lacksPermission": {
      const who = outcome.lift === "reopen" ? "reopen locked lists" : "override rules for a patient";
      const said = outcome.breaks.map(({ sentence }) => sentence);
      return refused(`Nothing was changed: only somebody who may ${who} can do this`, said);
    }
    case "operated":
      return refused("Nothing was changed", [outcome.sentence]);
    case "placedElsewhere":
      return refused("Nothing was changed", [
        "The patient has a place in another week: take it out there first.",
      ]);
  }
}
