import { mondayOf, type IsoDate } from "~/domain/calendar";
import { caseMeasures, scoredEntry, scoredSession } from "~/domain/case-points";
import { fitPlace, type FitPlace } from "~/domain/best-fit";
import { forbiddingPairRule, forbiddingEntryRule } from "~/domain/eligibility/eligibility";
import { casePoints } from "~/domain/measures";
import { gapShut } from "~/domain/gap-shut";
import type { TheatreSession } from "~/domain/theatre";
import { gapCandidates } from "~db/gap-candidates";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findSession } from "~db/theatre-sessions";
import type { HeldEntry } from "~db/waiting-list";
import { heldHandWeek, type HeldHandWeek } from "../hand/held-week.server";
import { flagsOf } from "../planning/plan-context.server";

/** Somebody who could fill a gap, and what it would mean. */
export interface GapCandidate {
  held: HeldEntry;
  place: FitPlace;
}

/** A gap in a list, and who could fill it, most points first. */
export interface Gap {
  id: string;
  session: TheatreSession;
  week: HeldHandWeek;
  /** Minutes that one more case could have. */
  freeMinutes: number;
  cases: number;
  /** Why nobody can be put there, whoever it is; empty: it can be filled. */
  shut: string;
  /** Who fits every rule. */
  fit: GapCandidate[];
  /** Who fits but for the notice: they would have to agree to come at short notice. */
  ask: GapCandidate[];
  /** Entries that were looked at. */
  asked: number;
}

/** Candidates of each kind that are judged to the end. */
const MOST = 40;

/** Ranks who could fill the gap of a session in scope; null: there is no such session. */
export async function gapOf(
  scope: Scope,
  store: Store,
  { session: id, today }: { session: string; today: IsoDate },
): Promise<Gap | null> {
  const found = await findSession(scope, store.db, id);
  if (found === null) return null;
  const { organisation } = found;
  const asked = { organisation, week: mondayOf(found.session.date), today };
  const week = await heldHandWeek(store, asked);
  const session = week.sessions.get(id)?.session;
  if (!session) return null;
  const cases = week.hand.casesOf(session);
  const freeMinutes = freeIn(week, session);
  const surgeonsAway = week.hand.listOf(session)?.surgeonsAway ?? [];
  const shut = gapShut(session, { today, surgeonsAway, cases: cases.length });
  const gap = { id, session, week, freeMinutes, cases: cases.length, shut };
  if (shut !== "") return { ...gap, fit: [], ask: [], asked: 0 };
  const held = await gapCandidates(scope, store.db, {
    ...{ organisation, treatmentFunctions: session.treatmentFunctions, minutes: freeMinutes },
    ...{ date: session.date, today },
  });
  const { fit, ask } = parted(week, session, held);
  return {
    ...{ ...gap, asked: held.length },
    fit: judged(week, session, fit, ["free"]),
    ask: judged(week, session, ask, ["liftable"]),
  };
}

/** By minutes alone; the probability of an overrun is asked case by case. */
function freeIn({ hand }: HeldHandWeek, session: TheatreSession): number {
  const { length, turnaround } = hand.limitsOf(session);
  const cases = hand.casesOf(session);
  const used = cases.reduce((sum, { entry }) => sum + entry.minutes + turnaround, 0);
  return Math.max(0, length - used);
}

function parted({ hand }: HeldHandWeek, session: TheatreSession, held: readonly HeldEntry[]) {
  const fit: HeldEntry[] = [];
  const ask: HeldEntry[] = [];
  for (const one of held) {
    if (forbiddingEntryRule(one.entry, null)) continue;
    const rule = forbiddingPairRule(one.entry, session, hand.eligibility, null);
    if (rule === null) fit.push(one);
    else if (rule.reason === "notice") {
      const agreed = { ...one.entry, shortNotice: true };
      if (forbiddingPairRule(agreed, session, hand.eligibility, null) === null) ask.push(one);
    }
  }
  return { fit, ask };
}

/** The best by points of those that the whole week's rules let in. */
function judged(
  week: HeldHandWeek,
  session: TheatreSession,
  held: readonly HeldEntry[],
  kinds: readonly FitPlace["kind"][],
): GapCandidate[] {
  const found: GapCandidate[] = [];
  for (const { one } of byPoints(week, session, held)) {
    const place = fitPlace(week.hand, one.entry, session, () => false);
    if (kinds.includes(place.kind)) found.push({ held: one, place });
    if (found.length === MOST) break;
  }
  return found.sort((a, b) => b.place.points - a.place.points || (a.held.id < b.held.id ? -1 : 1));
}

function byPoints({ hand }: HeldHandWeek, session: TheatreSession, held: readonly HeldEntry[]) {
  const { policy } = hand.facts;
  const at = scoredSession(session);
  return held
    .map((one) => {
      const scored = scoredEntry(one.entry, flagsOf(one.entry), policy, hand.horizon);
      const points = casePoints(caseMeasures(scored, at, policy), policy.weights);
      return { one, points: points + policy.weights.minutes * one.entry.minutes };
    })
    .sort((a, b) => b.points - a.points || (a.one.id < b.one.id ? -1 : 1));
}
