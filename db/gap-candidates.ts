import { and, eq, gte, inArray, isNull, lte, not, notInArray, or } from "drizzle-orm";
import type { IsoDate } from "~/domain/calendar";
import type { Reader } from "./engine";
import { isOperated } from "./operated";
import { placedEntries } from "./placed-dates";
import { waitingListEntry as entry } from "./schema";
import { inScope, type Scope } from "./scope";
import { entriesById, type HeldEntry } from "./waiting-list";

/** What a gap could take. */
export interface GapAsked {
  organisation: string;
  treatmentFunctions: readonly string[];
  /** Minutes that one more case could have. */
  minutes: number;
  date: IsoDate;
  /** From this day on a place counts as one. */
  today: IsoDate;
}

/**
 * Listed entries in scope that could fill a gap as far as their rows tell: of its specialties, short enough, without a
 * date or a place, not operated on already, screened and fit on the day, and not waiting by their own choice. The other rules are for the caller.
 */
export async function gapCandidates(scope: Scope, db: Reader, asked: GapAsked): Promise<HeldEntry[]> {
  const { organisation, treatmentFunctions, minutes, date, today } = asked;
  const rows = await db
    .select({ id: entry.id })
    .from(entry)
    .where(
      and(
        inScope(scope, entry.organisation, entry.listingSite),
        eq(entry.organisation, organisation),
        eq(entry.state, "listed"),
        inArray(entry.treatmentFunction, [...treatmentFunctions]),
        lte(entry.minutes, minutes),
        isNull(entry.tciDate),
        inArray(entry.screening, ["fit", "optimising"]),
        notInArray(entry.priority, ["P5", "P6"]),
        or(isNull(entry.fitFrom), lte(entry.fitFrom, date)),
        or(isNull(entry.fitUntil), gte(entry.fitUntil, date)),
        notInArray(entry.id, placedEntries(db, today)),
        not(isOperated(db, today)),
      ),
    );
  const held = await entriesById(
    scope,
    db,
    rows.map(({ id }) => id),
  );
  return [...held.values()];
}
