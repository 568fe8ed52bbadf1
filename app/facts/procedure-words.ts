import { sidedWords, withSide } from "~/domain/procedure-side";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { procedureByCode } from "./procedures";

/** The procedure in words with its side in full: what the file says, else the words of the procedure table. */
export function procedureInFull({
  procedureText,
  procedureCode,
  laterality,
}: Pick<WaitingListEntry, "procedureText" | "procedureCode" | "laterality">): string {
  return withSide(procedureText || procedureByCode(procedureCode)?.words || procedureCode, laterality);
}

/**
 * The procedure as a patient reads it, with its side in full; empty where the file says nothing, or where somebody has to
 * settle the side first: no letter says a side that is in doubt.
 */
export function procedureForPatient({
  procedureText,
  laterality,
}: Pick<WaitingListEntry, "procedureText" | "laterality">): string {
  if (procedureText === "") return "";
  const { words, doubt } = sidedWords(procedureText, laterality);
  return doubt === "" ? words : "";
}
