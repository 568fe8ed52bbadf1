import type { IsoDate } from "~/domain/calendar";
import { heldBackSentence, type HeldBack } from "~/domain/held-back";
import type { Plan } from "~/domain/plan";
import type { EntryName, NearestPlace, WhatWouldChange } from "~/domain/plan-reasons";
import type { Policy } from "~/domain/policy";
import { weeksWaited } from "~/domain/rtt-clock";
import { urgencyOf, type Horizon, type UrgentClass } from "~/domain/urgency";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { unplacedFile, type UnplacedIndex, type UnplacedRecord } from "~/domain/week-record";

/** Records a file: few enough to read in a moment, so that pages of 110,000 never hold the others up. */
const A_CHUNK = 2_000;

const DUE: readonly (UrgentClass | null)[] = ["P1", "dueInTime", "dueLate"];

/** What a record of an unplaced entry is made from. */
export interface UnplacedInput {
  unplaced: Plan["unplaced"];
  /** The entry that the plan names, and its id in the store. */
  entryOf: (named: EntryName) => { id: string; entry: WaitingListEntry; heldBack?: HeldBack } | undefined;
  /** The cheapest way in, and what would give it a place. */
  nearestOf: (named: Plan["unplaced"][number]) => NearestPlace | null | undefined;
  changesOf: (named: Plan["unplaced"][number]) => WhatWouldChange[] | undefined;
  policy: Policy;
  planDate: IsoDate;
  horizon: Horizon;
}

/** The unplaced in the order of their table, due ones first, then the longest waits: an index, and files of records. */
export function unplacedFiles(input: UnplacedInput): { index: UnplacedIndex; files: Record<string, string> } {
  const records = input.unplaced.flatMap((named) => recordOf(named, input) ?? []);
  records.sort((a, b) => Number(b.due) - Number(a.due) || b.weeks - a.weeks || (a.entry < b.entry ? -1 : 1));
  const files: Record<string, string> = {};
  const chunks = Math.ceil(records.length / A_CHUNK);
  for (let chunk = 0; chunk < chunks; chunk++)
    files[unplacedFile(chunk)] = JSON.stringify(records.slice(chunk * A_CHUNK, (chunk + 1) * A_CHUNK));
  return { index: { ...countsOf(records), chunks }, files };
}

function recordOf(
  named: Plan["unplaced"][number],
  { entryOf, changesOf, nearestOf, policy, planDate, horizon }: UnplacedInput,
): UnplacedRecord | undefined {
  const found = entryOf(named);
  if (!found) return undefined;
  const held = named.reason === "awaiting_screening" ? found.heldBack : undefined;
  const changes = changesOf(named);
  const nearest = nearestOf(named);
  const ids = (names: NearestPlace["displaced"]) => names.flatMap((name) => entryOf(name)?.id ?? []);
  const { priority, cancer, treatmentFunction, clockStart } = found.entry;
  return {
    entry: found.id,
    reason: named.reason,
    detail: held ? heldBackSentence(held, planDate) : named.detail,
    ...(held ? { heldBack: true as const } : {}),
    ...(nearest ? { nearest: { ...nearest, displaced: ids(nearest.displaced) } } : {}),
    ...(changes ? { changes } : {}),
    ...{ priority, cancer, treatmentFunction },
    weeks: weeksWaited(clockStart, horizon.first),
    due: DUE.includes(urgencyOf(found.entry, policy, horizon).inTime),
  };
}

function countsOf(records: readonly UnplacedRecord[]): Omit<UnplacedIndex, "chunks"> {
  const counts: Omit<UnplacedIndex, "chunks"> = { total: records.length, reasons: {}, specialties: {} };
  for (const { reason, treatmentFunction } of records) {
    counts.reasons[reason] = (counts.reasons[reason] ?? 0) + 1;
    counts.specialties[treatmentFunction] = (counts.specialties[treatmentFunction] ?? 0) + 1;
  }
  return counts;
}
