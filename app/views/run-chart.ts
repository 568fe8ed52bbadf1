import { scaleLinear } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import type { RunMoment } from "~/domain/run-history";

/** Score and bound over time as paths of a picture. */
export interface RunChart {
  score: string;
  bound: string;
  /** Between the two: what might still be gained. */
  gap: string;
  seconds: number;
  /** Size of the picture. */
  width: number;
  height: number;
}

const CHART_WIDTH = 600;
const CHART_HEIGHT = 180;
const MARGIN = 12;

type Known = RunMoment & { score: number; bound: number };

/** Lays out the history of a solve; null while there are not two moments with a plan and a bound. */
export function runChart(history: readonly RunMoment[]): RunChart | null {
  const known = history.filter((moment): moment is Known => moment.score !== null && moment.bound !== null);
  const last = known.at(-1);
  if (known.length < 2 || last === undefined) return null;
  const x = scaleLinear([known[0]!.seconds, last.seconds], [0, CHART_WIDTH]);
  const values = known.flatMap(({ score, bound }) => [score, bound]);
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [CHART_HEIGHT - MARGIN, MARGIN]);
  const lineOf = (value: (moment: Known) => number) =>
    line<Known>(
      ({ seconds }) => rounded(x(seconds)),
      (moment) => rounded(y(value(moment))),
    ).curve(curveStepAfter)(known);
  const between = area<Known>()
    .x(({ seconds }) => rounded(x(seconds)))
    .y0(({ score }) => rounded(y(score)))
    .y1(({ bound }) => rounded(y(bound)))
    .curve(curveStepAfter);
  return {
    score: lineOf(({ score }) => score) ?? "",
    bound: lineOf(({ bound }) => bound) ?? "",
    gap: between(known) ?? "",
    seconds: last.seconds,
    width: CHART_WIDTH,
    height: CHART_HEIGHT,
  };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
