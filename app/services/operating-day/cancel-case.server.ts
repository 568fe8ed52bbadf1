import { mondayOf, type IsoDate } from "~/domain/calendar";
import { cancellationOutcome } from "~/domain/operating-day/cancelling";
import { instantOf } from "~/domain/operating-day/day-minute";
import { caseStanding } from "~/domain/operating-day/moments";
import { settingsAt } from "~/domain/workspace-settings";
import type { CancellationReason } from "~/facts/cancellation-reasons";
import type { Actor } from "~db/actor";
import { cancellationsOfEntries, recordCancellation, type Cancellation } from "~db/cancellations";
import type { Tx } from "~db/commit";
import type { NewNotice } from "~db/patient-notices";
import { weekRevision } from "~db/placements";
import { decideReadiness, findReadiness } from "~db/readiness";
import { recordPlacements } from "~db/record-placements";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findSession, type HeldSession } from "~db/theatre-sessions";
import { beforeCancelling } from "../lists/after-cancelling.server";
import { runningList, type RunningCase } from "./day-list.server";
import { loadDay, organisationScope } from "./load-day.server";

/** Which case is cancelled, why, and by whom. */
export interface CancelAsked {
  session: string;
  entry: string;
  reason: CancellationReason;
  note: string;
  /** How the patient hears that their date no longer stands. */
  channel: NewNotice["channel"];
  /** In London. */
  today: IsoDate;
}

export type CancelOutcome =
  | {
      kind: "cancelled";
      lastMinute: boolean;
      offerBy: IsoDate | null;
      toTriage: boolean;
      /** The version of the list that says so; null: none was published. */
      version: number | null;
      /** The patient knew the date, and it was taken back. */
      withdrawn: boolean;
    }
  /** Cancelled before: that cancellation stands. */
  | { kind: "already"; cancelled: Cancellation }
  /** The case stands elsewhere by now, or nowhere: nothing was changed. `to`: id of the session. */
  | { kind: "moved"; to: string | null }
  /** The operation has begun: it cannot be cancelled any more. */
  | { kind: "begun" }
  | { kind: "notFound" };

/**
 * Cancels a case of a list: it loses its place, whether the list is published, locked or under way; where it is owed,
 * a new date is promised, which the planner counts; where the reason is clinical the entry waits to be assessed again.
 * A date that the patient knew is taken back, and a published list has a new version. All or nothing, and once.
 */
export async function cancelCase(
  scope: Scope,
  store: Store,
  actor: Actor,
  asked: CancelAsked,
): Promise<CancelOutcome> {
  const held = await findSession(scope, store.db, asked.session);
  if (held === null) return { kind: "notFound" };
  return store.commit(actor, "case.cancel", async (tx) => {
    const { organisation, session } = held;
    const whole = await organisationScope(tx.db, organisation);
    const day = await loadDay(whole, tx.db, { organisation, date: session.date });
    const found = runningList(day, held).cases.find(({ held: { id } }) => id === asked.entry);
    if (!found) return notThere(whole, tx, asked, day.placements);
    if (caseStanding(found.times) !== "waiting") return { kind: "begun" };
    const words = [`Cancelled: ${asked.reason.words}`, asked.note].filter(Boolean).join(". ");
    const after = await beforeCancelling(whole, tx, { ...asked, words });
    await giveUpPlace(whole, store, actor, held, asked);
    const { reason, note, entry } = asked;
    const { lastMinute, offerBy, toTriage } = outcomeOf(tx, held, found, reason, day.settings);
    const { clinical, avoidable } = reason;
    const { date } = session;
    const cancelled = { entry, session: asked.session, date, reasonCode: reason.code };
    const facts = { clinical, avoidable, lastMinute, offerBy, note };
    const about = { organisation, site: session.site };
    await recordCancellation(tx, { ...cancelled, ...facts }, day.policy, about);
    if (toTriage) await backToTriage(whole, store, actor, found, asked);
    return { kind: "cancelled", lastMinute, offerBy, toTriage, ...(await after()) };
  });
}

function outcomeOf(
  tx: Tx,
  { session: { date, site } }: HeldSession,
  { admission }: RunningCase,
  reason: CancellationReason,
  settings: Parameters<typeof settingsAt>[0],
) {
  const at = { now: tx.at, admission: instantOf(date, admission), date };
  return cancellationOutcome(reason, at, settingsAt(settings, site));
}

async function notThere(
  whole: Scope,
  tx: Tx,
  { entry, session }: CancelAsked,
  placements: ReadonlyMap<string, readonly { entry: string }[]>,
): Promise<CancelOutcome> {
  const elsewhere = [...placements].find(([, standing]) => standing.some((place) => place.entry === entry));
  if (elsewhere) return { kind: "moved", to: elsewhere[0] };
  const before = await cancellationsOfEntries(whole, tx.db, [entry]);
  const here = before.findLast((cancelled) => cancelled.session === session);
  return here ? { kind: "already", cancelled: here } : { kind: "moved", to: null };
}

async function giveUpPlace(
  whole: Scope,
  store: Store,
  actor: Actor,
  { organisation, session }: HeldSession,
  { entry, reason, today }: CancelAsked,
): Promise<void> {
  const week = mondayOf(session.date);
  const baseRevision = await weekRevision(whole, store.db, organisation, week);
  const changes = [{ entry, session: null, reason: `Cancelled: ${reason.words}`, override: [] }];
  const wanted = { organisation, week, baseRevision, run: null, today, changes };
  const outcome = await recordPlacements(whole, store, actor, wanted);
  if (outcome.kind !== "recorded") throw new Error(`a case could not be taken off its list: ${outcome.kind}`);
}

/**
 * A clinical reason takes the patient's fitness back, whoever cancels: until somebody who may confirm it decides again,
 * no plan takes the entry. That decision is the task of the pre-assessment nurses (`triageTasks`).
 */
async function backToTriage(
  whole: Scope,
  store: Store,
  actor: Actor,
  { held: { id } }: RunningCase,
  { reason, note }: CancelAsked,
): Promise<void> {
  const record = await findReadiness(whole, store.db, id);
  if (record === null) return;
  const readiness = { ...record.counts, screening: "awaiting" as const };
  const words = [`Cancelled: ${reason.words}`, note].filter(Boolean).join(". ");
  const base = record.decisions[0]?.number ?? 0;
  await decideReadiness(whole, store, actor, { entry: id, base, readiness, reason: words });
}
