import { inviteByHand } from "~/services/invitation/invite.server";
import { linkByHand } from "~/services/invitation/link-by-hand.server";
import { revokeInvitation } from "~/services/invitation/revoke.server";
import { avoidShown, avoidTyped } from "~/services/patient-page/avoid-dates.server";
import { readWord } from "~/services/patient-page/read-word.server";
import { store } from "~/store.server";
import type { Actor } from "~db/actor";
import type { Scope } from "~db/scope";
import { findEntry } from "~db/waiting-list";
import { beginForStaff } from "./staff-key.server";

/** What came of a button on the page of a patient's answers. */
export type ActAnswer =
  | { kind: "done" }
  | { kind: "link"; path: string }
  | { kind: "begun"; response: string }
  /** Days that cannot be taken; `field`: the first field at fault. */
  | { kind: "refused"; field: "from" | "to"; message: string }
  | { kind: "notFound" };

/** Does what a button asks. `asked`: the fields of its form. */
export async function actOnAnswers(
  scope: Scope,
  actor: Actor,
  entry: string,
  asked: (name: string) => string,
): Promise<ActAnswer> {
  const about = { entry, id: asked("invitation") };
  const part = asked("part") === "2" ? 2 : 1;
  const done = (kind: string): ActAnswer => (kind === "notFound" ? { kind } : { kind: "done" });
  switch (asked("does")) {
    case "invite":
      return done((await inviteByHand(scope, store(), actor, { entry, part })).kind);
    case "revoke":
      return done((await revokeInvitation(scope, store(), actor, about)).kind);
    case "read":
      return done((await readWord(scope, store(), actor, { entry, number: Number(asked("number")) })).kind);
    case "link": {
      const path = await linkByHand(scope, store(), actor, about);
      return path ? { kind: "link", path } : { kind: "done" };
    }
    case "begin": {
      const channel = asked("channel") === "paper" ? ("paper" as const) : ("phone" as const);
      const form = asked("form") === "checkIn" ? ("checkIn" as const) : ("screening" as const);
      const response = await beginForStaff(scope, actor, { entry, channel, form, part });
      return response ? { kind: "begun", response } : { kind: "notFound" };
    }
    case "avoid":
    case "avoidNoLonger":
      return avoid(scope, actor, entry, asked);
    default:
      return { kind: "notFound" };
  }
}

/** Days on which the patient told staff that they cannot come, or can come after all. */
async function avoid(
  scope: Scope,
  actor: Actor,
  entry: string,
  asked: (name: string) => string,
): Promise<ActAnswer> {
  const held = await findEntry(scope, store().db, entry);
  if (held?.state !== "listed") return { kind: "notFound" };
  const of = {
    ...{ actor, organisation: held.organisation, site: held.entry.listingSite, entry },
    saidBy: "staff" as const,
  };
  const taken = asked("does") === "avoidNoLonger";
  const answer = taken ? await avoidShown(of, asked("range")) : await avoidTyped(of, asked);
  return answer.kind === "told" ? { kind: "done" } : answer;
}
