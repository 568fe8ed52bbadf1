import type { RunMoment } from "~/domain/run-history";
import {
  HISTORY_FILE,
  RECORD_FILE,
  WHY_FILE,
  unplacedFile,
  type RecordedWhy,
  type UnplacedRecord,
  type WeekRecord,
} from "~/domain/week-record";
import type { Reader } from "~db/engine";
import { readPlanFile } from "~db/plans";
import type { Scope } from "~db/scope";
import { findRun } from "~db/solve-runs";

/** Records lately read, by run: a plan never changes, and a week is looked at many times. */
const lately = new Map<string, WeekRecord>();
const KEPT = 4;

/** What pages read of the plan of a run; null when it has none, or not all of its sites are in scope. */
export async function readWeekRecord(scope: Scope, db: Reader, run: string): Promise<WeekRecord | null> {
  if ((await findRun(scope, db, run)) === null) return null;
  const record = lately.get(run) ?? (await parsed<WeekRecord>(scope, db, run, RECORD_FILE));
  if (record === null) return null;
  lately.delete(run);
  lately.set(run, record);
  if (lately.size > KEPT) lately.delete(lately.keys().next().value!);
  return record;
}

/** How score and bound came about while a run was under way. */
export async function readHistory(scope: Scope, db: Reader, run: string): Promise<RunMoment[]> {
  return (await parsed<RunMoment[]>(scope, db, run, HISTORY_FILE)) ?? [];
}

/** Why each placed case of a run stands where it stands, by entry; empty for a plan of an earlier version. */
export async function readWhys(scope: Scope, db: Reader, run: string): Promise<Record<string, RecordedWhy>> {
  return (await parsed<Record<string, RecordedWhy>>(scope, db, run, WHY_FILE)) ?? {};
}

/** The unplaced of a run, a file at a time, so that others are served in between. */
export async function* readUnplaced(
  scope: Scope,
  db: Reader,
  run: string,
  chunks: number,
): AsyncGenerator<UnplacedRecord[]> {
  for (let chunk = 0; chunk < chunks; chunk++) {
    const records = await parsed<UnplacedRecord[]>(scope, db, run, unplacedFile(chunk));
    if (records !== null) yield records;
  }
}

/** A file that Hublist itself wrote as JSON. */
async function parsed<Value>(scope: Scope, db: Reader, run: string, name: string): Promise<Value | null> {
  const bytes = await readPlanFile(scope, db, run, name);
  return bytes === null ? null : (JSON.parse(bytes.toString("utf8")) as Value);
}
