import Papa from "papaparse";

/**
 * A cell that a spreadsheet could take for a formula, after any number of apostrophes: the reader takes exactly one
 * apostrophe away from such a cell (app/import/cells.ts), so that export and import give back the same text.
 * Source: OWASP, CSV injection.
 */
const FORMULA = /^'*[=+\-@\t\r\n]/;

/** Put before a file that a person opens in Excel, which otherwise reads UTF-8 as Windows-1252. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** CSV by RFC 4180 with a header line; cells that look like formulas are made safe with a leading apostrophe. */
export function csvText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const options = { escapeFormulae: FORMULA, newline: "\r\n" };
  return Papa.unparse({ fields: [...columns], data: rows.map((row) => [...row]) }, options) + "\r\n";
}
