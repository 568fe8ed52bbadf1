import { approvedAt, draftOf, mayApproveDraft } from "~/domain/perioperative/preparation/approved-text";
import type { TextAct } from "~/domain/perioperative/preparation/step";
import { settingsAt } from "~/domain/workspace-settings";
import { actorText, type Actor } from "~db/actor";
import type { Reader } from "~db/engine";
import { insertText, textsOf } from "~db/preparation/texts";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { currentSettings } from "~db/workspace-settings";
import { actionSet } from "./action-set.server";

/** What somebody does to a text. `base`: number of the last thing that the person saw happen to it, 0 for nothing. */
export interface TextGiven {
  organisation: string;
  /** Empty: all sites. */
  site: string;
  topic: string;
  base: number;
  act: TextAct;
  text: string;
  reason: string;
}

export type TextAnswer =
  | { kind: "kept"; number: number }
  /** Somebody wrote, approved or withdrew it meanwhile: what they did stands. */
  | { kind: "changedSince"; by: string }
  | { kind: "refused"; message: string }
  | { kind: "notFound" };

const MOST_TEXT = 1500;

/**
 * Keeps what somebody wrote, approves what was written last, or takes the approval back. Plans quote an approved text
 * alone, as it was approved; nothing is approved that the person did not see.
 */
export async function actOnText(
  scope: Scope,
  store: Store,
  actor: Actor,
  given: TextGiven,
): Promise<TextAnswer> {
  const { organisation, site, topic, base, act } = given;
  const known = scope.organisations.includes(organisation) && topic in actionSet().texts;
  if (!known || (site !== "" && !scope.sites.includes(site))) return { kind: "notFound" };
  return store.commit(actor, `preparation-text.${act}`, async (tx): Promise<TextAnswer> => {
    const events = await textsOf(scope, tx.db, organisation);
    const last = events.filter((event) => event.site === site && event.topic === topic).at(-1);
    if ((last?.number ?? 0) !== base) return { kind: "changedSince", by: last?.by ?? "" };
    const draft = draftOf(events, site, topic);
    const text = act === "approved" ? (draft?.text ?? "") : act === "entered" ? given.text.trim() : "";
    const people = act === "approved" ? await peopleAt(scope, tx.db, given) : 1;
    const own = draft !== null && !mayApproveDraft(draft, actorText(actor), people);
    const fault = own ? OWN_TEXT : faultOf(given, text, approvedAt(events, site).has(topic));
    if (fault) return { kind: "refused", message: fault };
    const { reason } = given;
    return { kind: "kept", number: await insertText(tx, { organisation, site, topic, act, text, reason }) };
  });
}

/** What whoever wrote a text is told who would approve it too. */
export const OWN_TEXT =
  "You wrote this text: somebody else who may approve has to look at it. A site with a single clinician changes that in its settings";

/** How many people look at a text of a place before plans quote it. */
export async function peopleAt(
  scope: Scope,
  db: Reader,
  { organisation, site }: Pick<TextGiven, "organisation" | "site">,
): Promise<number> {
  const { settings } = await currentSettings(scope, db, organisation);
  return settingsAt(settings, site).textPeople;
}

function faultOf({ act, reason }: TextGiven, text: string, approved: boolean): string | null {
  if (act === "withdrawn") {
    if (!approved) return "No text is approved here, so there is none to withdraw";
    return reason === "" ? "Say why it is withdrawn" : null;
  }
  if (act === "approved" && text === "") return "There is no new text to approve: write one first";
  if (text === "") return "Write the text as patients should read it";
  return text.length > MOST_TEXT ? `Use ${MOST_TEXT} characters or fewer` : null;
}
