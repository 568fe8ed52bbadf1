import type { IsoDate } from "~/domain/calendar";
import { SessionIndex } from "~/domain/eligibility/session-index";
import { afterMoves } from "~/domain/hand/hand-change";
import { judgeMoves } from "~/domain/hand/hand-verdict";
import { heldHandWeek, type HandAsked } from "~/services/hand/held-week.server";
import { loadDemo } from "~/services/load-demo.server";
import type { Actor } from "~db/actor";
import { wholeScope } from "~db/organisations";
import { placedDates } from "~db/placed-dates";
import { recordPlacements } from "~db/record-placements";
import type { Store } from "~db/store";
import { entriesForPlanning } from "~db/waiting-list";
import { commandActor } from "../../installation";

/** A hub whose week has 120 lists that take cases. */
const HUB = { provider: "RTG", scale: 1.08, weeks: 1, seed: 1 };

/** A week of lists in a database of its own, as full as lists are that people change. Ids are the store's. */
export interface MadeBoard {
  organisation: string;
  week: IsoDate;
  lists: number;
  placed: string[];
}

/** Makes the demo hub and fills its week. */
export async function makeBoard(store: Store, today: IsoDate): Promise<MadeBoard> {
  const actor = commandActor("bench board");
  const made = await loadDemo(store, actor, today, HUB);
  if (made.kind !== "loaded") throw new Error("The folder of the bench holds an installation already.");
  const { organisation, firstDay: week } = made;
  const { lists, placed } = await fillWeek(store, actor, { organisation, week, today });
  return { organisation, week, lists, placed: placed.map(({ entry }) => entry) };
}

/** Fills a week as full as lists are: longest waiting first, each into the first list that takes the case. */
export async function fillWeek(
  store: Store,
  actor: Actor,
  { organisation, week, today }: HandAsked,
): Promise<{ lists: number; placed: { entry: string; session: string }[] }> {
  const scope = await wholeScope(store.db);
  const held = await heldHandWeek(store, { organisation, week, today });
  const taken = await placedDates(store.db, organisation, today);
  const entries = (await entriesForPlanning(scope, store.db, organisation)).filter(
    ({ id }) => !taken.has(id),
  );
  entries.sort((a, b) => (a.entry.clockStart < b.entry.clockStart ? -1 : 1));
  const index = new SessionIndex(held.hand.bookable);
  const changes: { entry: string; session: string; reason: string; override: [] }[] = [];
  let filled = held.hand;
  for (const { id, entry } of entries) {
    const places = index.places(entry, filled.eligibility);
    const sessions = places.kind === "allowed" ? places.sessions : [];
    const to = sessions.find((session) => judgeMoves(filled, [{ entry, to: session }]).breaks.length === 0);
    if (!to) continue;
    filled = afterMoves(filled, [{ entry, to }]);
    changes.push({ entry: id, session: held.idOf.get(to)!, reason: "Bench", override: [] });
  }
  const wanted = { organisation, week, baseRevision: held.revision, run: null, today, changes };
  const recorded = await recordPlacements(scope, store, actor, wanted);
  if (recorded.kind !== "recorded") throw new Error(`The lists could not be filled: ${recorded.kind}.`);
  return { lists: held.hand.bookable.length, placed: changes };
}
