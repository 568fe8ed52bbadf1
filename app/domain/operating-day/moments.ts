/** The moments of a case on the day, in their order. */
export const CASE_MOMENTS = [
  "arrived",
  "sentFor",
  "anaestheticStart",
  "knifeToSkin",
  "closed",
  "out",
  "recovery",
] as const;
export type CaseMoment = (typeof CASE_MOMENTS)[number];

/** Moments from which on the operation has begun. */
export const BEGUN_MOMENTS: readonly CaseMoment[] = [
  "anaestheticStart",
  "knifeToSkin",
  "closed",
  "out",
  "recovery",
];

/** A moment as it was recorded. Of one entry and moment the last record counts. */
export interface MomentRecord {
  session: string;
  /** Counts within the session. */
  number: number;
  entry: string;
  moment: CaseMoment;
  /** Instant at which it happened; null: it was recorded by mistake and did not happen. */
  happenedAt: string | null;
  by: string;
  /** Instant of the record. */
  at: string;
  /** Why it was corrected; empty for a first record. */
  reason: string;
}

/** Minutes since midnight in London of the moments that happened. */
export type CaseTimes = Partial<Record<CaseMoment, number>>;

/** The record of each moment that counts, those taken back too. */
export type CountingRecords = Partial<Record<CaseMoment, MomentRecord>>;

/** The record that counts of each entry and moment: the last one made, in whichever session the case stood then. */
export function countingRecords(records: readonly MomentRecord[]): Map<string, CountingRecords> {
  const counting = new Map<string, CountingRecords>();
  for (const record of records) {
    const ofEntry = counting.get(record.entry) ?? {};
    const held = ofEntry[record.moment];
    if (!held || isLater(record, held)) ofEntry[record.moment] = record;
    counting.set(record.entry, ofEntry);
  }
  return counting;
}

function isLater(a: MomentRecord, b: MomentRecord): boolean {
  return a.session === b.session ? a.number > b.number : a.at > b.at;
}

/** The moment that is offered first: the one after the last that happened; null after the last of all. */
export function nextMoment(times: CaseTimes): CaseMoment | null {
  const last = CASE_MOMENTS.findLastIndex((moment) => times[moment] !== undefined);
  return CASE_MOMENTS[last + 1] ?? null;
}

/** What keeps a time from being recorded for a moment, with the moment and the time that it clashes with. */
export type TimeClash =
  | { kind: "beforeEarlier"; moment: CaseMoment; minute: number }
  | { kind: "afterLater"; moment: CaseMoment; minute: number }
  | { kind: "inFuture"; minute: number };

/**
 * Whether a moment may have happened at a minute: not before an earlier moment of the case, not after a later one, and
 * not in the future. `now`: the present minute; null on a day that is over.
 */
export function timeClash(
  times: CaseTimes,
  moment: CaseMoment,
  minute: number,
  now: number | null,
): TimeClash | null {
  if (now !== null && minute > now) return { kind: "inFuture", minute: now };
  const place = CASE_MOMENTS.indexOf(moment);
  for (const [at, other] of CASE_MOMENTS.entries()) {
    const held = times[other];
    if (held === undefined) continue;
    if (at < place && held > minute) return { kind: "beforeEarlier", moment: other, minute: held };
    if (at > place && held < minute) return { kind: "afterLater", moment: other, minute: held };
  }
  return null;
}

/** How far a case has come. */
export type CaseStanding = "waiting" | "inTheatre" | "done";

/** Minute at which the touch time of a case began: anaesthetic start, else the first later moment; null: not yet. */
export function begunAt({ anaestheticStart, knifeToSkin, closed }: CaseTimes): number | null {
  return anaestheticStart ?? knifeToSkin ?? closed ?? null;
}

/** Minute at which the case left the theatre; null: not yet. */
export function outAt({ out, recovery }: CaseTimes): number | null {
  return out ?? recovery ?? null;
}

export function caseStanding(times: CaseTimes): CaseStanding {
  if (outAt(times) !== null) return "done";
  return begunAt(times) === null ? "waiting" : "inTheatre";
}
