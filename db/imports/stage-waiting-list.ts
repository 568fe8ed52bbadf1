import type { IsoDate } from "~/domain/calendar";
import type { Actor } from "../actor";
import { breathe } from "../engine";
import type { ImportCounts } from "../schema";
import type { Store } from "../store";
import { Comparison } from "./comparison";
import type { ReadWaitingList } from "./read-waiting-list";
import { Staging, type Upload } from "./staging";

const ROWS_A_BLOCK = 500;

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
