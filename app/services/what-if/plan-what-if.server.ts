import type { IsoDate } from "~/domain/calendar";
import type { ScenarioChange } from "~/domain/scenario";
import type { Environment } from "~/env.server";
import type { Actor } from "~db/actor";
import { weekRevision } from "~db/placements";
import { closeScenario, findScenario, saveScenario, scenarioRuns } from "~db/scenarios";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import type { SolveWishes } from "../solve-week-form.server";
import { endSolve } from "../solve-week-end.server";
import { startSolve, type StartOutcome } from "../solve-week.server";

/** What a new what-if is to be. `id`: chosen when its form was made, so that a form that is sent twice makes one. */
export interface WhatIfAsked {
  id: string;
  organisation: string;
  week: IsoDate;
  name: string;
  changes: ScenarioChange[];
  planDate: IsoDate;
  wishes: SolveWishes;
  settings?: Environment;
}

export type WhatIfOutcome =
  | { kind: "made"; scenario: string; run: string }
  | Exclude<StartOutcome, { kind: "started" | "alreadyRunning" }>;

/** Keeps a what-if of a week and plans it in the same queue as the live week, which it never touches. */
export async function makeWhatIf(
  scope: Scope,
  store: Store,
  actor: Actor,
  asked: WhatIfAsked,
): Promise<WhatIfOutcome> {
  const { id, organisation, week, name, changes } = asked;
  if (!scope.organisations.includes(organisation)) return { kind: "noSessions" };
  const isNew = await store.commit(actor, "scenario.save", async () => {
    if ((await findScenario(scope, store.db, id)) !== null) return false;
    const revision = await weekRevision(scope, store.db, organisation, week);
    await saveScenario(store, actor, { id, organisation, week, name, changes, revision });
    return true;
  });
  const known = isNew ? [] : await scenarioRuns(scope, store.db, id);
  if (known[0]) return { kind: "made", scenario: id, run: known[0].id };
  const outcome = await planWhatIf(scope, store, actor, asked);
  // Nothing can be planned: what was kept leaves the list again.
  if (outcome.kind !== "made") await closeScenario(scope, store, actor, id);
  return outcome;
}

/** Plans a what-if (again); a solve of it that is under way is the one to watch. */
export async function planWhatIf(
  scope: Scope,
  store: Store,
  actor: Actor,
  asked: Omit<WhatIfAsked, "name" | "changes">,
): Promise<WhatIfOutcome> {
  const { id, organisation, week, planDate, wishes, settings } = asked;
  const outcome = await startSolve(scope, store, actor, {
    ...{ organisation, week, planDate, wishes, scenario: id },
    ...(settings ? { settings } : {}),
  });
  if (outcome.kind === "started" || outcome.kind === "alreadyRunning")
    return { kind: "made", scenario: id, run: outcome.run };
  return outcome;
}

/** Closes a what-if and ends its solve, if one is under way. False: there is none that is open. */
export async function closeWhatIf(scope: Scope, store: Store, actor: Actor, id: string): Promise<boolean> {
  const [last] = await scenarioRuns(scope, store.db, id);
  if (last?.state === "queued" || last?.state === "running")
    await endSolve(scope, store, actor, last.id, "cancel");
  return closeScenario(scope, store, actor, id);
}
