import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Reader } from "~db/engine";
import { operatedOf, type OperatedPlace } from "~db/operated";
import { placesOf, type Place } from "~db/placed-dates";
import type { Scope } from "~db/scope";
import { entriesById, type HeldEntry } from "~db/waiting-list";
import type { HeldHandWeek } from "./held-week.server";

/** An entry that is to get another place, and where it has one in another week. */
export interface HandCase {
  held: HeldEntry;
  /** As the week's rules know it. */
  entry: WaitingListEntry;
  /** A place in another week, from today on: it must be given up there first. */
  elsewhere: Place | null;
  /** Where it was operated on already: it goes nowhere any more. */
  operated: OperatedPlace | null;
}

/**
 * The entry of this id: as it stands in the week, or from the waiting list. Null when it is not in scope, or has left the
 * list and stands nowhere.
 */
export async function handCase(
  scope: Scope,
  db: Reader,
  week: HeldHandWeek,
  id: string,
): Promise<HandCase | null> {
  const standing = week.entries.get(id);
  const operated = (await operatedOf(db, { entries: [id] }, week.today)).get(id) ?? null;
  const mayBe = (held: HeldEntry) =>
    scope.organisations.includes(held.organisation) && scope.sites.includes(held.entry.listingSite);
  if (standing && week.hand.placeOf(standing.entry))
    return mayBe(standing) ? { held: standing, entry: standing.entry, elsewhere: null, operated } : null;
  const held = (await entriesById(scope, db, [id])).get(id);
  if (!held || held.state === "gone" || held.organisation !== week.organisation) return null;
  const place = (await placesOf(db, [id], week.today)).get(id) ?? null;
  const elsewhere = place !== null && place.week !== week.week ? place : null;
  return { held, entry: held.entry, elsewhere, operated };
}
