/** An act of a person on one list that moved nobody: what it was about, and how that stood after it. */
export interface ListAct {
  /** Whose order, which case, or which held minutes: acts of one subject follow each other. */
  subject: string;
  /** Counts within the subject. */
  number: number;
  by: string;
  /** Instant. */
  at: string;
  reason: string;
}

/** The last act that can be taken back, and the act before it of the same subject; null: there was none. */
export interface ListUndo<Act extends ListAct> {
  act: Act;
  before: Act | null;
  /** Number of the last act of the subject, a taking back included: what a new one is decided on. */
  last: number;
}

const MARK = "Undo of act ";

/** What an act that takes another back says of itself. */
export const undoneReason = ({ number }: Pick<ListAct, "number">): string => `${MARK}${number}`;

/**
 * The last act of a person that can be taken back: of each subject the last that counts, unless somebody else has acted
 * on it since. What was taken back before is passed over together with its taking back.
 * @param acts of any subjects, each subject's first to last
 */
export function lastListUndo<Act extends ListAct>(acts: readonly Act[], by: string): ListUndo<Act> | null {
  const subjects = new Map<string, Act[]>();
  for (const act of acts) subjects.set(act.subject, [...(subjects.get(act.subject) ?? []), act]);
  const offered = [...subjects.values()].flatMap((own) => ofSubject(own, by) ?? []);
  return offered.sort((a, b) => (a.act.at < b.act.at ? 1 : -1))[0] ?? null;
}

function ofSubject<Act extends ListAct>(acts: readonly Act[], by: string): ListUndo<Act> | null {
  for (let at = acts.length - 1; at >= 0; at--) {
    const act = acts[at]!;
    if (act.by !== by) return null;
    const undone = undoneBy(act);
    if (undone === null) return { act, before: acts[at - 1] ?? null, last: acts.at(-1)!.number };
    // It stands as before the act that was taken back: what is older comes next.
    at = acts.findIndex(({ number }) => number === undone);
    if (at < 0) return null;
  }
  return null;
}

function undoneBy({ reason }: ListAct): number | null {
  const [, number] = /^Undo of act (\d+)/.exec(reason) ?? [];
  return number === undefined ? null : Number(number);
}
