import type { IsoDate } from "~/domain/calendar";
import type { RecordedCase, WeekRecord } from "~/domain/week-record";
import type { Actor } from "~db/actor";
import { changesSince, type PlacementChange } from "~db/placement-changes";
import { operatedOf } from "~db/operated";
import { currentPlacements, weekRevision, type Placement } from "~db/placements";
import { recordPlacements, type PlacementWish } from "~db/record-placements";
import type { Scope } from "~db/scope";
import { findRun } from "~db/solve-runs";
import type { Store } from "~db/store";
import type { HeldSession } from "~db/theatre-sessions";
import { noLongerHolds, type LostPlace } from "./accept-plan-check.server";
import { fixedSince } from "./accept-plan-fixed.server";
import { lockedSessions } from "./solve-week-standing.server";
import { readWeekRecord } from "./week-record.server";

/** Which plan is accepted, on what it was decided, and when. */
export interface AcceptAsked {
  run: string;
  /** The revision of the week that the person had before them. */
  baseRevision: number;
  /** In London. */
  today: IsoDate;
}

export type AcceptOutcome =
  | { kind: "accepted"; week: IsoDate; revision: number; changes: number }
  /** The week stands so already. */
  | { kind: "unchanged"; week: IsoDate; revision: number }
  /** Somebody else changed the week: nothing is overwritten. */
  | {
      kind: "changedSince";
      week: IsoDate;
      organisation: string;
      revision: number;
      changes: PlacementChange[];
    }
  /** Since the plan was made, sessions or patients changed so that these places no longer hold. */
  | { kind: "outdated"; week: IsoDate; organisation: string; lost: LostPlace[] }
  /** No such plan, or not all of its sites are the person's. */
  | { kind: "notFound" };

/**
 * Accepts a plan: its cases take their places, those that stood elsewhere move, and those that it leaves out lose
 * theirs. All or nothing, as changes with who and when; accepting what stands already changes nothing.
 */
export async function acceptPlan(
  scope: Scope,
  store: Store,
  actor: Actor,
  { run, baseRevision, today }: AcceptAsked,
): Promise<AcceptOutcome> {
  const found = await findRun(scope, store.db, run);
  const record = await readWeekRecord(scope, store.db, run);
  // A what-if is never accepted: its sessions and its policy are not the week's.
  if (found === null || found.scenario !== null || record === null) return { kind: "notFound" };
  const { organisation, week } = found;
  return store.commit(actor, "plan.accept", async () => {
    const sessions = await lockedSessions(scope, store.db, { organisation, week });
    const standing = await currentPlacements(scope, store.db, organisation, week);
    const revision = await weekRevision(scope, store.db, organisation, week);
    const checked = { run: found, record, sessions, standing };
    const lost = [
      ...(await fixedSince(scope, store.db, checked)),
      ...(await noLongerHolds(scope, store.db, checked)),
    ];
    const ids = standing.map(({ entry }) => entry);
    const done = await operatedOf(store.db, { entries: ids }, today);
    const changes = changesTo(record, sessions, standing).filter(
      ({ entry, session }) => session !== null || !done.has(entry),
    );
    if (changes.length === 0 && lost.length === 0) return { kind: "unchanged", week, revision };
    if (revision !== baseRevision) {
      const missed = await changesSince(scope, store.db, { organisation, week, revision: baseRevision });
      return { kind: "changedSince", week, organisation, revision, changes: missed };
    }
    if (lost.length > 0) return { kind: "outdated", week, organisation, lost };
    const wanted = { organisation, week, baseRevision, run, today, changes };
    const outcome = await recordPlacements(scope, store, actor, wanted);
    if (outcome.kind === "recorded") return { ...outcome, kind: "accepted", week };
    return { kind: "outdated", week, organisation, lost: refusedPlaces(outcome, record) };
  });
}

/** The changes that make a week stand as a plan has it. */
export function changesTo(
  record: Pick<WeekRecord, "lists">,
  sessions: readonly HeldSession[],
  standing: readonly Pick<Placement, "entry" | "session">[],
): PlacementWish[] {
  const idOf = new Map(sessions.map(({ id, session }) => [session.sessionId, id]));
  const places = new Map(standing.map(({ entry, session }) => [entry, session]));
  const wishes = record.lists.flatMap(({ sessionId, cases }) =>
    cases.map((planned) => wishOf(planned, idOf.get(sessionId) ?? null)),
  );
  const planned = new Set(wishes.map(({ entry }) => entry));
  const left = standing.filter(({ entry }) => !planned.has(entry));
  return [
    ...wishes.filter(({ entry, session }) => places.get(entry) !== session),
    ...left.map(({ entry }) => ({ entry, session: null, reason: "Not in the accepted plan", override: [] })),
  ];
}

function wishOf({ entry, overridden }: RecordedCase, session: string | null): PlacementWish {
  return { entry, session, reason: "Accepted plan", override: overridden };
}

type Refused = Exclude<Awaited<ReturnType<typeof recordPlacements>>, { kind: "recorded" | "changedSince" }>;

const REFUSED: Partial<Record<string, string>> = {
  placedElsewhere: "Has a place in another week.",
  operated: "Was operated on already.",
};

function refusedPlaces(outcome: Refused | { kind: "changedSince" }, { lists }: WeekRecord): LostPlace[] {
  const entries = "entries" in outcome ? outcome.entries : [];
  const sentence = REFUSED[outcome.kind] ?? "Is no longer there, or the session is not.";
  const sessionOf = new Map(
    lists.flatMap(({ sessionId, cases }) => cases.map(({ entry }) => [entry, sessionId])),
  );
  return entries.map((entry) => ({ entry, sessionId: sessionOf.get(entry) ?? "", sentence }));
}
