import { Random } from "~/demo/random";
import { addDays, type IsoDate } from "~/domain/calendar";
import type { TheatreSession } from "~/domain/theatre";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";
import { cancellationReason } from "~/facts/cancellation-reasons";
import type { Actor } from "~db/actor";
import { recordCancellation } from "~db/cancellations";
import type { Tx } from "~db/commit";
import { placedCases } from "~db/placed-cases";
import { currentPolicy } from "~db/policies";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { listSessions, type HeldSession } from "~db/theatre-sessions";
import { entriesById, type HeldEntry } from "~db/waiting-list";
import { insertMadeSessions, type MadeSession } from "~db/made-sessions";

/** Weeks of operating days behind the demo's today of which cancellations are known. */
const WEEKS = 4;
/** Of the cases that have a place by now, so many were cancelled before; never more than the second number. */
const SHARE = { of: 0.2, most: 90 };

/**
 * How often each reason occurs. Shaped by Wexham Park 2012, second hand (app/facts/cancellation-reasons.json): unfit
 * 33.7%, no bed 21.8%, no theatre time 17.3%, did not attend 6.9%, not needed 4.1%; the others are estimates.
 */
const REASONS: [code: string, weight: number][] = [
  ["acute-illness", 17],
  ["not-optimised", 17],
  ["bed", 22],
  ["theatre-time", 17],
  ["did-not-attend", 7],
  ["not-fasted", 4],
  ["patient-inconvenient", 5],
  ["equipment", 4],
  ["surgeon", 4],
];

interface Cancelled {
  entry: HeldEntry;
  /** The place that it has been given since. */
  placedOn: IsoDate;
}

/**
 * Gives a demo some weeks of days on which cases were cancelled, so that its figures have something to show. Whoever
 * was cancelled has had a date since, within the days that are owed, and is fit: nothing is left to do about them.
 */
export async function loadDemoCancelled(
  store: Store,
  actor: Actor,
  scope: Scope,
  { today, firstDay }: { today: IsoDate; firstDay: IsoDate },
): Promise<number> {
  const organisation = scope.organisations[0]!;
  return store.commit(actor, "demo.cancelled", async (tx) => {
    const random = new Random(1, "cancelled");
    const chosen = await chooseCancelled(tx, scope, { today, firstDay }, random);
    const sessions = await pastSessions(tx, scope, today, chosen.length, random);
    if (sessions.length === 0) return 0;
    const policy = (await currentPolicy(scope, tx.db, organisation))!.policy;
    for (const { entry, placedOn } of chosen) {
      const earliest = addDays(placedOn, -DEFAULT_SETTINGS.all.reofferDays);
      const session = random.pick(sessions.filter(({ session: { date } }) => date >= earliest));
      if (session) await cancel(tx, entry, session, policy, random);
    }
    return chosen.length;
  });
}

async function cancel(
  tx: Tx,
  { id, organisation }: HeldEntry,
  { id: session, session: { date, site } }: HeldSession,
  policy: Parameters<typeof recordCancellation>[2],
  random: Random,
): Promise<void> {
  const { code, clinical, avoidable, by } = cancellationReason(random.weighted(REASONS))!;
  const lastMinute = by === "hospital";
  const offerBy = lastMinute && !clinical ? addDays(date, DEFAULT_SETTINGS.all.reofferDays) : null;
  const facts = { clinical, avoidable, lastMinute, offerBy, note: "" };
  const about = { organisation, site };
  await recordCancellation(tx, { entry: id, session, date, reasonCode: code, ...facts }, policy, about);
}

/** Fit patients who have a place before the first planned week. */
async function chooseCancelled(
  tx: Tx,
  scope: Scope,
  { today, firstDay }: { today: IsoDate; firstDay: IsoDate },
  random: Random,
): Promise<Cancelled[]> {
  const organisation = scope.organisations[0]!;
  const span = { from: today, until: firstDay };
  const sessions = await listSessions(scope, tx.db, span, organisation);
  const dates = new Map(sessions.map(({ id, session }) => [id, session.date]));
  const cases = await placedCases(scope, tx.db, span, organisation);
  const entries = await entriesById(
    scope,
    tx.db,
    cases.map(({ entry }) => entry),
  );
  const fit = cases.flatMap(({ entry: id, session }): Cancelled[] => {
    const [entry, placedOn] = [entries.get(id), dates.get(session)];
    return entry?.entry.screening === "fit" && placedOn ? [{ entry, placedOn }] : [];
  });
  const many = Math.min(SHARE.most, Math.ceil(fit.length * SHARE.of));
  return Array.from({ length: Math.min(many, fit.length) }, () => {
    const at = random.whole(fit.length);
    return fit.splice(at, 1)[0]!;
  });
}

/** Some of the sessions of the coming weeks, four weeks earlier: as the same master schedule would have had them. */
async function pastSessions(
  tx: Tx,
  scope: Scope,
  today: IsoDate,
  most: number,
  random: Random,
): Promise<HeldSession[]> {
  const organisation = scope.organisations[0]!;
  const days = 7 * WEEKS;
  const coming = { from: today, until: addDays(today, days) };
  const all = await listSessions(scope, tx.db, coming, organisation);
  const some = all.filter(() => random.chance(most / Math.max(1, all.length)));
  const made = (some.length > 0 ? some : all.slice(0, 1)).map(({ session }) => madeSession(session, days));
  await insertMadeSessions(tx, organisation, made);
  return listSessions(scope, tx.db, { from: addDays(today, -days), until: today }, organisation);
}

function madeSession({ row: _row, siteType: _type, ...session }: TheatreSession, days: number): MadeSession {
  const [sessionId, date] = [`${session.sessionId}-${days}`, addDays(session.date, -days)];
  return {
    session: { ...session, sessionId, date, status: "open" },
    detail: {
      ...{ origin: "added", template: null, templateDate: null },
      ...{ anaesthetist: "", equipment: [], funding: "core", visitingTeam: "" },
    },
    event: { kind: "added", reason: "Made with the demo" },
  };
}
