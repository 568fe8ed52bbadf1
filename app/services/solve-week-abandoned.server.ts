import type { Actor } from "~db/actor";
import { wholeScope } from "~db/organisations";
import { endRun, openRuns, type SolveRun } from "~db/solve-runs";
import type { Store } from "~db/store";
import { theQueue } from "./solve-queue.server";
import { INTERRUPTED } from "./solve-week-words.server";

const SERVER: Actor = { kind: "command", name: "serve" };

/** Milliseconds without a sign of life after which another server's run counts as lost. */
const SILENT = 60_000;

/** Stores that this process alone uses, and has looked through: what it takes up later it ends itself. */
const looked = new WeakMap<Store, Promise<number>>();

/**
 * Ends runs that nobody carries out any more, with a word: all that are open when this process first uses a store of its
 * own (SQLite), else those that have been silent for too long. Gives how many.
 */
export function endAbandonedRuns(store: Store): Promise<number> {
  if (store.kind !== "sqlite") return endLost(store);
  const first = looked.get(store) ?? endLost(store);
  looked.set(store, first);
  return first;
}

async function endLost(store: Store): Promise<number> {
  const open = await openRuns(await wholeScope(store.db), store.db);
  const lost = open.filter((run) => theQueue().look(run.id) === null && isLost(run, store));
  for (const { id } of lost) await endRun(store, SERVER, id, { state: "failed", message: INTERRUPTED });
  return lost.length;
}

function isLost({ state, heartbeatAt, startedAt }: SolveRun, { kind, now }: Store): boolean {
  if (kind === "sqlite") return true;
  const sign = heartbeatAt ?? startedAt;
  return state === "running" && sign !== null && Date.parse(now()) - Date.parse(sign) > SILENT;
}
