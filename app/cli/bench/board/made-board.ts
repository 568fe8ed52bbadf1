import { loadDemo } from "~/services/load-demo.server";
import { acceptPlan } from "~/services/accept-plan.server";
import { theQueue } from "~/services/solve-queue.server";
import { startSolve } from "~/services/solve-week.server";
import type { IsoDate } from "~/domain/calendar";
import { isBookable } from "~/domain/session-time";
import { currentPlacements } from "~db/placements";
import { wholeScope } from "~db/organisations";
import type { Store } from "~db/store";
import { listSessions, weekSpan } from "~db/theatre-sessions";
import { commandActor } from "../../installation";

/** A hub whose week has 120 lists that take cases. */
const HUB = { provider: "RTG", scale: 1.08, weeks: 1, seed: 1 };
/** Enough that the lists are full, as lists that people change are. */
const STEPS_A_SESSION = 20;

/** A week of lists in a database of its own, planned and accepted. Ids are the store's. */
export interface MadeBoard {
  organisation: string;
  week: IsoDate;
  lists: number;
  placed: string[];
}

/** Makes the demo hub, plans its week and accepts the plan, by the same services as people do. */
export async function makeBoard(store: Store, today: IsoDate): Promise<MadeBoard> {
  const actor = commandActor("bench board");
  const made = await loadDemo(store, actor, today, HUB);
  if (made.kind !== "loaded") throw new Error("The folder of the bench holds an installation already.");
  const { organisation, firstDay: week } = made;
  const scope = await wholeScope(store.db);
  const wishes = { seed: 1, stepsPerSession: STEPS_A_SESSION, movePrice: 0 };
  const started = await startSolve(scope, store, actor, { organisation, week, planDate: today, wishes });
  if (started.kind !== "started") throw new Error(`The week could not be planned: ${started.kind}.`);
  const { run } = started;
  await new Promise<void>((ended) => theQueue().watch(run, () => theQueue().look(run) || ended()));
  const accepted = await acceptPlan(scope, store, actor, { run, baseRevision: 0, today });
  if (accepted.kind !== "accepted") throw new Error(`The plan was not accepted: ${accepted.kind}.`);
  const sessions = await listSessions(scope, store.db, weekSpan(week), organisation);
  const placements = await currentPlacements(scope, store.db, organisation, week);
  return {
    ...{ organisation, week },
    lists: sessions.filter(({ session }) => isBookable(session)).length,
    placed: placements.map(({ entry }) => entry),
  };
}
