import { MEASURES } from "~/domain/policy";
import { csvText } from "~/export/csv";
import type { CurvePoint } from "~/services/curves/curve";
import type { CurveNames } from "./curve-names";

/** The points of a curve as a table for a spreadsheet: the picture in numbers. */
export function curveCsv(names: CurveNames, points: readonly CurvePoint[]): string {
  const columns = [
    ...[names.level, "Chosen policy", "Dominated", "Priority points", "Score", "Bound", "Gap"],
    ...MEASURES,
    ...["Cases", "Utilisation", "Expected overrun minutes", "Expected unused minutes", "Patients moved"],
  ];
  return csvText(
    columns,
    points.map((point) => [
      point.value === null ? "" : String(point.value),
      ...[point.chosen, point.dominated].map((is) => (is ? "Y" : "N")),
      ...[point.priority, point.score, point.bound, rounded(point.gap)].map(String),
      ...MEASURES.map((measure) => String(point.measures[measure])),
      ...[point.cases, rounded(point.utilisation)].map(String),
      ...[point.expectedOverrunMinutes, point.expectedUnusedMinutes, point.moved].map(String),
    ]),
  );
}

function rounded(share: number): number {
  return Math.round(share * 1_000_000) / 1_000_000;
}
