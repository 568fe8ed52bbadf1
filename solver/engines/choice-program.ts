import type { CutBound } from "./cut-bound";
import type { MasterColumn } from "./master";
import { columnsOf, type Program } from "./program";

/** Columns to choose among, with the rows and with the cuts that cost anything at a bound's best duals. */
export function choiceProgram({ master, cuts, best }: CutBound, columns: readonly MasterColumn[]): Program {
  const { most, least } = master;
  const rows = new Map(Array.from(most, (_, row) => [row, row]));
  const limits = [...most];
  cuts.all.forEach((cut, at) => {
    if (best.duals[most.length + at]! > 0) rows.set(most.length + at, limits.push(cut.most) - 1);
  });
  const program = columns.map((column) => {
    const entries = cuts.entriesOf(column).flatMap(([row, amount]) => {
      const kept = rows.get(row);
      return kept === undefined ? [] : [[kept, amount] as const];
    });
    return { points: column.points, entries };
  });
  const leasts = Float64Array.from(limits, (_, row) => least[row] ?? -Infinity);
  return { ...columnsOf(program), most: Float64Array.from(limits), least: leasts };
}
