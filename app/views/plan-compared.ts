import { counted, number, percent } from "~/domain/figure-words";
import { gapPercent } from "~/domain/gap-words";
import { MEASURES } from "~/domain/policy";
import { MEASURE_WORDS } from "~/domain/scenario-words";
import { LONG_WAITS, type PlacedOf } from "~/domain/plan-figures";
import { spreadOf, type Spread } from "~/domain/spread";
import { shareOf } from "~/domain/utilisation";
import type { PlanSide } from "./plan-sides.server";

/** One line of two plans laid side by side. */
export interface SideLine {
  label: string;
  left: string;
  right: string;
  /** `34 more`, `the same`; empty where a difference says nothing. */
  difference: string;
}

/** Two plans of one week in figures, the left one first. */
export function comparedLines(left: PlanSide, right: PlanSide): SideLine[] {
  const count = (label: string, pick: (side: PlanSide) => number): SideLine => ({
    label,
    left: number(pick(left)),
    right: number(pick(right)),
    difference: differenceWords(pick(right) - pick(left)),
  });
  const text = (label: string, words: (side: PlanSide) => string): SideLine => ({
    ...{ label, left: words(left), right: words(right), difference: "" },
  });
  const placed = (label: string, pick: (figures: PlanSide["figures"]) => PlacedOf): SideLine =>
    count(label, ({ figures }) => pick(figures).placed);
  return [
    count("Score, points", ({ score }) => score),
    text("No plan can pass", ({ bound }) => (bound === null ? "Not proved" : number(bound))),
    text("At most below the best possible", gapOf),
    ...MEASURES.map((measure) =>
      count(`Measure: ${MEASURE_WORDS[measure].toLowerCase()}`, ({ measures }) => measures[measure]),
    ),
    count("Cases placed", ({ figures }) => figures.cases),
    text("Day cases of all cases", ({ figures }) => shareWords(figures.dayCases, figures.cases)),
    text("Planned minutes of the length", ({ figures }) =>
      shareWords(figures.plannedMinutes, figures.lengthMinutes),
    ),
    text("Touch utilisation, all lists together", ({ figures }) =>
      shareWords(figures.touchMinutes, figures.lengthMinutes),
    ),
    text("Touch utilisation, list by list", ({ lists }) => percentSpread(touchSpread(lists))),
    placed("Urgent and due, placed", ({ urgentDue }) => urgentDue),
    placed("Urgent, due later, placed", ({ urgentNotYetDue }) => urgentNotYetDue),
    placed("P3 and due, placed", ({ p3Due }) => p3Due),
    placed(`Waiting ${LONG_WAITS[0]} weeks or more, placed`, ({ longWaits }) => longWaits[0]!),
  ];
}

function gapOf({ bound, score }: PlanSide): string {
  return bound === null || bound <= 0 ? "Not proved" : gapPercent(Math.max(0, (bound - score) / bound));
}

const shareWords = (part: number, whole: number) => (whole > 0 ? percent(shareOf(part, whole)) : "None");

function touchSpread(lists: PlanSide["lists"]): Spread | null {
  return spreadOf(lists.map(({ touchUtilisation }) => touchUtilisation));
}

function percentSpread(spread: Spread | null): string {
  if (spread === null) return "None";
  const { least, lowerQuartile, median, upperQuartile, most } = spread;
  return `half of them ${percent(lowerQuartile)} to ${percent(upperQuartile)}, median ${percent(median)}, all ${percent(least)} to ${percent(most)}`;
}

/** Waits of a group: `median 31, half 22 to 48, all 3 to 75`; weeks. */
export function waitWords(spread: Spread | null): string {
  if (spread === null) return "nobody";
  const { count, least, lowerQuartile, median, upperQuartile, most } = spread;
  const whole = (weeks: number) => number(Math.round(weeks));
  if (count === 1) return counted(Math.round(median), "week");
  return `median ${whole(median)}, half ${whole(lowerQuartile)} to ${whole(upperQuartile)}, all ${whole(least)} to ${whole(most)}`;
}

/** `3 more`, `2 fewer`, `the same`. */
export function differenceWords(more: number): string {
  if (more === 0) return "the same";
  return `${number(Math.abs(more))} ${more > 0 ? "more" : "fewer"}`;
}
