import { lastUndo, undoReason, type Undo } from "~/domain/hand/undo";
import { actorText, type Actor } from "~db/actor";
import type { Reader } from "~db/engine";
import { changesByHand, changesOf } from "~db/placement-changes";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import type { ListUndo } from "~/domain/hand/undo-list";
import { changePlaces, type PlacesOutcome } from "./change-places.server";
import type { HandPermits } from "./hand-permits.server";
import type { HandAsked, HeldHandWeek } from "./held-week.server";
import { listUndoOffered, type WeekListAct } from "./undo-list.server";

/** So many of a person's last changes are looked at. */
const LOOKED_BACK = 60;

/** What the person's undo would take back; null: nothing of theirs, or somebody else has changed those cases since. */
export async function undoOffered(
  scope: Scope,
  db: Reader,
  actor: Actor,
  { organisation, week }: HandAsked,
): Promise<Undo | null> {
  const by = actorText(actor);
  const own = await changesByHand(scope, db, { organisation, week, by, limit: LOOKED_BACK });
  const entries = own.map(({ entry }) => entry);
  return lastUndo(await changesOf(scope, db, { organisation, week, entries }), by);
}

/** The person's last act on a week that can be taken back, of places or of one list. */
export type WeekUndo = { kind: "places"; undo: Undo } | { kind: "list"; undo: ListUndo<WeekListAct> };

/** Which of the person's acts an undo would take back: the later of the two kinds; null: nothing of theirs. */
export async function lastUndoOffered(
  scope: Scope,
  db: Reader,
  actor: Actor,
  week: HeldHandWeek,
): Promise<WeekUndo | null> {
  const places = await undoOffered(scope, db, actor, week);
  const list = await listUndoOffered(scope, db, actor, week);
  if (places === null) return list && { kind: "list", undo: list };
  if (list === null || places.at >= list.act.at) return { kind: "places", undo: places };
  return { kind: "list", undo: list };
}

/**
 * Takes back the person's last change by hand, as a new change. `revision`: the change that they were shown; another one
 * by now is not taken back in its stead.
 */
export async function undoChange(
  scope: Scope,
  permits: HandPermits,
  store: Store,
  actor: Actor,
  asked: HandAsked & { revision: number; baseRevision: number; reason: string },
): Promise<PlacesOutcome | { kind: "nothingToUndo" }> {
  const undo = await undoOffered(scope, store.db, actor, asked);
  if (undo === null || undo.revision !== asked.revision) return { kind: "nothingToUndo" };
  const { organisation, week, today, baseRevision } = asked;
  return changePlaces(scope, permits, store, actor, {
    ...{ organisation, week, today, baseRevision },
    moves: undo.moves.map(({ entry, session }) => ({ entry, session })),
    // What was set aside there before may stand there again; a date is asked to be agreed no second time.
    lifted: [...undo.moves.flatMap(({ override }) => override), "notice", "already_booked", "locked"],
    reason: `${undoReason(undo.revision)}${asked.reason === "" ? "" : `: ${asked.reason}`}`,
  });
}
