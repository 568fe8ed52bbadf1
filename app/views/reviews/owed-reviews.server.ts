import { addDays, type IsoDate } from "~/domain/calendar";
import { reviewDue, type ReviewDue } from "~/domain/perioperative/review/long-wait-review";
import { settingsAt, type SiteSettings, type WorkspaceSettings } from "~/domain/workspace-settings";
import type { Reader } from "~db/engine";
import { longWaiters, type LongWaiter } from "~db/long-waiters";
import { operatedOf } from "~db/operated";
import { listSites } from "~db/organisations";
import type { Scope } from "~db/scope";
import { reviewsOfEntries, type WaitingReview } from "~db/waiting-reviews";
import { currentSettings } from "~db/workspace-settings";

/** Somebody who has waited so long that they are reviewed. */
export interface OwedReview extends LongWaiter {
  due: ReviewDue;
  last: WaitingReview | null;
}

/** Everybody in scope who comes under reviews on a day, the latest first. */
export async function owedReviews(scope: Scope, db: Reader, today: IsoDate): Promise<OwedReview[]> {
  const settings = await settingsBySite(scope, db);
  const weeks = [...settings.values()].map(({ longReviewWeeks }) => longReviewWeeks);
  const days = [...settings.values()].map(({ cancerReviewAfterDays }) => cancerReviewAfterDays);
  if (weeks.length === 0) return [];
  const before = {
    any: addDays(today, -7 * Math.min(...weeks)),
    cancer: addDays(today, -Math.min(...days)),
  };
  const waiters = await stillWaiting(scope, db, await longWaiters(scope, db, before), today);
  const reviews = await reviewsOfEntries(scope, db);
  return waiters
    .flatMap((waiter): OwedReview[] => {
      const last = reviews.get(waiter.id)?.at(-1) ?? null;
      const due = reviewDue({ ...waiter, last }, settings.get(waiter.site)!, today);
      return due ? [{ ...waiter, due, last }] : [];
    })
    .sort((a, b) => compare(a.due.by, b.due.by) || compare(a.clockStart, b.clockStart));
}

/** Of some entries those that were not operated on here: the file may still hold the others. */
export async function stillWaiting<Entry extends { id: string }>(
  scope: Scope,
  db: Reader,
  entries: readonly Entry[],
  today: IsoDate,
): Promise<Entry[]> {
  const operated = new Set<string>();
  for (const organisation of scope.organisations)
    for (const id of (await operatedOf(db, { organisation }, today)).keys()) operated.add(id);
  return entries.filter(({ id }) => !operated.has(id));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The settings that count at each site in scope. */
export async function settingsBySite(scope: Scope, db: Reader): Promise<Map<string, SiteSettings>> {
  const own = new Map<string, WorkspaceSettings>();
  for (const organisation of scope.organisations)
    own.set(organisation, (await currentSettings(scope, db, organisation)).settings);
  const sites = await listSites(scope, db);
  return new Map(sites.map(({ code, organisation }) => [code, settingsAt(own.get(organisation)!, code)]));
}
