import { withSide } from "~/domain/procedure-side";
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
