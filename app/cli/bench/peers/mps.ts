import type { Mip } from "../mip";

/** Column and row names of a file, eight letters as the fixed form asks. */
const column = (at: number) => `C${String(at).padStart(7, "0")}`;
const row = (at: number) => `R${String(at).padStart(7, "0")}`;

/**
 * A program as an MPS file that both CBC and GLPK read. MPS minimises, so the objective stands with its sign turned.
 */
export function mpsOf(mip: Mip): string {
  const lines = ["NAME          LISTS", "ROWS", " N  POINTS"];
  mip.rows.forEach((_, at) => lines.push(` L  ${row(at)}`));
  const columns = columnLines(mip);
  const right = ["RHS"];
  mip.rows.forEach(({ most }, at) => right.push(field("RHS", row(at), most)));
  const bounds = ["BOUNDS"];
  mip.objective.forEach((_, at) => {
    if (mip.lower[at]! > 0) bounds.push(bound("LO", at, mip.lower[at]!));
    bounds.push(bound("UP", at, mip.upper[at]!));
  });
  return [lines, "COLUMNS", columns, right, bounds, "ENDATA", ""].flat().join("\n");
}

/** Number of the column that a solution file names. */
export function columnOf(name: string): number {
  return Number(name.slice(1));
}

function columnLines(mip: Mip): string[] {
  const entries = mip.objective.map((): [string, number][] => []);
  mip.objective.forEach((points, at) => entries[at]!.push(["POINTS", points === 0 ? 0 : -points]));
  mip.rows.forEach(({ columns, values }, at) =>
    columns.forEach((c, i) => entries[c]!.push([row(at), values[i]!])),
  );
  const lines: string[] = [];
  let integer = false;
  entries.forEach((terms, at) => {
    if (mip.integer[at]! !== integer) lines.push(marker((integer = !integer)));
    for (const [name, value] of terms) lines.push(field(column(at), name, value));
  });
  return integer ? [...lines, marker(false)] : lines;
}

function marker(begins: boolean): string {
  return `    MARKER    'MARKER'                 '${begins ? "INTORG" : "INTEND"}'`;
}

function field(name: string, other: string, value: number): string {
  return `    ${name.padEnd(8)}  ${other.padEnd(8)}  ${value}`;
}

function bound(kind: string, at: number, value: number): string {
  return ` ${kind} BOUND     ${column(at)}  ${value}`;
}
