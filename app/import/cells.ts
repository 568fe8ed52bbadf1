/** An apostrophe that stands before a formula sign was put there by an export (app/export/csv.ts) and is taken away. */
const GUARDED = /^'+[=+\-@\t\n\r]/;
/** Excel's way of keeping a text such as "007" from becoming a number. */
const EXCEL_TEXT = /^="((?:[^"]|"")*)"$/;

/**
 * The value of a cell: without the guard of an export, without Excel's `="…"`, without blanks around it.
 * Any other cell that begins with `=` is text like another.
 */
export function cellText(raw: string): string {
  if (raw.startsWith("'") && GUARDED.test(raw)) return raw.slice(1);
  const text = raw.trim();
  const wrapped = text.startsWith("=") ? EXCEL_TEXT.exec(text) : null;
  return wrapped ? wrapped[1]!.replaceAll('""', '"').trim() : text;
}

/** Name of a column as a spreadsheet shows it: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
