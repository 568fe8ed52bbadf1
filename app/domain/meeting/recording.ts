import type { IsoDate } from "../calendar";
import {
  actionsOf,
  currentRecords,
  type ActionName,
  type CurrentRecord,
  type MeetingRecord,
  type RecordKind,
} from "./records";
import type { SubjectKey } from "./subject";

/** An item that somebody typed in. */
export interface ItemWish {
  kind: RecordKind;
  text: string;
  owner: string;
  dueOn: IsoDate | null;
  /** Number of the item that it corrects; 0: none. */
  replaces: number;
  done: ActionName | null;
}

/** What becomes of items that somebody typed in. */
export type RecordingAnswer =
  | { kind: "record"; wishes: ItemWish[] }
  /** Somebody else corrected the item first: theirs stands. */
  | { kind: "changedSince"; by: string; number: number }
  | { kind: "unknownItem"; number: number };

/**
 * Decides on items typed into an open meeting. What the same person already recorded about the same subject after
 * number `seen`, the last one on their page, is a second click and is left out. Two people never overwrite each other:
 * items are only added, and a correction of what was corrected meanwhile is refused.
 */
export function decideRecording(
  records: readonly MeetingRecord[],
  { wishes, key, seen, by }: { wishes: readonly ItemWish[]; key: SubjectKey; seen: number; by: string },
): RecordingAnswer {
  const since = records.filter((record) => record.number > seen && record.by === by && record.key === key);
  const fresh = wishes.filter((wish) => !since.some((record) => isSame(record, wish)));
  const current = currentRecords(records);
  for (const { replaces } of fresh) {
    if (replaces === 0 || current.some(({ number }) => number === replaces)) continue;
    const now = current.find(({ before }) => before.some(({ number }) => number === replaces));
    return now
      ? { kind: "changedSince", by: now.by, number: now.number }
      : { kind: "unknownItem", number: replaces };
  }
  return { kind: "record", wishes: fresh };
}

function isSame(record: MeetingRecord, wish: ItemWish): boolean {
  return (
    record.kind === wish.kind &&
    record.text === wish.text &&
    record.owner === wish.owner &&
    record.dueOn === wish.dueOn &&
    record.replaces === wish.replaces &&
    record.done?.meeting === wish.done?.meeting &&
    record.done?.number === wish.done?.number
  );
}

/** An action that is still open among the records of an organisation's meetings; null: done, struck out or unknown. */
export function openAction(records: readonly MeetingRecord[], name: ActionName): CurrentRecord | null {
  const found = actionsOf(records).find(
    ({ meeting, number, before }) =>
      meeting === name.meeting && [number, ...before.map((one) => one.number)].includes(name.number),
  );
  return found && found.doneBy === null ? found : null;
}
