import type { WakeState, WarmAnswer, WarmQuestion } from "~/domain/warm-question";
import { beforeShutdown } from "~/http/shutdown";
import type { Reader } from "~db/engine";
import { readPlanFile } from "~db/plans";
import type { Scope } from "~db/scope";
import { findRun } from "~db/solve-runs";
import { readWeekRecord } from "./week-record.server";
import { WARM_FILES, type WarmFiles } from "./warm/warm-files.server";
import { WarmPool } from "./warm/warm-pool.server";

/** One pool a process, kept on globalThis so that a module loaded twice shares it. */
const held = globalThis as { hublistWarm?: WarmPool };

function thePool(): WarmPool {
  if (held.hublistWarm) return held.hublistWarm;
  const pool = new WarmPool((run, word) => console.error(`The warm solver of run ${run} ended: ${word}`));
  beforeShutdown(() => pool.close());
  return (held.hublistWarm = pool);
}

/**
 * Works out the true figure of a changed question about a run in scope: plans its week again, near its plan. The first
 * question wakes a solver, which takes some seconds; the next are answered in about half a second.
 */
export async function askWarm(
  scope: Scope,
  db: Reader,
  run: string,
  question: WarmQuestion,
): Promise<WarmAnswer> {
  const found = await findRun(scope, db, run);
  if (found === null) return { kind: "unavailable", sentence: "There is no such plan." };
  const { planDate, movePrice } = found.options;
  return thePool().ask(run, question, async () => {
    const files: WarmFiles["files"] = {};
    for (const name of WARM_FILES) {
      const bytes = await readPlanFile(scope, db, run, name);
      if (bytes !== null) files[name] = new Uint8Array(bytes);
    }
    const maxMoves = (await readWeekRecord(scope, db, run))?.maxMoves ?? null;
    return { planDate, movePrice, maxMoves, files };
  });
}

/** Where the warm solver of a run is. */
export function wakeState(run: string): WakeState {
  return thePool().look(run);
}

/** Ends the warm solver of a run, whatever it does; the next question wakes another. */
export function letWarmGo(run: string): void {
  thePool().letGo(run);
}
