import { acceptPlan } from "~/services/accept-plan.server";
import { readWeekRecord } from "~/services/week-record.server";
import { currentPlacements, weekRevision, type Placement } from "~db/placements";
import { recordPlacements } from "~db/record-placements";
import { caseHold, patientNotice, type NoticeKind } from "~db/schema";
import { recordSessionEvent } from "~db/session-events";
import { setSessionDetail } from "~db/session-details";
import { findSession } from "~db/theatre-sessions";
import { endedRun, plannedHub, PLAN_DATE, SCHEDULER, startedRun, WEEK, type HeldHub } from "./solve-week-hub";

/** The planned hub with its plan accepted, and what people then do to it. */
export async function acceptedHub() {
  const held = await plannedHub();
  const { scope, store } = held;
  const outcome = await acceptPlan(scope, store, SCHEDULER, {
    run: held.run,
    baseRevision: 0,
    today: PLAN_DATE,
  });
  if (outcome.kind !== "accepted") throw new Error(`not accepted: ${outcome.kind}`);
  return held;
}

const ABOUT = { organisation: "RQM", site: "RQM01" };

export const standing = ({ scope, store }: HeldHub) => currentPlacements(scope, store.db, "RQM", WEEK);

/** Where everybody stands, `entry` to the id of the session. */
export async function places(held: HeldHub): Promise<Map<string, string>> {
  return new Map((await standing(held)).map(({ entry, session }) => [entry, session]));
}

export async function tell({ store }: HeldHub, { entry, session }: Placement, kind: NoticeKind, number = 1) {
  await store.commit(SCHEDULER, "patient.tell", (tx) =>
    tx.insert(
      patientNotice,
      { entry, number, session, kind, channel: "phone", date: WEEK, by: tx.by, at: tx.at, note: "" },
      ABOUT,
    ),
  );
}

export async function hold({ store }: HeldHub, { entry }: Placement, held = true, number = 1) {
  await store.commit(SCHEDULER, "case.hold", (tx) =>
    tx.insert(caseHold, { entry, number, held, by: tx.by, at: tx.at, reason: "Rep is booked" }, ABOUT),
  );
}

export async function lock({ store }: HeldHub, session: string, kind: "locked" | "unlocked" = "locked") {
  await store.commit(SCHEDULER, "session.lock", (tx) => recordSessionEvent(tx, { session, kind }, ABOUT));
}

export async function close({ store }: HeldHub, session: string) {
  await store.commit(SCHEDULER, "session.close", (tx) =>
    setSessionDetail(tx, session, { status: "closed", statusReason: "Surgeon ill" }, ABOUT),
  );
}

export async function reopen({ store }: HeldHub, session: string) {
  await store.commit(SCHEDULER, "session.open", (tx) =>
    setSessionDetail(tx, session, { status: "open", statusReason: "" }, ABOUT),
  );
}

/** Takes a patient out by hand and puts them back, so that a person and not a plan has placed them. */
export async function byHand(held: HeldHub, { entry, session }: Placement) {
  const { scope, store } = held;
  for (const place of [null, session]) {
    const baseRevision = await weekRevision(scope, store.db, "RQM", WEEK);
    const changes = [{ entry, session: place, reason: "By hand", override: [] }];
    const wanted = { organisation: "RQM", week: WEEK, baseRevision, run: null, today: PLAN_DATE, changes };
    const outcome = await recordPlacements(scope, store, SCHEDULER, wanted);
    if (outcome.kind !== "recorded") throw new Error(outcome.kind);
  }
}

/** Takes a patient out of the week by hand. */
export async function takeOut({ scope, store }: HeldHub, { entry }: Placement) {
  const baseRevision = await weekRevision(scope, store.db, "RQM", WEEK);
  const changes = [{ entry, session: null, reason: "Rang to say no", override: [] }];
  const wanted = { organisation: "RQM", week: WEEK, baseRevision, run: null, today: PLAN_DATE, changes };
  const outcome = await recordPlacements(scope, store, SCHEDULER, wanted);
  if (outcome.kind !== "recorded") throw new Error(outcome.kind);
}

/** Plans the week again; the run, its record, and each placed entry's session by id. */
export async function replanned(held: HeldHub, changes: Parameters<typeof startedRun>[1] = {}) {
  const run = await endedRun(held, await startedRun(held, changes));
  const record = await readWeekRecord(held.scope, held.store.db, run.id);
  const planned = new Map(
    record?.lists.flatMap(({ sessionId, cases }) => cases.map(({ entry }) => [entry, sessionId] as const)),
  );
  return { run, record, planned };
}

/** The identifier that the organisation's own system gives a session. */
export async function nameOf({ scope, store }: HeldHub, session: string): Promise<string> {
  return (await findSession(scope, store.db, session))!.session.sessionId;
}
