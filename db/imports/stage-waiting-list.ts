import type { IsoDate } from "~/domain/calendar";
import type { LeftOut } from "~/domain/left-out";
import type { Actor } from "../actor";
import { breathe } from "../engine";
import type { ImportCounts } from "../schema";
import type { Store } from "../store";
import { Comparison } from "./comparison";
import { Staging, type ImportFault, type Upload } from "./staging";
import type { WaitingListRow } from "./waiting-list-differences";

const ROWS_A_BLOCK = 500;

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

/**
 * Stages an upload of a waiting list: what would change is written down for a person to see, nothing is changed.
 * Gone are the listed entries of the upload's sites that the file no longer has. `today` (London) tells which places
 * lie ahead.
 */
export async function stageWaitingList(
  store: Store,
  actor: Actor,
  upload: Omit<Upload, "kind">,
  read: ReadWaitingList,
  today: IsoDate,
): Promise<{ id: string; counts: ImportCounts }> {
  return store.commit(actor, "waiting-list.upload", async (tx) => {
    const { rows, faults, refused } = read;
    const staging = await Staging.open(tx, { ...upload, kind: "waiting-list" });
    staging.leftOut = read.leftOut?.columns ?? [];
    for (const fault of faults) await staging.fault(fault);
    const comparison = await Comparison.begin(tx.db, upload.organisation, read, today);
    for (let from = 0; from < rows.length; from += ROWS_A_BLOCK) {
      await comparison.stageBlock(staging, rows.slice(from, from + ROWS_A_BLOCK));
      await breathe();
    }
    await comparison.stageGone(staging, refused);
    return staging.close();
  });
}
