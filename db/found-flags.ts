import { eq } from "drizzle-orm";
import type { About, Tx } from "./commit";
import { waitingListEntry as entry } from "./schema";

/** Sets the flags of the list order that screening found; no import touches them. Of an entry that a scoped read has found. */
export async function setFoundFlags(
  tx: Tx,
  id: string,
  flags: readonly string[],
  about: Required<About>,
): Promise<void> {
  const [before] = await tx.db.select({ foundFlags: entry.foundFlags }).from(entry).where(eq(entry.id, id));
  const [was, is] = [JSON.stringify(before?.foundFlags ?? []), JSON.stringify(flags)];
  if (was === is) return;
  await tx.updateMany(entry, [{ id, foundFlags: [...flags] }]);
  const found = { before: `{"foundFlags":${was}}`, after: `{"foundFlags":${is}}` };
  await tx.tell([{ subjectKind: "waiting_list_entry", subjectId: id, ...about, ...found }]);
}
