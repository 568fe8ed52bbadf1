import { mondayOf, type IsoDate } from "~/domain/calendar";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { callsOfEntries, recordCall } from "~db/place-calls";
import { placesOf, type Place } from "~db/placed-dates";
import { weekRevision } from "~db/placements";
import { recordPlacements } from "~db/record-placements";
import type { CallAnswer } from "~db/schema";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findSession, type HeldSession } from "~db/theatre-sessions";
import { organisationScope } from "~/services/operating-day/load-day.server";
import { findStandBy } from "./find-stand-by.server";

/** A stand-by call and what came of it. */
export interface StandByCall {
  session: string;
  entry: string;
  answer: CallAnswer;
  note: string;
  today: IsoDate;
  /** The later place that the page said would be given up, by id of its session; null: it said none. */
  givesUp: string | null;
}

export type StandByOutcome =
  | { kind: "recorded" }
  /** Accepted: on the list now. */
  | { kind: "placed" }
  /** The patient no longer fits the gap, or has another place than the page said: nothing was recorded. */
  | { kind: "changedSince"; why: string }
  | { kind: "notFound" };

/** Milliseconds within which the same answer again is the same call. */
const SAME_CALL = 10_000;

/**
 * Records a stand-by call. Whoever declines, does not answer or is not used keeps every place that they have. Who accepts
 * stands on the list at once; a later place is given up for it, which the caller was shown before. All or nothing.
 */
export async function recordStandByCall(
  scope: Scope,
  store: Store,
  actor: Actor,
  call: StandByCall,
): Promise<StandByOutcome> {
  const held = await findSession(scope, store.db, call.session);
  if (held === null) return { kind: "notFound" };
  return store.commit(actor, "standBy.call", async (tx) => {
    const whole = await organisationScope(tx.db, held.organisation);
    if (await isSameCall(whole, tx, call))
      return { kind: call.answer === "accepted" ? "placed" : "recorded" };
    if (call.answer === "accepted") {
      const refused = await place(whole, store, actor, tx, held, call);
      if (refused !== null) return { kind: "changedSince", why: refused };
    }
    const { session, entry, answer, note } = call;
    const about = { organisation: held.organisation, site: held.session.site };
    await recordCall(tx, { entry, session, kind: "standBy", answer, note }, about);
    return { kind: answer === "accepted" ? "placed" : "recorded" };
  });
}

async function isSameCall(whole: Scope, tx: Tx, { entry, session, answer }: StandByCall): Promise<boolean> {
  const last = (await callsOfEntries(whole, tx.db, [entry])).at(-1);
  if (last?.session !== session || last.answer !== answer || last.by !== tx.by) return false;
  return Date.parse(tx.at) - Date.parse(last.at) < SAME_CALL;
}

/** Puts the patient on the list; words: why not. */
async function place(
  whole: Scope,
  store: Store,
  actor: Actor,
  tx: Tx,
  held: HeldSession,
  call: StandByCall,
): Promise<string | null> {
  const { entry, today } = call;
  const asked = { session: held.id, today, now: tx.at, minutes: null };
  const found = await findStandBy(whole, tx.db, asked);
  if (!found?.patients.some((patient) => patient.held.id === entry))
    return "The patient no longer fits what the list has left.";
  const later = (await placesOf(tx.db, [entry], today)).get(entry) ?? null;
  if ((later?.session ?? null) !== call.givesUp)
    return "The patient's own date has changed since you opened the page.";
  const week = mondayOf(held.session.date);
  if (later && later.week !== week) await giveUp(whole, store, actor, held, later, call);
  await change(whole, store, actor, held, week, { entry, session: held.id, reason: "Stand-by" }, today);
  return null;
}

async function giveUp(
  whole: Scope,
  store: Store,
  actor: Actor,
  held: HeldSession,
  later: Place,
  { entry, today }: StandByCall,
): Promise<void> {
  const reason = `Stand-by: comes earlier, on ${held.session.date}`;
  await change(whole, store, actor, held, later.week, { entry, session: null, reason }, today);
}

async function change(
  whole: Scope,
  store: Store,
  actor: Actor,
  { organisation }: HeldSession,
  week: IsoDate,
  wish: { entry: string; session: string | null; reason: string },
  today: IsoDate,
): Promise<void> {
  const baseRevision = await weekRevision(whole, store.db, organisation, week);
  const changes = [{ ...wish, override: [] }];
  const wanted = { organisation, week, baseRevision, run: null, today, changes };
  const outcome = await recordPlacements(whole, store, actor, wanted);
  if (outcome.kind !== "recorded") throw new Error(`a stand-by place was not recorded: ${outcome.kind}`);
}
