import type { IsoDate } from "~/domain/calendar";
import { rangeAgainst, rangeSpoken } from "~/domain/dates-to-avoid";
import { spokenDate } from "~/domain/spoken-date";
import { wholeScope } from "~db/organisations";
import { endTask, openTasks, raiseTasks, type CareTask, type NewTask } from "~db/screening/care-tasks";
import { datedEntries, type DatedEntry } from "~db/screening/dated-entries";
import type { Tx } from "~db/commit";
import type { Store } from "~db/store";
import { FITNESS_WATCH } from "./raise-expired.server";

/**
 * Raises a task for every patient who has a date on a day on which they cannot come, and ends those whose date and days
 * no longer meet. Done twice it changes nothing more. Answers with how many were raised.
 */
export async function watchDateClashes(store: Store, today: IsoDate): Promise<number> {
  return store.commit(FITNESS_WATCH, "task.raise", async (tx) => {
    const everything = await wholeScope(tx.db);
    const dated = await datedEntries(everything, tx.db, today);
    return settleDateClashes(tx, dated, await openTasks(everything, tx.db), today);
  });
}

/** The same for some entries, of which `tasks` are open, within the commit that changed their days. */
export async function settleDateClashes(
  tx: Tx,
  dated: readonly DatedEntry[],
  tasks: readonly CareTask[],
  today: IsoDate,
): Promise<number> {
  const clashes = dated.flatMap((one) => clashOf(one, today));
  const stands = new Set(clashes.map(({ entry, about }) => `${entry},${about}`));
  for (const task of tasks)
    if (task.kind === "dateClash" && task.ended === null && !stands.has(`${task.entry},${task.about}`))
      await endTask(tx, task, "done", "Date and days to avoid no longer meet");
  // Who ended it knows of the clash: it comes back only with another date or other days.
  return raiseTasks(tx, clashes, "once");
}

function clashOf({ id, organisation, site, date, unavailable }: DatedEntry, today: IsoDate): NewTask[] {
  const range = rangeAgainst(unavailable, date);
  if (range === null) return [];
  const words = `The patient cannot come on ${rangeSpoken(range, today)}, and has a date on ${spokenDate(date, today)}`;
  const about = `${date} ${range.from}/${range.to}`;
  return [{ organisation, site, entry: id, kind: "dateClash", about, urgent: false, words }];
}
