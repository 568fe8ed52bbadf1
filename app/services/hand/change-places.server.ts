import type { BreakCode, HandBreak } from "~/domain/hand/hand-break";
import { judgeMoves, needsReason, unlifted, type HandVerdict } from "~/domain/hand/hand-verdict";
import { operatedWords } from "~/domain/operated";
import { REASONS, type Reason } from "~/domain/reasons";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Actor } from "~db/actor";
import { changesSince, type PlacementChange } from "~db/placement-changes";
import { recordPlacements } from "~db/record-placements";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { handCase } from "./hand-case.server";
import { mayLift, type HandPermits } from "./hand-permits.server";
import {
  followMoves,
  heldHandWeek,
  type HandAsked,
  type HeldHandWeek,
  type MadeMove,
} from "./held-week.server";

/** A change by hand: where entries are to stand (session null: nowhere), decided on one revision of the week. */
export interface PlacesAsked extends HandAsked {
  baseRevision: number;
  /** All at once, by ids: one is a move, an addition or a removal, two are a swap. */
  moves: readonly { entry: string; session: string | null }[];
  /** Broken rules that the person sets aside. */
  lifted: readonly BreakCode[];
  /** Why; empty where nothing asks for a reason. */
  reason: string;
}

export type PlacesOutcome =
  | { kind: "changed"; revision: number; verdict: HandVerdict }
  /** It stands so already: a second click changes nothing. */
  | { kind: "unchanged"; revision: number }
  /** Somebody changed the week since: what they did, for the person to decide on. */
  | { kind: "changedSince"; revision: number; changes: PlacementChange[] }
  /** Hard rules stand against it, or a reason is lacking. */
  | { kind: "refused"; breaks: HandBreak[]; verdict: HandVerdict }
  | { kind: "lacksReason"; verdict: HandVerdict }
  | { kind: "lacksPermission"; lift: HandBreak["lift"]; breaks: HandBreak[] }
  | { kind: "placedElsewhere" }
  /** Operated on already; why nobody moves it, in words. */
  | { kind: "operated"; sentence: string }
  | { kind: "notFound" };

const BY_HAND = "By hand";

/**
 * Changes places by hand: judged again inside the transaction, so what is recorded is what was judged. All or nothing,
 * each change with who, when and why; rules set aside stay with the case.
 */
export async function changePlaces(
  scope: Scope,
  permits: HandPermits,
  store: Store,
  actor: Actor,
  asked: PlacesAsked,
): Promise<PlacesOutcome> {
  const made = await store.commit(actor, "list.change", () => change(scope, permits, store, actor, asked));
  if (made.outcome.kind === "changed" && made.week)
    await followMoves(store, made.week, made.moves, {
      by: actor,
      revision: made.outcome.revision,
      reason: asked.reason || BY_HAND,
    });
  return made.outcome;
}

interface Made {
  outcome: PlacesOutcome;
  week?: HeldHandWeek;
  moves: MadeMove[];
}

async function change(
  scope: Scope,
  permits: HandPermits,
  store: Store,
  actor: Actor,
  asked: PlacesAsked,
): Promise<Made> {
  const ended = (outcome: PlacesOutcome): Made => ({ outcome, moves: [] });
  const week = await heldHandWeek(store, asked);
  const moves = await movesOf(scope, store, week, asked);
  if (moves === null) return ended({ kind: "notFound" });
  if (moves === "elsewhere") return ended({ kind: "placedElsewhere" });
  if ("operated" in moves) return ended({ kind: "operated", sentence: moves.operated });
  const { revision } = week;
  if (moves.every(({ entry, to }) => (week.hand.placeOf(entry)?.session ?? null) === to))
    return ended({ kind: "unchanged", revision });
  if (revision !== asked.baseRevision) return ended(await changedSince(scope, store, asked, revision));
  const verdict = judgeMoves(week.hand, moves);
  const booked = bookedBreaks(week, moves);
  if (booked.length > 0) return ended({ kind: "refused", breaks: booked, verdict });
  const refusal = refusalOf(verdict, permits, asked);
  if (refusal) return ended(refusal);
  const made = moves.map((move) => ({ ...move, override: move.to ? setAside(verdict, move.entry) : [] }));
  const outcome = await record(scope, store, actor, asked, made, week);
  if (outcome.kind === "recorded")
    return { outcome: { kind: "changed", revision: outcome.revision, verdict }, week, moves: made };
  if (outcome.kind === "changedSince")
    return ended(await changedSince(scope, store, asked, outcome.revision));
  if (outcome.kind === "operated") return ended({ kind: "operated", sentence: "Operated on already." });
  return ended({ kind: outcome.kind === "placedElsewhere" ? "placedElsewhere" : "notFound" });
}

type FoundMove = Omit<MadeMove, "override">;

/** The moves in terms of the week; null: something is not there or not the person's to change. */
async function movesOf(
  scope: Scope,
  { db }: Pick<Store, "db">,
  week: HeldHandWeek,
  { moves }: Pick<PlacesAsked, "moves">,
): Promise<FoundMove[] | "elsewhere" | { operated: string } | null> {
  const found: FoundMove[] = [];
  for (const { entry: id, session } of moves) {
    const one = await handCase(scope, db, week, id);
    const to = session === null ? null : week.sessions.get(session)?.session;
    if (one === null || to === undefined) return null;
    const touched = [week.hand.placeOf(one.entry)?.session, to].flatMap((each) => each ?? []);
    if (touched.some(({ site }) => !scope.sites.includes(site))) return null;
    if (one.operated) return { operated: operatedWords(one.operated, week.today) };
    if (one.elsewhere && to !== null) return "elsewhere";
    found.push({ held: one.held, entry: one.entry, to });
  }
  const isTwice = new Set(moves.map(({ entry }) => entry)).size < moves.length;
  return found.length === 0 || isTwice ? null : found;
}

/** A case that the organisation's own system has booked here cannot be taken out here: that system would bring it back. */
function bookedBreaks(week: HeldHandWeek, moves: readonly FoundMove[]): HandBreak[] {
  return moves.flatMap(({ held, entry, to }): HandBreak[] => {
    const session = week.hand.placeOf(entry)?.session;
    if (to !== null || !session || week.placements.has(held.id)) return [];
    const sentence = "Booked into this list in the patient administration system: cancel it there.";
    return [{ code: "already_booked", lift: "never", sentence, entry, session }];
  });
}

function refusalOf(
  verdict: HandVerdict,
  permits: HandPermits,
  { lifted, reason }: PlacesAsked,
): Exclude<PlacesOutcome, { kind: "changed" | "unchanged" | "changedSince" }> | null {
  const breaks = unlifted(verdict, lifted);
  if (breaks.length > 0) return { kind: "refused", breaks, verdict };
  const forbidden = verdict.breaks.filter((each) => !mayLift(each, permits));
  if (forbidden.length > 0) return { kind: "lacksPermission", lift: forbidden[0]!.lift, breaks: forbidden };
  return needsReason(verdict) && reason === "" ? { kind: "lacksReason", verdict } : null;
}

async function record(
  scope: Scope,
  store: Store,
  actor: Actor,
  { organisation, week: start, baseRevision, today, reason }: PlacesAsked,
  moves: readonly MadeMove[],
  week: HeldHandWeek,
) {
  const changes = moves.map(({ held, to, override }) => ({
    ...{ entry: held.id, session: to && week.idOf.get(to)!, override },
    reason: reason || BY_HAND,
  }));
  const wanted = { organisation, week: start, baseRevision, run: null, today, changes };
  return recordPlacements(scope, store, actor, wanted);
}

/** The rules of eligibility that were set aside for one entry: they become the override of its pin. */
function setAside({ breaks }: HandVerdict, entry: WaitingListEntry): Reason[] {
  const own = breaks.filter((each) => each.entry === entry);
  return REASONS.filter((reason) => own.some(({ code }) => code === reason));
}

async function changedSince(
  scope: Scope,
  { db }: Store,
  { organisation, week, baseRevision }: PlacesAsked,
  revision: number,
): Promise<PlacesOutcome> {
  const changes = await changesSince(scope, db, { organisation, week, revision: baseRevision });
  return { kind: "changedSince", revision, changes };
}
