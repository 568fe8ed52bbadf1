import { scaleLinear, type ScaleLinear } from "d3-scale";
import { curveStepAfter, curveStepBefore, line, type CurveFactory } from "d3-shape";
import { number } from "~/domain/figure-words";
import { gapPercent } from "~/domain/gap-words";
import type { Curve, CurvePoint } from "~/services/curves/curve";
import type { CurveNames } from "./curve-names";
import { placeLabels } from "./label-places";

/** The picture, in its own units: the plot and the room for axes and words round it. */
const WIDTH = 860;
const HEIGHT = 560;
const PLOT = { left: 110, right: 820, top: 96, bottom: 470 };

const STYLE = `text { font: 14px Frutiger, "Frutiger W01", Arial, sans-serif; fill: #212b32 }
.label { paint-order: stroke; stroke: #fff; stroke-width: 4px; stroke-linejoin: round }
.title { font-size: 22px; font-weight: 600 } .quiet { fill: #4c6272 } .own { font-weight: 600 }
.grid { stroke: #d8dde0 } .axis { stroke: #4c6272 } .curve { fill: none; stroke: #005eb8; stroke-width: 3 }
.bound { fill: none; stroke: #212b32; stroke-width: 2; stroke-dasharray: 6 4 }
.point { fill: #005eb8; stroke: #fff; stroke-width: 1.5 } .dominated { fill: #fff; stroke: #4c6272; stroke-width: 2 }
.chosen { fill: #212b32; stroke: #fff; stroke-width: 1.5 } .chosen.dominated { fill: #fff; stroke: #212b32; stroke-width: 2 }`;

type Scale = ScaleLinear<number, number>;

/**
 * A curve as a picture that stands by itself. Points differ by shape, not by colour alone: a dominated one is hollow, the
 * chosen policy's a diamond. A screen reader is given the title and every point in words; the table is the CSV beside it.
 */
export function curveSvg(names: CurveNames, curve: Curve, points: readonly CurvePoint[]): string {
  const { x, y } = scales(names, curve, points);
  const spot = (point: CurvePoint) => ({ x: x(curve.across(point)), y: y(curve.up(point)) });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title about">`,
    `<title id="title">${escaped(names.title)}</title>`,
    `<desc id="about">${escaped([names.about, ...points.map((point) => told(names, curve, point))].join(" "))}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    words(24, 36, names.title, "title"),
    words(24, 60, key(names, points), "quiet"),
    ...axes(names, x, y),
    ...lines(names, curve, points, x, y),
    ...[...points]
      .sort((a, b) => Number(a.chosen) - Number(b.chosen))
      .map((point) => mark(point, spot(point), told(names, curve, point))),
    ...labels(names, points, points.map(spot)),
    "</svg>\n",
  ].join("\n");
}

function scales(names: CurveNames, curve: Curve, points: readonly CurvePoint[]): { x: Scale; y: Scale } {
  const across = points.map(curve.across);
  const up = points.flatMap((point) => [curve.up(point), ...(names.drawsBound ? [point.bound] : [])]);
  return {
    x: scaleLinear(widened(across), [PLOT.left, PLOT.right]).nice(6),
    y: scaleLinear(widened(up), [PLOT.bottom, PLOT.top]).nice(6),
  };
}

/** The range of values with some air, so that a single point has a scale too; never below 0. */
function widened(values: readonly number[]): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = (most - least) * 0.06 || Math.max(most * 0.05, 0.05);
  return [Math.max(0, least - air), most + air];
}

function axes(names: CurveNames, x: Scale, y: Scale): string[] {
  const { left, right, top, bottom } = PLOT;
  return [
    ...y
      .ticks(6)
      .flatMap((tick) => [
        `<path class="grid" d="M${left} ${at(y(tick))}H${right}"/>`,
        words(left - 10, y(tick) + 5, number(tick), "quiet", "end"),
      ]),
    ...x
      .ticks(6)
      .flatMap((tick) => [
        `<path class="axis" d="M${at(x(tick))} ${bottom}v6"/>`,
        words(x(tick), bottom + 24, names.acrossWords(tick), "quiet", "middle"),
      ]),
    `<path class="axis" d="M${left} ${bottom}H${right}"/>`,
    words(right, bottom + 52, names.across, "own", "end"),
    words(left - 86, top - 14, names.up, "own"),
  ];
}

/**
 * The plans that no other beats, and the bounds where they are in the same units, as stairs: between two levels the
 * better plan of the two still holds, and nothing between them was solved.
 */
function lines(names: CurveNames, curve: Curve, points: readonly CurvePoint[], x: Scale, y: Scale): string[] {
  const path = (of: readonly CurvePoint[], up: (point: CurvePoint) => number, stairs: CurveFactory) =>
    line<CurvePoint>(
      (point) => at(x(curve.across(point))),
      (point) => at(y(up(point))),
    ).curve(stairs)(of) ?? "";
  const best = points.filter(({ dominated }) => !dominated);
  const stairs = curve.better === "less" ? curveStepAfter : curveStepBefore;
  const bounds = path(points, ({ bound }) => bound, curveStepBefore);
  return [
    ...(names.drawsBound ? [`<path class="bound" d="${bounds}"/>`] : []),
    `<path class="curve" d="${path(best, curve.up, stairs)}"/>`,
  ];
}

function mark({ chosen, dominated }: CurvePoint, { x, y }: { x: number; y: number }, title: string): string {
  const [left, top] = [at(x), at(y)];
  const shape = chosen
    ? `<path class="${dominated ? "chosen dominated" : "chosen"}" d="M${left} ${at(y - 10)}l10 10l-10 10l-10 -10z"/>`
    : `<circle class="${dominated ? "dominated" : "point"}" cx="${left}" cy="${top}" r="6"/>`;
  return `<g><title>${escaped(title)}</title>${shape}</g>`;
}

function labels(
  names: CurveNames,
  points: readonly CurvePoint[],
  spots: readonly { x: number; y: number }[],
): string[] {
  const texts = points.map((point) => {
    if (point.chosen) return `${names.own}, ${names.levelWords(point)}`;
    return names.labelsLevels ? names.levelWords(point) : "";
  });
  const places = placeLabels(texts, spots, PLOT, names.drawsBound ? "below" : "above");
  return texts.flatMap((text, index) => {
    const { x, y, anchor } = places[index]!;
    return text ? [words(x, y, text, points[index]!.chosen ? "label own" : "label", anchor)] : [];
  });
}

function key(names: CurveNames, points: readonly CurvePoint[]): string {
  const parts = [`Diamond: ${names.own}`];
  if (points.some(({ dominated }) => dominated))
    parts.push("hollow: another plan is at least as good in both");
  if (names.drawsBound) parts.push("dashed: no plan can pass");
  return parts.join("; ");
}

function told(names: CurveNames, curve: Curve, point: CurvePoint): string {
  const marks = [point.chosen ? names.own : "", point.dominated ? "dominated" : ""].filter(Boolean);
  const where = `${names.across} ${names.acrossWords(curve.across(point))}, ${names.up} ${number(curve.up(point))}`;
  const proof = `bound ${number(point.bound)}, gap ${gapPercent(point.gap)}`;
  return `${[names.levelWords(point), ...marks].join(", ")}: ${where}; ${proof}.`;
}

function words(x: number, y: number, text: string, kind: string, anchor = "start"): string {
  const look = kind ? ` class="${kind}"` : "";
  return `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}"${look}>${escaped(text)}</text>`;
}

function at(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
