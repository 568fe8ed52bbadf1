import type { IsoDate } from "~/domain/calendar";
import { isStruck, type Action, type CurrentRecord, type RecordKind } from "~/domain/meeting/records";

/** An item as people read it. */
export interface RecordRow {
  number: number;
  kind: RecordKind;
  text: string;
  owner: string;
  dueOn: IsoDate | null;
  by: string;
  at: string;
  struck: boolean;
  /** It says that an action is done. */
  isDone: boolean;
  /** What stood here before, first to last. */
  before: { text: string; by: string; at: string }[];
}

/** An action of an earlier meeting, and whether it is done. */
export interface ActionRow extends RecordRow {
  meeting: string;
  /** The case or session that it is about, by identifier; empty: the week as a whole. */
  about: string;
  /** By whom it was said to be done; empty: it is open. */
  doneBy: string;
}

export function recordRows(
  records: readonly CurrentRecord[],
  nameOf: (actor: string) => string,
): RecordRow[] {
  return records.map((record) => recordRow(record, nameOf));
}

function recordRow(record: CurrentRecord, nameOf: (actor: string) => string): RecordRow {
  const { number, kind, text, owner, dueOn, by, at, before, done } = record;
  return {
    ...{ number, kind, text, owner, dueOn, at },
    by: nameOf(by),
    struck: isStruck(record),
    isDone: done !== null,
    before: before.map((one) => ({ text: one.text, by: nameOf(one.by), at: one.at })),
  };
}

export function actionRows(actions: readonly Action[], nameOf: (actor: string) => string): ActionRow[] {
  return actions.map((action) => ({
    ...recordRow(action, nameOf),
    meeting: action.meeting,
    about: action.about?.title ?? "",
    doneBy: action.doneBy ? nameOf(action.doneBy.by) : "",
  }));
}
