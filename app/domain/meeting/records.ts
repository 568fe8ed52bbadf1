import type { IsoDate } from "../calendar";
import type { Subject, SubjectKey } from "./subject";

/** What an item of a meeting is. */
export type RecordKind = "decision" | "action" | "note";

/** The action of a meeting that an item says is done. */
export interface ActionName {
  meeting: string;
  number: number;
}

/** One item that was typed into a meeting. Items are never changed: a later one takes the place of an earlier one. */
export interface MeetingRecord {
  meeting: string;
  /** 1, 2, ... within the meeting. */
  number: number;
  kind: RecordKind;
  key: SubjectKey;
  /** Empty in a correction: the earlier item is struck out. */
  text: string;
  owner: string;
  dueOn: IsoDate | null;
  /** Number of the item that this one corrects; 0: none. */
  replaces: number;
  done: ActionName | null;
  about: Subject | null;
  by: string;
  at: string;
}

/** An item that counts, and what stood in its place before, first to last. */
export interface CurrentRecord extends MeetingRecord {
  before: MeetingRecord[];
}

/** The items of one meeting that no later one corrects, first to last by where each began; struck ones among them. */
export function currentRecords(records: readonly MeetingRecord[]): CurrentRecord[] {
  const byNumber = new Map(records.map((record) => [record.number, record]));
  const replaced = new Set(records.map(({ replaces }) => replaces));
  return records
    .filter(({ number }) => !replaced.has(number))
    .map((record) => ({ ...record, before: earlier(record, byNumber) }))
    .sort((a, b) => firstNumber(a) - firstNumber(b));
}

function earlier(record: MeetingRecord, byNumber: ReadonlyMap<number, MeetingRecord>): MeetingRecord[] {
  const before = byNumber.get(record.replaces);
  return before ? [...earlier(before, byNumber), before] : [];
}

const firstNumber = ({ before, number }: CurrentRecord) => before[0]?.number ?? number;

/** Whether an item was struck out by a correction without words. */
export function isStruck({ text, replaces }: MeetingRecord): boolean {
  return replaces > 0 && text === "";
}

/** What has been spoken about: subjects of items that count and are not struck out. */
export function spokenAbout(records: readonly CurrentRecord[]): Set<SubjectKey> {
  return new Set(records.filter((record) => !isStruck(record)).map(({ key }) => key));
}

/** An action, and how it stands over all meetings. */
export interface Action extends CurrentRecord {
  /** The item that says that it is done; null: it is open. */
  doneBy: MeetingRecord | null;
}

/** The actions of some meetings, of each the items of all of them in any order: those due first, first. */
export function actionsOf(records: readonly MeetingRecord[]): Action[] {
  const meetings = [...new Set(records.map(({ meeting }) => meeting))];
  const current = meetings.flatMap((id) => currentRecords(records.filter(({ meeting }) => meeting === id)));
  const counting = current.filter((record) => !isStruck(record));
  const doneOf = (action: CurrentRecord) =>
    counting.find(
      ({ done }) => done?.meeting === action.meeting && numbersOf(action).includes(done.number),
    ) ?? null;
  return counting
    .filter(({ kind }) => kind === "action")
    .map((action) => ({ ...action, doneBy: doneOf(action) }))
    .sort((a, b) => compare(a.dueOn ?? "", b.dueOn ?? "") || compare(a.at, b.at) || a.number - b.number);
}

/** A correction of an action that was done does not open it again. */
const numbersOf = ({ number, before }: CurrentRecord) => [number, ...before.map((one) => one.number)];

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
