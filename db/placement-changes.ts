import { and, asc, desc, eq, gt, inArray, isNull, type InferSelectModel } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { Reader } from "./engine";
import { placementChange } from "./schema";
import { inScope, type Scope } from "./scope";

/** One change of an entry's place in a week. */
export type PlacementChange = InferSelectModel<typeof placementChange>;

/** Changes of an organisation's week after a revision, first to last: what somebody missed who decided on that one. */
export async function changesSince(
  scope: Scope,
  db: Reader,
  { organisation, week, revision }: { organisation: string; week: IsoDate; revision: number },
): Promise<PlacementChange[]> {
  return db
    .select()
    .from(placementChange)
    .where(
      and(
        inScope(scope, placementChange.organisation),
        eq(placementChange.organisation, organisation),
        eq(placementChange.week, week),
        gt(placementChange.revision, revision),
      ),
    )
    .orderBy(asc(placementChange.number));
}

/** All changes of some entries in a week of scope, first to last, also of those that were taken out. */
export async function changesOf(
  scope: Scope,
  db: Reader,
  { organisation, week, entries }: { organisation: string; week: IsoDate; entries: readonly string[] },
): Promise<PlacementChange[]> {
  if (entries.length === 0) return [];
  return db
    .select()
    .from(placementChange)
    .where(
      and(
        inScope(scope, placementChange.organisation),
        eq(placementChange.organisation, organisation),
        eq(placementChange.week, week),
        inArray(placementChange.entry, [...new Set(entries)]),
      ),
    )
    .orderBy(asc(placementChange.number));
}

/** The last change of each of some entries in a week of scope, by id of the entry. */
export async function lastChanges(
  scope: Scope,
  db: Reader,
  asked: { organisation: string; week: IsoDate; entries: readonly string[] },
): Promise<Map<string, PlacementChange>> {
  return new Map((await changesOf(scope, db, asked)).map((change) => [change.entry, change]));
}

/** Somebody's last changes by hand in a week of scope, latest first. `by`: as the audit writes them. */
export async function changesByHand(
  scope: Scope,
  db: Reader,
  { organisation, week, by, limit }: { organisation: string; week: IsoDate; by: string; limit: number },
): Promise<PlacementChange[]> {
  return db
    .select()
    .from(placementChange)
    .where(
      and(
        inScope(scope, placementChange.organisation),
        eq(placementChange.organisation, organisation),
        eq(placementChange.week, week),
        eq(placementChange.changedBy, by),
        isNull(placementChange.run),
      ),
    )
    .orderBy(desc(placementChange.number))
    .limit(limit);
}
