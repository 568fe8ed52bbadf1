import type { IsoDate } from "~/domain/calendar";
import { theQueue } from "~/services/solve-queue.server";
import { startSolve } from "~/services/solve-week.server";
import { today } from "~/clock.server";
import { wholeScope } from "~db/organisations";
import { listRuns } from "~db/solve-runs";
import type { Store } from "~db/store";
import { listSessions, weekSpan } from "~db/theatre-sessions";
import { commandActor } from "../installation";
import { ProgressLine } from "../progress-line";

/** The seed of the demo's first plan, so that every demo of a day shows the same one. */
const SEED = 1;

/**
 * Plans a demo's first week unless that was done before, or the week has begun, and tells what came of it. A start that
 * was killed in the middle is made good by the next.
 */
export async function planFirstWeek(store: Store, week: IsoDate, say: (text: string) => void): Promise<void> {
  const scope = await wholeScope(store.db);
  if (week <= today()) return;
  // The demo's own organisation: others may have been added to it since.
  const [session] = await listSessions(scope, store.db, weekSpan(week));
  if (session === undefined) return;
  const { organisation } = session;
  const runs = await listRuns(scope, store.db, organisation, week);
  if (runs.some(({ state }) => state === "done" || state === "stopped")) return;
  say(`Planning the week of ${week} ...`);
  const wishes = { seed: SEED, stepsPerSession: null, movePrice: 0, toldMovesMax: null };
  const asked = { organisation, week, planDate: today(), wishes };
  const started = await startSolve(scope, store, commandActor("start"), asked);
  if (started.kind !== "started") return say("  there is nothing to plan in it");
  await untilEnded(started.run);
  const [run] = await listRuns(scope, store.db, organisation, week);
  say(`  ${run?.message ?? ""}`);
}

/** Shows progress on a terminal until the run has ended and its plan is kept. */
async function untilEnded(run: string): Promise<void> {
  const line = process.stdout.isTTY ? new ProgressLine(process.stdout) : null;
  await new Promise<void>((ended) => {
    theQueue().watch(run, () => {
      const live = theQueue().look(run);
      if (!live) return ended();
      if (live.progress) line?.show(live.progress);
    });
  });
  line?.clear();
}
