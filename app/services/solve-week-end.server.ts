import type { Actor } from "~db/actor";
import type { Scope } from "~db/scope";
import { askToStop, endRun, findRun } from "~db/solve-runs";
import type { Store } from "~db/store";
import { theQueue } from "./solve-queue.server";
import { endedWords } from "./solve-week-words.server";

/**
 * Ends a solve in scope for a person: `stop` keeps the best plan so far, `cancel` none. One that has ended stays as it
 * is. False: there is no such solve.
 */
export async function endSolve(
  scope: Scope,
  store: Store,
  actor: Actor,
  run: string,
  how: "stop" | "cancel",
): Promise<boolean> {
  if ((await findRun(scope, store.db, run)) === null) return false;
  // Who waits for their turn has no best plan to keep.
  if (how === "stop" && theQueue().look(run)?.state !== "queued") {
    // Written down too: a solve of another process hears of it at its next sign of life.
    await askToStop(scope, store, actor, run);
    theQueue().stop(run);
  } else if (!theQueue().cancel(run) && theQueue().look(run) === null) {
    await endRun(store, actor, run, endedWords({ kind: "killed" }));
  }
  return true;
}
