import { withSide } from "~/domain/procedure-side";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { procedureByCode } from "./procedures";

type Coded = Readonly<Pick<WaitingListEntry, "procedureText" | "procedureCode" | "laterality">>;

/** What was said of entries before: a board of a week says hundreds again for every move. */
const said = new WeakMap<Coded, string>();

/** The procedure in words with its side in full: what the file says, else the words of the procedure table. */
export function procedureInFull(entry: Coded): string {
  const before = said.get(entry);
  if (before !== undefined) return before;
  const { procedureText, procedureCode, laterality } = entry;
  const words = withSide(procedureText || procedureByCode(procedureCode)?.words || procedureCode, laterality);
  said.set(entry, words);
  return words;
}
