import { MEASURES } from "~/domain/policy";
import type { WeighedCase } from "~/domain/meeting/contested";
import type { RecordedCase, RecordedWhy, UnplacedRecord, WeekRecord } from "~/domain/week-record";
import type { Reader } from "~db/engine";
import type { Scope } from "~db/scope";
import { readUnplaced, readWhys } from "../week-record.server";

/** What a meeting needs to know of a plan; its sessions by the file's identifiers. */
export interface PlanForAgenda {
  /** The session of each placed entry. */
  placed: ReadonlyMap<string, string>;
  weighed: WeighedCase[];
  /** Everybody whom the plan knew and placed nowhere. */
  unplaced: ReadonlySet<string>;
  /** Those of them whom a meeting may have to speak about: due, waiting long, or with a place that others hold. */
  candidates: UnplacedRecord[];
}

/** Weeks from which an unplaced wait may be spoken about on the day of the first session. */
const LONG_WAIT = 52;
/** So many of each kind of candidate are looked at, the most urgent and the longest waits first. */
const CANDIDATES = 400;

/** Plans lately read: a plan never changes, and a meeting looks at one plan for an hour. */
const lately = new Map<string, PlanForAgenda>();
const KEPT = 4;

/** Reads what a meeting needs of the plan of a run in scope. */
export async function planForAgenda(
  scope: Scope,
  db: Reader,
  run: string,
  record: WeekRecord,
): Promise<PlanForAgenda> {
  // The scope was asked for the record itself: what is kept here is shown to nobody who may not see that.
  const found = lately.get(run) ?? (await readPlan(scope, db, run, record));
  lately.delete(run);
  lately.set(run, found);
  if (lately.size > KEPT) lately.delete(lately.keys().next().value!);
  return found;
}

async function readPlan(
  scope: Scope,
  db: Reader,
  run: string,
  { lists, unplaced: { chunks } }: WeekRecord,
): Promise<PlanForAgenda> {
  const whys = await readWhys(scope, db, run);
  const placed = lists.flatMap(({ sessionId, cases }) => cases.map((planned) => ({ sessionId, planned })));
  const unplaced = new Set<string>();
  const found: UnplacedRecord[] = [];
  for await (const chunk of readUnplaced(scope, db, run, chunks))
    for (const record of chunk) {
      unplaced.add(record.entry);
      if (isCandidate(record)) found.push(record);
    }
  return {
    placed: new Map(placed.map(({ sessionId, planned }) => [planned.entry, sessionId])),
    weighed: placed.flatMap(({ sessionId, planned }) => weighedCase(sessionId, planned, whys[planned.entry])),
    unplaced,
    candidates: chosen(found),
  };
}

function isCandidate({ due, weeks, nearest }: UnplacedRecord): boolean {
  return due || weeks >= LONG_WAIT || (nearest?.displaced.length ?? 0) > 0;
}

function chosen(records: readonly UnplacedRecord[]): UnplacedRecord[] {
  const first = (kept: (record: UnplacedRecord) => boolean, order: (record: UnplacedRecord) => number) =>
    records
      .filter(kept)
      .sort((a, b) => order(a) - order(b) || (a.entry < b.entry ? -1 : 1))
      .slice(0, CANDIDATES);
  return [
    ...new Set([
      ...first(
        ({ due }) => due,
        ({ weeks }) => -weeks,
      ),
      ...first(
        ({ weeks }) => weeks >= LONG_WAIT,
        ({ weeks }) => -weeks,
      ),
      ...first(
        ({ nearest }) => (nearest?.displaced.length ?? 0) > 0,
        ({ nearest }) => -nearest!.change,
      ),
    ]),
  ];
}

/** What was kept in its place by a person or a booking was not weighed against others. */
function weighedCase(session: string, planned: RecordedCase, why: RecordedWhy | undefined): WeighedCase[] {
  if (!why || /^(Booked|Pinned) here/.test(planned.because)) return [];
  const points = MEASURES.reduce((sum, measure) => sum + why.points[measure], 0);
  const elsewhere = why.elsewhere.map(({ sessionId, loss, displaced }) => ({
    session: sessionId,
    ...{ loss, displaced },
  }));
  return [{ entry: planned.entry, session, points, instead: why.instead, elsewhere }];
}
