import { number, percent } from "~/domain/figure-words";
import { gapPercent } from "~/domain/gap-words";
import type { DrawnCurve } from "~/services/curves/draw-curve.server";
import type { CurveNames } from "./curve-names";
import { textTable } from "../bench/table";
import { faultLine } from "../fault-line";

/** What a person reads once a curve is drawn. */
export function curveWords(
  names: CurveNames,
  { points, refused, ended }: DrawnCurve,
  files: readonly string[],
) {
  const tellsMoves = points.some(({ moved }) => moved > 0);
  const rows = points.map((point) => [
    names.levelWords(point),
    ...[point.priority, point.measures.minutes].map(number),
    percent(point.utilisation),
    ...[point.cases, ...(tellsMoves ? [point.moved] : []), point.score].map(number),
    gapPercent(point.gap),
    [point.chosen ? names.own : "", point.dominated ? "dominated" : ""].filter(Boolean).join(", "),
  ]);
  const head = [
    names.level,
    "Priority",
    "Minutes",
    "Use",
    "Cases",
    ...(tellsMoves ? ["Moved"] : []),
    "Score",
    "Gap",
    "",
  ];
  return [
    "",
    `${names.title}, written to ${files.join(" and ")}`,
    textTable([head, ...rows]),
    ...refused.map(
      ({ value, faults }) => `${names.levelWords({ value })}: no plan. ${faults.map(faultLine).join("; ")}`,
    ),
    ...(ended.kind === "stopped" ? [`Stopped after ${points.length} of ${ended.of} points.`] : []),
    ...(ended.kind === "crashed" ? [`The search ended with a fault of its own (${ended.word}).`] : []),
  ].join("\n");
}
