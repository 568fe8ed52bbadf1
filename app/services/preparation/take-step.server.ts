import type { ReferralState, StepKind } from "~/domain/perioperative/preparation/step";
import { planStanding } from "~/domain/perioperative/preparation/progress";
import { today } from "~/clock.server";
import type { PlanItem } from "~/domain/perioperative/preparation/plan";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { organisationScope } from "~db/organisations";
import { currentPlans } from "~db/preparation/plans";
import { insertStep, stepsOfEntries } from "~db/preparation/steps";
import { endTask, raiseTasks, tasksOfEntry } from "~db/screening/care-tasks";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { isAdvice } from "./action-set.server";

/** Whose plan, as a scoped read or the patient's own link has found it. */
export interface PlanOf {
  organisation: string;
  site: string;
  entry: string;
}

export interface StepGiven {
  item: string;
  kind: StepKind;
  referral: ReferralState | null;
  text: string;
}

/** as it was: somebody did the same before; notFound: no such action in the plan that counts, or not theirs to tick. */
export type StepAnswer = { kind: "taken" | "asItWas" | "notFound" };

const LONGEST = 500;

/**
 * Records what somebody did about an action of the plan that counts. A patient who needs help raises a task; staff who
 * tick an action end the tasks about it.
 */
export async function takeStep(
  of: PlanOf,
  store: Store,
  actor: Actor,
  given: StepGiven,
): Promise<StepAnswer> {
  return store.commit(actor, "preparation.step", async (tx) => {
    const own = await organisationScope(tx.db, of.organisation);
    const [plan] = await currentPlans(own, tx.db, [of.entry]);
    const item = plan?.content.items.find(({ id }) => id === given.item);
    if (!item || !isFor(actor, item, given.kind)) return { kind: "notFound" };
    const steps = await stepsOfEntries(own, tx.db, [of.entry]);
    const [standing] = planStanding([item], steps, today());
    const { kind, referral } = given;
    const asItWas =
      (kind === "done" && standing!.done !== null) ||
      (kind === "open" && standing!.done === null) ||
      (kind === "help" && (await isHelpAsked(own, tx, of.entry, item.id))) ||
      (kind === "referral" && standing!.referral?.state === referral && given.text === "");
    if (asItWas) return { kind: "asItWas" };
    const text = given.text.slice(0, LONGEST);
    await insertStep(tx, { entry: of.entry, item: item.id, kind, referral, text }, of);
    if (kind === "help")
      await raiseTasks(tx, [
        {
          ...{ ...of, kind: "help", about: item.id, urgent: false },
          words: `The patient needs help with: ${item.title}`,
        },
      ]);
    if (kind === "done" && actor.kind === "user") await endAbout(own, tx, of.entry, item.id);
    return { kind: "taken" };
  });
}

/** Whether an actor may record such a step: patients tick what is theirs alone, and ask for help with anything. */
function isFor(actor: Actor, item: PlanItem, kind: StepKind): boolean {
  if (kind === "referral") return actor.kind !== "patient" && item.referral !== null;
  if (kind === "help" || actor.kind !== "patient") return true;
  return item.owner === "patient" && !isAdvice(item.id);
}

/** Whether somebody has yet to answer the patient's last call for help with an action. */
const isHelpAsked = async (scope: Scope, tx: Tx, entry: string, item: string): Promise<boolean> =>
  (await tasksOfEntry(scope, tx.db, entry)).some(
    ({ kind, about, ended }) => kind === "help" && about === item && ended === null,
  );

/** Ends what was to be done about an action that is done. */
async function endAbout(scope: Scope, tx: Tx, entry: string, item: string): Promise<void> {
  for (const task of await tasksOfEntry(scope, tx.db, entry)) {
    const about = task.about === item || task.about.startsWith(`${item}@`);
    if (task.ended === null && about && (task.kind === "help" || task.kind === "overdue"))
      await endTask(tx, task, "done", "The action is done");
  }
}
