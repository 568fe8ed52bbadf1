import { DIMENSIONS, NOT_KNOWN, type Dimension, type Groups } from "./groups";

/**
 * What is counted. asked: yes, they answered, amount the days until then; answered: yes, without help of staff or a
 * carer; decided: yes, without a visit, amount the nurse's minutes; cancelled on the day: yes, for a clinical reason.
 */
export const MEASURED = ["asked", "answered", "decided", "cancelled"] as const;
export type Measured = (typeof MEASURED)[number];

/** One thing that happened to a patient in the period. */
export interface Occurrence {
  of: Measured;
  groups: Groups;
  yes: boolean;
  /** Null: not measured. */
  amount: number | null;
}

/** How many, how many of them yes, and the median of what was measured; null: nothing was. */
export interface Count {
  all: number;
  yes: number;
  measured: number;
  median: number | null;
}

export type Counts = Readonly<Record<Measured, Count>>;

export interface FigureRow {
  group: string;
  counts: Counts;
}

/** The counts of some occurrences. */
export function countsOf(occurrences: readonly Occurrence[]): Counts {
  const of = (measured: Measured): Count => {
    const own = occurrences.filter((one) => one.of === measured);
    const amounts = own.flatMap(({ amount }) => (amount === null ? [] : [amount]));
    return {
      all: own.length,
      yes: own.filter(({ yes }) => yes).length,
      measured: amounts.length,
      median: median(amounts),
    };
  };
  return { asked: of("asked"), answered: of("answered"), decided: of("decided"), cancelled: of("cancelled") };
}

/** The counts by the groups of a dimension, in the order of `groups`; who is not known comes last and is always there. */
export function rowsOf(
  occurrences: readonly Occurrence[],
  dimension: Dimension,
  groups: readonly string[],
): FigureRow[] {
  return [...groups, NOT_KNOWN].map((group) => ({
    group,
    counts: countsOf(occurrences.filter((one) => one.groups[dimension] === group)),
  }));
}

/** The dimensions of which nothing is known of anybody. */
export const unknownDimensions = (occurrences: readonly Occurrence[]): Dimension[] =>
  occurrences.length === 0
    ? []
    : DIMENSIONS.filter((dimension) => occurrences.every(({ groups }) => groups[dimension] === NOT_KNOWN));

/** The middle of some amounts; the mean of the two in the middle where there is an even number. Null: none. */
export function median(amounts: readonly number[]): number | null {
  if (amounts.length === 0) return null;
  const sorted = [...amounts].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
