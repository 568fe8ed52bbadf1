import type { Reason } from "../reasons";

/** A recorded change of an entry's place: ids of entry and session, null: out of the week. */
export interface RecordedChange {
  revision: number;
  entry: string;
  session: string | null;
  changedBy: string;
  /** Instant. */
  changedAt: string;
  /** Whose plan it came with; null: by hand. */
  run: string | null;
  reason: string;
  override: readonly Reason[];
}

/** A person's change that can be taken back, and where its cases would go. */
export interface Undo {
  revision: number;
  /** Instant of the change. */
  at: string;
  moves: { entry: string; from: string | null; session: string | null; override: readonly Reason[] }[];
}

const MARK = "Undo of revision ";

/** What a change that takes another back says of itself. */
export const undoReason = (revision: number): string => `${MARK}${revision}`;

const isUndo = ({ reason }: RecordedChange): boolean => reason.startsWith(MARK);

/**
 * The last change that this person made by hand, when it can be taken back: its cases still stand where it put them, and
 * nobody else has touched them since. What it took back before is passed over, so undoing again goes further back.
 * @param changes of one week, first to last
 */
export function lastUndo(changes: readonly RecordedChange[], by: string): Undo | null {
  const revisions = new Map<number, RecordedChange[]>();
  for (const change of changes)
    revisions.set(change.revision, [...(revisions.get(change.revision) ?? []), change]);
  for (const [revision, made] of [...revisions].reverse()) {
    const isOwn = made.every(({ changedBy, run }) => changedBy === by && run === null);
    if (!isOwn || made.some(isUndo)) continue;
    if (!made.every((change) => standsUntouched(change, changes))) {
      // Taken back already by the person: look further. Touched by others: what is older is no longer the last.
      if (made.every((change) => touchedOnlyBy(by, change, changes))) continue;
      return null;
    }
    return { revision, at: made[0]!.changedAt, moves: made.map((change) => back(change, changes)) };
  }
  return null;
}

function standsUntouched(change: RecordedChange, changes: readonly RecordedChange[]): boolean {
  const later = changes.filter(({ entry, revision }) => entry === change.entry && revision > change.revision);
  const now = later.at(-1) ?? change;
  return now.session === change.session && later.every(({ changedBy }) => changedBy === change.changedBy);
}

function touchedOnlyBy(
  by: string,
  { entry, revision }: RecordedChange,
  changes: readonly RecordedChange[],
): boolean {
  return changes
    .filter((later) => later.entry === entry && later.revision > revision)
    .every(({ changedBy }) => changedBy === by);
}

function back(change: RecordedChange, changes: readonly RecordedChange[]): Undo["moves"][number] {
  const before = changes.findLast(
    ({ entry, revision }) => entry === change.entry && revision < change.revision,
  );
  return {
    entry: change.entry,
    from: change.session,
    session: before?.session ?? null,
    override: before?.override ?? [],
  };
}
