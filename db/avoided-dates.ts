import { eq } from "drizzle-orm";
import type { DateRange } from "~/domain/calendar";
import type { About, Tx } from "./commit";
import type { Reader } from "./engine";
import { waitingListEntry as entry } from "./schema";

/** The dates that a patient told Hublist they cannot come on; of an entry that their own link or a scoped read has found. */
export async function avoidedDates(db: Reader, id: string): Promise<DateRange[]> {
  const [held] = await db.select({ avoids: entry.avoids }).from(entry).where(eq(entry.id, id));
  return held?.avoids ?? [];
}

/** Sets the dates that a patient cannot come on; no import touches them. The audit keeps that they changed, not why. */
export async function setAvoidedDates(
  tx: Tx,
  id: string,
  ranges: readonly DateRange[],
  about: Required<About>,
): Promise<void> {
  const before = await avoidedDates(tx.db, id);
  await tx.updateMany(entry, [{ id, avoids: [...ranges] }]);
  await tx.tell([
    {
      ...{ subjectKind: "waiting_list_entry", subjectId: id, ...about },
      before: JSON.stringify({ avoids: before }),
      after: JSON.stringify({ avoids: ranges }),
    },
  ]);
}
