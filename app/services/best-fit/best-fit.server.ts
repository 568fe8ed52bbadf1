import { addDays, type IsoDate } from "~/domain/calendar";
import { betterFirst, fitPlaces, type FitPlace } from "~/domain/best-fit";
import { forbiddingEntryRule } from "~/domain/eligibility/eligibility";
import { operatedWords } from "~/domain/operated";
import { operatedOf } from "~db/operated";
import { placesOf, type Place } from "~db/placed-dates";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findEntry, type HeldEntry } from "~db/waiting-list";
import type { HeldHandWeek } from "../hand/held-week.server";
import { WEEKS_AHEAD, weeksAhead } from "./weeks-ahead.server";

/** A place of one of the weeks ahead. */
export interface RankedPlace extends FitPlace {
  /** Id of the session. */
  id: string;
  week: HeldHandWeek;
}

/** Where an entry could go in the weeks ahead, best first. */
export interface BestFit {
  held: HeldEntry;
  /** The place that it has now, from today on. */
  place: Place | null;
  /** Why it can go nowhere whatever the session, in words; empty: sessions decide. */
  everywhere: string;
  places: RankedPlace[];
  until: IsoDate;
}

/** Ranks the places of an entry in scope over the weeks ahead, each with its cost; null: no such entry is listed. */
export async function bestFit(
  scope: Scope,
  store: Store,
  { entry: id, today }: { entry: string; today: IsoDate },
): Promise<BestFit | null> {
  const held = await findEntry(scope, store.db, id);
  if (held === null || held.state === "gone") return null;
  const { organisation } = held;
  const until = addDays(today, 7 * WEEKS_AHEAD);
  const done = (await operatedOf(store.db, { entries: [id] }, today)).get(id);
  if (done) return { held, place: null, everywhere: operatedWords(done, today), places: [], until };
  const place = (await placesOf(store.db, [id], today)).get(id) ?? null;
  const weeks = await weeksAhead(store, { organisation, today, from: today, weeks: WEEKS_AHEAD });
  const places: RankedPlace[] = [];
  for (const { held: week, mayMakeWay } of weeks) {
    const entry = week.entries.get(id)?.entry ?? held.entry;
    for (const found of fitPlaces(week.hand, entry, mayMakeWay))
      if (
        found.session.date >= today &&
        found.session.date < until &&
        scope.sites.includes(found.session.site)
      )
        places.push({ ...found, id: week.idOf.get(found.session) ?? "", week });
  }
  const rule = forbiddingEntryRule(held.entry, null);
  const context = weeks[0]?.held.hand.eligibility;
  const everywhere = rule && context ? rule.sentence(held.entry, context) : "";
  return { held, place, everywhere, places: places.sort(betterFirst), until };
}
