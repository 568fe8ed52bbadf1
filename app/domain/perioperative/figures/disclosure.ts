import type { Count } from "./figures";

/** A count as somebody may see it; null: it is too small to be shown. */
export interface ShownCount {
  all: number | null;
  yes: number | null;
  /** Whole percent of what is shown; null: not shown, or of none. */
  percent: number | null;
  median: number | null;
  /** Something of it was hidden as too small. */
  hidden: boolean;
}

const ROUND_TO = 5;

/**
 * A count for somebody who may not see patients: 0 stays, 1 up to below `least` is hidden, all else is rounded to the
 * nearest 5, and a share or a median that rests on so few is hidden too. So no hidden count follows from totals.
 * `least` 0: everything as it is.
 */
export function disclosed({ all, yes, measured, median }: Count, least: number): ShownCount {
  if (least === 0) return { all, yes, median, percent: share(yes, all), hidden: false };
  const shown = (count: number) => (count === 0 ? 0 : count < least ? null : round(count));
  const [shownAll, shownYes] = [shown(all), shown(yes)];
  // What is not counted as yes is as telling: of 100 all but one.
  const rest = all - yes;
  const restHidden = rest > 0 && rest < least;
  const medianHidden = measured > 0 && measured < least;
  const yesShown = restHidden ? null : shownYes;
  return {
    all: shownAll,
    yes: yesShown,
    percent: shownAll === null || yesShown === null ? null : share(yesShown, shownAll),
    median: medianHidden ? null : median,
    hidden: shownAll === null || yesShown === null || medianHidden,
  };
}

const round = (count: number) => Math.round(count / ROUND_TO) * ROUND_TO;

const share = (yes: number, all: number): number | null =>
  all === 0 ? null : Math.min(100, Math.round((100 * yes) / all));
