import { and, asc, eq, gt, inArray, type InferSelectModel } from "drizzle-orm";
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

/** The last change of each of some entries in a week of scope, by id of the entry: also of those taken out. */
export async function lastChanges(
  scope: Scope,
  db: Reader,
  { organisation, week, entries }: { organisation: string; week: IsoDate; entries: readonly string[] },
): Promise<Map<string, PlacementChange>> {
  if (entries.length === 0) return new Map();
  const rows = await db
    .select()
    .from(placementChange)
    .where(
      and(
        inScope(scope, placementChange.organisation),
        eq(placementChange.organisation, organisation),
        eq(placementChange.week, week),
        inArray(placementChange.entry, [...entries]),
      ),
    )
    .orderBy(asc(placementChange.number));
  return new Map(rows.map((change) => [change.entry, change]));
}
