/** Rows of a table; the first is the head. */
export type Rows = readonly (readonly string[])[];

/** A table for a terminal: first column to the left, numbers to the right. */
export function textTable(rows: Rows): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join("  "),
    )
    .join("\n");
}

/** The same table as Markdown, padded so that it reads well as text too. */
export function markdownTable(rows: Rows): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(3, ...rows.map((row) => (row[at] ?? "").length)));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const cells = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)));
  const rule = widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  const [head = [], ...body] = rows;
  return [line(cells(head)), line(rule), ...body.map((row) => line(cells(row)))].join("\n");
}
