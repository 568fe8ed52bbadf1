import { fixedWeek, type FixedWhy, type StandingCase } from "~/domain/fixed-cases";
import type { WeekRecord } from "~/domain/week-record";
import type { Reader } from "~db/engine";
import type { Placement } from "~db/placements";
import { currentPolicy } from "~db/policies";
import type { Scope } from "~db/scope";
import type { SolveRun } from "~db/solve-runs";
import type { HeldSession } from "~db/theatre-sessions";
import type { LostPlace } from "./accept-plan-check.server";
import { standingCases } from "./solve-week-standing.server";

interface FixedInput {
  run: SolveRun;
  record: Pick<WeekRecord, "lists" | "told">;
  /** With the locked ones marked. */
  sessions: readonly HeldSession[];
  standing: readonly Placement[];
}

const SINCE: Record<FixedWhy, string> = {
  operated: "The operation has begun or is over.",
  locked: "Its list was locked since the plan was made.",
  held: "Is held where it stands since the plan was made.",
  byHand: "Was placed by hand since the plan was made.",
  told: "The patient was told the date since the plan was made.",
  noNotice: "",
};

/**
 * Places that a plan would change although people have fixed them since it was made: by locking a list, holding a case,
 * placing it by hand or telling the patient. What has happened to the calendar alone is no reason.
 */
export async function fixedSince(
  scope: Scope,
  db: Reader,
  { run, record, sessions, standing }: FixedInput,
): Promise<LostPlace[]> {
  const { policy } = (await currentPolicy(scope, db, run.organisation))!;
  const { planDate, maxMoves } = run.options;
  const cases = await standingCases(scope, db, { planDate, policy, standing, sessions });
  const planned = new Map(
    record.lists.flatMap(({ sessionId, cases: own }) => own.map(({ entry }) => [entry, sessionId] as const)),
  );
  const changes = ({ entry, sessionId }: StandingCase) => planned.get(entry) !== sessionId;
  const { fixed, told, maxMoves: limit } = fixedWeek(cases, maxMoves ?? 0);
  const moved = told.filter((one) => one.bookable && changes(one));
  const known = new Set(record.told);
  return [
    ...fixed
      .filter(({ standing: one, why }) => why !== "noNotice" && changes(one))
      .map(({ standing: one, why }) => lost(one, SINCE[why])),
    ...(moved.length > (limit ?? Infinity)
      ? moved.filter(({ entry }) => !known.has(entry)).map((one) => lost(one, SINCE.told))
      : []),
  ];
}

function lost({ entry, sessionId }: StandingCase, sentence: string): LostPlace {
  return { entry, sessionId, sentence };
}
