import { mayFor } from "~/auth/grants";
import { sitesIn } from "~/auth/own-sites";
import type { User } from "~/auth/visitor.server";
import {
  approvedAt,
  draftOf,
  mayApproveDraft,
  type TextEvent,
} from "~/domain/perioperative/preparation/approved-text";
import { actionSet } from "~/services/preparation/action-set.server";
import { peopleAt } from "~/services/preparation/texts.server";
import { store } from "~/store.server";
import { actorText } from "~db/actor";
import { textsOf } from "~db/preparation/texts";
import type { Scope } from "~db/scope";
import { actorNames } from "../actor-names.server";

/** One topic at a place: what counts, what waits for approval, and what happened to it. */
export interface TopicShown {
  topic: string;
  name: string;
  /** Number of the last thing that happened to it; 0: nothing. */
  base: number;
  approved: { text: string; by: string; at: string; alone: boolean } | null;
  /** Where the place has none of its own: what it has of its organisation. */
  inherited: { text: string; by: string; at: string; alone: boolean } | null;
  /** `own`: the reader wrote it, and somebody else has to approve it. */
  draft: { text: string; by: string; at: string; own: boolean } | null;
  history: { words: string; at: string; by: string; reason: string }[];
}

/** Words about medicines and fasting of all sites or of one. */
export interface TextsPage {
  organisation: string;
  site: string;
  places: { code: string; name: string }[];
  topics: TopicShown[];
  mayEnter: boolean;
  mayApprove: boolean;
}

/** The texts of a place; null: no such site in scope. */
export async function textsPage(
  user: User,
  scope: Scope,
  organisation: string,
  site: string,
): Promise<TextsPage | null> {
  const { db } = store();
  const sites = sitesIn(user, scope, organisation);
  if (site !== "" && sites.every(({ code }) => code !== site)) return null;
  const events = await textsOf(scope, db, organisation);
  const names = await actorNames(events.map(({ by }) => by));
  const shown = <One extends { by: string }>(one: One | null | undefined): One | null =>
    one ? { ...one, by: names(one.by) } : null;
  const people = await peopleAt(scope, db, { organisation, site });
  const reader = actorText({ kind: "user", id: user.id });
  const draftShown = (draft: TextEvent | null): TopicShown["draft"] =>
    draft && { ...shown(draft)!, own: !mayApproveDraft(draft, reader, people) };
  const [own, whole] = [approvedAt(events, site), approvedAt(events, "")];
  const may = (permission: "preparationText.enter" | "preparationText.approve") =>
    mayFor(user.grants, permission, { organisation, site: site || null });
  return {
    ...{ organisation, site },
    places: sites.map(({ code, name }) => ({ code, name })),
    topics: Object.entries(actionSet().texts).map(([topic, name]) => {
      const past = events.filter((event) => event.site === site && event.topic === topic);
      return {
        ...{ topic, name, base: past.at(-1)?.number ?? 0 },
        approved: shown(own.get(topic)),
        inherited: site === "" || own.has(topic) ? null : shown(whole.get(topic)),
        draft: draftShown(draftOf(events, site, topic)),
        history: past.reverse().map(({ number, act, at, by, reason }) => ({
          ...{ at, reason, by: names(by), words: `Number ${number}: ${act}` },
        })),
      };
    }),
    mayEnter: may("preparationText.enter"),
    mayApprove: may("preparationText.approve"),
  };
}
