import type { ClockTime, IsoDate } from "~/domain/calendar";
import { dayMinute, instantOf } from "~/domain/operating-day/day-minute";
import {
  countingRecords,
  timeClash,
  type CaseMoment,
  type CountingRecords,
  type MomentRecord,
  type TimeClash,
} from "~/domain/operating-day/moments";
import type { Actor } from "~db/actor";
import { momentsOfDay, recordMoment } from "~db/case-moments";
import type { Tx } from "~db/commit";
import { placesOf } from "~db/placed-dates";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findSession, type HeldSession } from "~db/theatre-sessions";
import { timesOf } from "./day-list.server";
import { organisationScope } from "./load-day.server";

/** A moment as a person taps or corrects it. */
export interface MomentAsked {
  session: string;
  entry: string;
  moment: CaseMoment;
  /** When it happened; null: now. */
  time: ClockTime | null;
  /** A correction, with its reason and the record that the person saw; null: a first record. */
  correction: { reason: string; base: string; takenBack: boolean } | null;
  /** In London. */
  today: IsoDate;
}

export type MomentOutcome =
  | { kind: "recorded" }
  /** Recorded before, by a first tap or on another tablet: that record stands. */
  | { kind: "already"; record: MomentRecord }
  /** Somebody corrected or took back the record since the person saw it; null: there is none any more. */
  | { kind: "changedSince"; record: MomentRecord | null }
  | { kind: "clash"; clash: TimeClash }
  /** A tap right after the last one of the same person and case: a double tap that met the next button. */
  | { kind: "tooSoon" }
  /** The day has not come. */
  | { kind: "tooEarly"; date: IsoDate }
  /** The day is over: "now" is not its time. */
  | { kind: "timeNeeded" }
  /** The case does not stand on this list any more. */
  | { kind: "notOnList" }
  | { kind: "notFound" };

/** The name of a record by which a form says which one its writer saw. */
export function recordName({ session, number }: Pick<MomentRecord, "session" | "number">): string {
  return `${session}/${number}`;
}

/**
 * Records that a moment of a case happened, corrects its time, or takes it back. A second tap records nothing, nor does
 * a second tablet: who was first is answered. Nothing is overwritten: a correction is a further record.
 */
export async function recordCaseMoment(
  scope: Scope,
  store: Store,
  actor: Actor,
  asked: MomentAsked,
): Promise<MomentOutcome> {
  const held = await findSession(scope, store.db, asked.session);
  if (held === null) return { kind: "notFound" };
  const { date } = held.session;
  if (date > asked.today) return { kind: "tooEarly", date };
  return store.commit(actor, "day.record", async (tx) => {
    const whole = await organisationScope(tx.db, held.organisation);
    const records = await momentsOfDay(whole, tx.db, { organisation: held.organisation, date });
    const counting = countingRecords(records).get(asked.entry) ?? {};
    if (!(await isOnList(tx, asked, date))) return { kind: "notOnList" };
    return asked.correction ? correct(tx, held, asked, counting) : tap(tx, held, asked, counting);
  });
}

async function isOnList({ db }: Tx, { entry, session }: MomentAsked, date: IsoDate): Promise<boolean> {
  return (await placesOf(db, [entry], date)).get(entry)?.session === session;
}

async function tap(
  tx: Tx,
  held: HeldSession,
  asked: MomentAsked,
  counting: CountingRecords,
): Promise<MomentOutcome> {
  const stands = counting[asked.moment];
  if (stands?.happenedAt)
    return wasJustNow(tx, stands, SAME_TAP) ? { kind: "recorded" } : { kind: "already", record: stands };
  const isDouble = Object.values(counting).some(
    (record) => record.happenedAt !== null && wasJustNow(tx, record, DOUBLE_TAP),
  );
  if (isDouble && asked.time === null) return { kind: "tooSoon" };
  return write(tx, held, asked, counting, "");
}

/** Milliseconds: a second tap on the same button, and one that met the button that took its place. */
const SAME_TAP = 10_000;
const DOUBLE_TAP = 1_500;

function wasJustNow(tx: Tx, { by, at }: MomentRecord, milliseconds: number): boolean {
  return by === tx.by && Date.parse(tx.at) - Date.parse(at) < milliseconds;
}

async function correct(
  tx: Tx,
  held: HeldSession,
  asked: MomentAsked,
  counting: CountingRecords,
): Promise<MomentOutcome> {
  const stands = counting[asked.moment];
  const { reason, base, takenBack } = asked.correction!;
  if (!stands || recordName(stands) !== base) return { kind: "changedSince", record: stands ?? null };
  if (!takenBack) return write(tx, held, asked, counting, reason);
  if (stands.happenedAt !== null) await save(tx, held, asked, null, reason);
  return { kind: "recorded" };
}

async function write(
  tx: Tx,
  held: HeldSession,
  asked: MomentAsked,
  counting: CountingRecords,
  reason: string,
): Promise<MomentOutcome> {
  const { date } = held.session;
  const isToday = date === asked.today;
  if (asked.time === null && !isToday) return { kind: "timeNeeded" };
  const happenedAt = asked.time === null ? tx.at : instantOf(date, asked.time);
  const others = { ...counting, [asked.moment]: undefined };
  const now = isToday ? dayMinute(tx.at, date) : null;
  const clash = timeClash(timesOf(others, date), asked.moment, dayMinute(happenedAt, date), now);
  if (clash !== null) return { kind: "clash", clash };
  await save(tx, held, asked, happenedAt, reason);
  return { kind: "recorded" };
}

async function save(
  tx: Tx,
  { organisation, session: { site } }: HeldSession,
  { session, entry, moment }: MomentAsked,
  happenedAt: string | null,
  reason: string,
): Promise<void> {
  await recordMoment(tx, { session, entry, moment, happenedAt, reason }, { organisation, site });
}
