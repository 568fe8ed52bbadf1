import { readinessState } from "~/domain/readiness-state";
import type { IsoDate } from "~/domain/calendar";
import { spokenDate } from "~/domain/spoken-date";
import type { Readiness } from "~/domain/waiting-list";
import type { Actor } from "~db/actor";
import { wholeScope } from "~db/organisations";
import { raiseTasks, type NewTask } from "~db/screening/care-tasks";
import { datedEntries, type DatedEntry } from "~db/screening/dated-entries";
import type { Tx } from "~db/commit";
import type { Store } from "~db/store";

export const FITNESS_WATCH: Actor = { kind: "command", name: "fitness-watch" };

/**
 * Raises a task for every patient who has a date and whose fitness has ended, ends before that date or begins after it,
 * or who was found unfit. Done twice it raises nothing more. Answers with how many were raised.
 */
export async function raiseExpired(store: Store, today: IsoDate): Promise<number> {
  return store.commit(FITNESS_WATCH, "task.raise", async (tx) =>
    raiseExpiredOf(tx, await datedEntries(await wholeScope(tx.db), tx.db, today), today),
  );
}

/** The same for some entries, within the commit that decided on them. */
export async function raiseExpiredOf(tx: Tx, dated: readonly DatedEntry[], today: IsoDate): Promise<number> {
  const tasks = dated.flatMap(({ id, organisation, site, readiness, date }): NewTask[] => {
    const words = wordsOf(readiness, { date, today });
    if (words === null) return [];
    return [{ organisation, site, entry: id, kind: "expired", about: date, urgent: true, words }];
  });
  return raiseTasks(tx, tasks);
}

/** Why a patient must not keep a date as things stand; null: nothing speaks against it. */
function wordsOf(readiness: Readiness, { date, today }: { date: IsoDate; today: IsoDate }): string | null {
  const { fitFrom, fitUntil } = readiness;
  const state = readinessState(readiness, today);
  const day = (of: IsoDate) => spokenDate(of, today);
  if (state === "unfit") return `Found unfit, and the patient has a date on ${day(date)}`;
  if (state === "expired")
    return `Fitness ended on ${day(fitUntil!)}, and the patient has a date on ${day(date)}`;
  if (fitFrom !== null && fitFrom > date && (state === "fit" || state === "optimising"))
    return `${state === "fit" ? "Fit from" : "Made ready until"} ${day(fitFrom)}, after the date on ${day(date)}`;
  if (state === "fit" && fitUntil !== null && fitUntil < date)
    return `Fitness ends on ${day(fitUntil)}, before the date on ${day(date)}`;
  return null;
}
