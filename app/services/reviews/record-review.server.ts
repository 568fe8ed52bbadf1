import type { IsoDate } from "~/domain/calendar";
import { reviewDue } from "~/domain/perioperative/review/long-wait-review";
import { settingsAt } from "~/domain/workspace-settings";
import type { Actor } from "~db/actor";
import type { Scope } from "~db/scope";
import { raiseTasks } from "~db/screening/care-tasks";
import type { Store } from "~db/store";
import { findEntry } from "~db/waiting-list";
import { insertReview, reviewsOfEntries } from "~db/waiting-reviews";
import { currentSettings } from "~db/workspace-settings";
import type { ReviewGiven } from "./review-form.server";

/** changedSince: somebody recorded a review after the form was opened, or it was sent twice. */
export type RecordReviewAnswer =
  { kind: "recorded" } | { kind: "changedSince"; by: string } | { kind: "notOwed" } | { kind: "notFound" };

/** Records a review of a long wait. What it says changes no place and nobody's priority; people act on it. */
export async function recordReview(
  scope: Scope,
  store: Store,
  actor: Actor,
  entry: string,
  { base, ...given }: ReviewGiven,
  today: IsoDate,
): Promise<RecordReviewAnswer> {
  return store.commit(actor, "review.record", async (tx): Promise<RecordReviewAnswer> => {
    const held = await findEntry(scope, tx.db, entry);
    if (held === null || held.state !== "listed") return { kind: "notFound" };
    const { organisation } = held;
    const { listingSite: site, clockStart, cancer } = held.entry;
    const last = (await reviewsOfEntries(scope, tx.db, [entry])).get(entry)?.at(-1) ?? null;
    if ((last?.number ?? 0) !== base) return { kind: "changedSince", by: last?.by ?? "" };
    const { settings } = await currentSettings(scope, tx.db, organisation);
    const due = reviewDue({ clockStart, cancer, last }, settingsAt(settings, site), today);
    if (due === null) return { kind: "notOwed" };
    await insertReview(tx, { entry, kind: due.kind, ...given }, { organisation, site });
    if (given.outcome === "asksToLeave")
      await raiseTasks(tx, [
        {
          ...{ organisation, site, entry, kind: "stillWant" as const, about: "review", urgent: false },
          words:
            "A review says that the patient does not want the operation: call them; they keep their place",
        },
      ]);
    return { kind: "recorded" };
  });
}
