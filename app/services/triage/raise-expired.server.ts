import { readinessState } from "~/domain/readiness-state";
import type { IsoDate } from "~/domain/calendar";
import { spokenDate } from "~/domain/spoken-date";
import type { Actor } from "~db/actor";
import { wholeScope } from "~db/organisations";
import { raiseTasks, type NewTask } from "~db/screening/care-tasks";
import { datedEntries, type DatedEntry } from "~db/screening/dated-entries";
import type { Tx } from "~db/commit";
import type { Store } from "~db/store";

export const FITNESS_WATCH: Actor = { kind: "command", name: "fitness-watch" };

/**
 * Raises a task for every patient who has a date and whose fitness has ended, or ends before that date. Done twice it
 * raises nothing more. Answers with how many were raised.
 */
export async function raiseExpired(store: Store, today: IsoDate): Promise<number> {
  return store.commit(FITNESS_WATCH, "task.raise", async (tx) =>
    raiseExpiredOf(tx, await datedEntries(await wholeScope(tx.db), tx.db, today), today),
  );
}

/** The same for some entries, within the commit that decided on them. */
export async function raiseExpiredOf(tx: Tx, dated: readonly DatedEntry[], today: IsoDate): Promise<number> {
  const tasks = dated.flatMap(({ id, organisation, site, readiness, date }): NewTask[] => {
    const words = wordsOf(readinessState(readiness, today), readiness.fitUntil, { date, today });
    if (words === null) return [];
    return [{ organisation, site, entry: id, kind: "expired", about: date, urgent: true, words }];
  });
  return raiseTasks(tx, tasks);
}

function wordsOf(
  state: string,
  fitUntil: IsoDate | null,
  { date, today }: { date: IsoDate; today: IsoDate },
): string | null {
  if (fitUntil === null) return null;
  const [end, dated] = [spokenDate(fitUntil, today), spokenDate(date, today)];
  if (state === "expired") return `Fitness ended on ${end}, and the patient has a date on ${dated}`;
  if (state === "fit" && fitUntil < date) return `Fitness ends on ${end}, before the date on ${dated}`;
  return null;
}
