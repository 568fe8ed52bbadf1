import { addDays, mondayOf, type IsoDate } from "~/domain/calendar";
import type { StandingCase as HandStanding } from "~/domain/hand/hand-week";
import type { Reader } from "~db/engine";
import type { Store } from "~db/store";
import { lastNotices, type LastNotice } from "~db/patient-notices";
import { operatedOf } from "~db/operated";
import { heldHandWeek, type HeldHandWeek } from "../hand/held-week.server";
import { isTold } from "../solve-week-standing.server";

/** Weeks that a place is looked for in. */
export const WEEKS_AHEAD = 6;

/** A week of lists, and who on them could make way. */
export interface OpenWeek {
  held: HeldHandWeek;
  mayMakeWay: (standing: HandStanding) => boolean;
}

/** The weeks from a date on, first to last, as they stand now. */
export async function weeksAhead(
  store: Store,
  {
    organisation,
    today,
    from,
    weeks,
  }: { organisation: string; today: IsoDate; from: IsoDate; weeks: number },
): Promise<OpenWeek[]> {
  const found: OpenWeek[] = [];
  const first = mondayOf(from);
  for (let week = first; week < addDays(from, 7 * weeks); week = addDays(week, 7))
    found.push(await openWeek(store.db, await heldHandWeek(store, { organisation, week, today })));
  return found;
}

/** A week with who on its lists could make way: nobody who is operated on, locked in, held, placed by hand or told. */
export async function openWeek(db: Reader, held: HeldHandWeek): Promise<OpenWeek> {
  const placed = [...held.placements.keys()];
  const notices = await lastNotices(held.scope, db, placed);
  const done = await operatedOf(db, { entries: placed }, held.today);
  const isDone = ({ entry }: HandStanding) => done.has(held.idOf.get(entry) ?? "");
  return { held, mayMakeWay: (standing) => !isDone(standing) && mayLeave(held, notices, standing) };
}

function mayLeave(
  held: HeldHandWeek,
  notices: ReadonlyMap<string, LastNotice>,
  { entry, session }: HandStanding,
): boolean {
  const id = held.idOf.get(entry) ?? "";
  const placement = held.placements.get(id);
  const at = held.idOf.get(session) ?? "";
  const state = held.states.get(at);
  // Who stands there without a place by Hublist is booked by the organisation's own system.
  if (!placement || session.status === "locked" || state?.locked) return false;
  const isByHand = placement.run === null;
  return !held.holds.get(id)?.held && !isByHand && !isTold({ session: at }, notices.get(id));
}
