import type { LeftOut } from "~/domain/left-out";
import type { ImportFault } from "./staging";
import type { WaitingListRow } from "./waiting-list-differences";

/** What the reader made of a waiting-list file. */
export interface ReadWaitingList {
  rows: WaitingListRow[];
  faults: ImportFault[];
  /** Rows that were refused: these entries are in the file, so they are not gone. `issuer` null: of any issuer. */
  refused: { issuer: string | null; key: string }[];
  leftOut?: LeftOut;
  /** Columns of the file that Hublist does not know; what is held of others stays. */
  unknownColumns?: string[];
}
