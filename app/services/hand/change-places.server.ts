import type { BreakCode, HandBreak } from "~/domain/hand/hand-break";
import type { HandMove } from "~/domain/hand/hand-change";
import { judgeMoves, needsReason, unlifted, type HandVerdict } from "~/domain/hand/hand-verdict";
import { REASONS, type Reason } from "~/domain/reasons";
import type { Actor } from "~db/actor";
import { changesSince, type PlacementChange } from "~db/placement-changes";
import { recordPlacements } from "~db/record-placements";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { handCase } from "./hand-case.server";
import { mayLift, type HandPermits } from "./hand-permits.server";
import { heldHandWeek, type HandAsked, type HeldHandWeek } from "./held-week.server";

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
  return store.commit(actor, "list.change", async () => {
    const week = await heldHandWeek(store, asked);
    const moves = await movesOf(scope, store, week, asked);
    if (moves === null) return { kind: "notFound" };
    if (moves === "elsewhere") return { kind: "placedElsewhere" };
    const { revision } = week;
    if (moves.every(({ entry, to }) => (week.hand.placeOf(entry)?.session ?? null) === to))
      return { kind: "unchanged", revision };
    if (revision !== asked.baseRevision) return changedSince(scope, store, asked, revision);
    const verdict = judgeMoves(week.hand, moves);
    const refusal = refusalOf(verdict, permits, asked);
    if (refusal) return refusal;
    const outcome = await record(scope, store, actor, asked, week, verdict);
    if (outcome.kind === "recorded") return { kind: "changed", revision: outcome.revision, verdict };
    if (outcome.kind === "changedSince") return changedSince(scope, store, asked, outcome.revision);
    return { kind: outcome.kind === "placedElsewhere" ? "placedElsewhere" : "notFound" };
  });
}

/** The moves in terms of the week; null: something is not there or not the person's to change. */
export async function movesOf(
  scope: Scope,
  { db }: Pick<Store, "db">,
  week: HeldHandWeek,
  { moves }: Pick<PlacesAsked, "moves">,
): Promise<HandMove[] | "elsewhere" | null> {
  const found: HandMove[] = [];
  for (const { entry: id, session } of moves) {
    const one = await handCase(scope, db, week, id);
    const to = session === null ? null : week.sessions.get(session)?.session;
    if (one === null || to === undefined) return null;
    const touched = [week.hand.placeOf(one.entry)?.session, to].flatMap((each) => each ?? []);
    if (touched.some(({ site }) => !scope.sites.includes(site))) return null;
    if (one.elsewhere && to !== null) return "elsewhere";
    found.push({ entry: one.entry, to });
  }
  const isTwice = new Set(moves.map(({ entry }) => entry)).size < moves.length;
  return found.length === 0 || isTwice ? null : found;
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
  { organisation, week: start, baseRevision, today, moves, reason }: PlacesAsked,
  week: HeldHandWeek,
  verdict: HandVerdict,
) {
  const changes = moves.map(({ entry, session }) => ({
    ...{ entry, session },
    reason: reason || BY_HAND,
    override: session === null ? [] : setAside(verdict, week, entry),
  }));
  const wanted = { organisation, week: start, baseRevision, run: null, today, changes };
  return recordPlacements(scope, store, actor, wanted);
}

/** The rules of eligibility that were set aside for one entry: they become the override of its pin. */
function setAside({ breaks }: HandVerdict, week: HeldHandWeek, id: string): Reason[] {
  const own = breaks.filter(({ entry }) => entry !== null && (week.idOf.get(entry) ?? id) === id);
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
