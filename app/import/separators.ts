import type { Fault } from "~/domain/fault";
import { cellText } from "./cells";
import type { Column } from "./columns";
import { faultAt } from "./result";

const OTHERS = [
  [";", "semicolons"],
  ["\t", "tabs"],
  ["|", "upright bars"],
] as const;

/**
 * The fault of a table whose cells something else than a comma separates; null when commas do.
 * Lists inside a cell are separated by semicolons, so reading such a file would be guessing.
 */
export function otherSeparator(text: string, columns: readonly Column[], file: string): Fault | null {
  const line = /\S[^\n]*/.exec(text)?.[0].slice(0, 10_000) ?? "";
  const known = new Set(columns.map((column) => column.name.toUpperCase()));
  const namesFound = (separator: string) =>
    line.split(separator).filter((part) => known.has(cellText(part.replaceAll('"', "")).toUpperCase()))
      .length;
  const withCommas = namesFound(",");
  const found = OTHERS.find(([separator]) => namesFound(separator) > Math.max(1, withCommas));
  if (!found) return null;
  const message = `The cells are separated by ${found[1]}: expected commas. Save it as “CSV UTF-8 (comma delimited)”.`;
  return faultAt(file, 1, "", line, message);
}
