import type { Fault } from "~/domain/fault";

/** A fault in one line: `waiting-list.csv:17 NHS_NUMBER "9990000001" what is wrong and what is expected`. */
export function faultLine({ file, row, column, value, message }: Fault): string {
  const where = row > 0 ? `${file}:${row}` : file;
  const what = value === "" ? "" : JSON.stringify(value);
  return [where, column, what, message].filter(Boolean).map(oneLine).join(" ");
}

/** Line ends and other control characters of a cell must not end the line. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
}
