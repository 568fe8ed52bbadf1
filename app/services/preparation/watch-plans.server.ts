import { today } from "~/clock.server";
import { addDays, type IsoDate } from "~/domain/calendar";
import { overdueOfStaff, planStanding } from "~/domain/perioperative/preparation/progress";
import { spokenDate } from "~/domain/spoken-date";
import { logError } from "~/http/error-log";
import type { Tx } from "~db/commit";
import { breathe, type Reader } from "~db/engine";
import { operatedOf } from "~db/operated";
import { wholeScope } from "~db/organisations";
import { currentPlans, plannedEntries, type HeldPlan } from "~db/preparation/plans";
import { stepsOfEntries, type HeldStep } from "~db/preparation/steps";
import { freshTasks, raiseTasks, type NewTask } from "~db/screening/care-tasks";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { entriesById, type HeldEntry } from "~db/waiting-list";
import type { Actor } from "~db/actor";
import { actionSet } from "./action-set.server";
import { changesOf, suggestNow } from "./suggest-now.server";

const PLAN_WATCH: Actor = { kind: "command", name: "plan-watch" };

/** Plans read at once. */
const A_PAGE = 50;
/** Days after leaving the list in which what comes after surgery is still watched: three times the latest that is due. */
const AFTER_DAYS = 84;

/**
 * Raises a task for each late action of staff, and for each plan that no longer fits. It reads outside of commits, and
 * writes only where there is something to raise, so that others write meanwhile. A page that fails is logged and keeps
 * the others from nothing. Answers with how many were raised.
 */
export async function raiseForPlans(
  store: Store,
  { page = A_PAGE, stopping = () => false }: { page?: number; stopping?: () => boolean } = {},
): Promise<number> {
  const scope = await wholeScope(store.db);
  const entries = await plannedEntries(scope, store.db, goneSince());
  let raised = 0;
  for (let from = 0; from < entries.length && !stopping(); from += page)
    try {
      raised += await raiseForPage(scope, store, entries.slice(from, from + page));
    } catch (error) {
      logError(error, { requestId: "plan-watch", method: "timer", url: "plan-watch" });
    }
  return raised;
}

const goneSince = (): IsoDate => addDays(today(), -AFTER_DAYS);

/** What is found is worked out anew in the commit that raises it: the plan may have been confirmed meanwhile. */
async function raiseForPage(scope: Scope, store: Store, entries: readonly string[]): Promise<number> {
  const found = await freshTasks(store.db, await tasksOf(scope, store.db, entries), "once");
  if (found.length === 0) return 0;
  const due = [...new Set(found.map(({ entry }) => entry))];
  return store.commit(PLAN_WATCH, "task.raise", async (tx) =>
    raiseTasks(tx, await tasksOf(scope, tx.db, due), "once"),
  );
}

/** The same for one entry, within the commit that changed something about it. */
export async function raiseForPlanOf(scope: Scope, tx: Tx, entry: string): Promise<number> {
  return raiseTasks(tx, await tasksOf(scope, tx.db, [entry]), "once");
}

/** What is to be done about the plans of some entries, whether somebody was asked before or not. */
async function tasksOf(scope: Scope, db: Reader, entries: readonly string[]): Promise<NewTask[]> {
  const plans = await currentPlans(scope, db, entries, goneSince());
  const ids = plans.map(({ entry }) => entry);
  const held = await entriesById(scope, db, ids);
  const operated = await operatedOf(db, { entries: ids }, today());
  const steps = new Map<string, HeldStep[]>(ids.map((id) => [id, []]));
  for (const step of await stepsOfEntries(scope, db, ids)) steps.get(step.entry)!.push(step);
  const tasks: NewTask[] = [];
  for (const plan of plans) {
    await breathe(); // those who only read are served within a page too
    const of = held.get(plan.entry);
    const done = operated.has(plan.entry);
    // Who left the list without an operation here has nothing more to prepare for.
    if (!of || (of.state === "gone" && !done)) continue;
    tasks.push(...lateTasks(of, plan, steps.get(plan.entry)!, done));
    if (!done) tasks.push(...(await changedTasks(scope, db, of, plan)));
  }
  return tasks;
}

function lateTasks(of: HeldEntry, { content }: HeldPlan, steps: HeldStep[], operated: boolean): NewTask[] {
  const late = overdueOfStaff(planStanding(content.items, steps, today()), operated);
  return late.map(({ item }) => ({
    ...{ ...aboutOf(of), kind: "overdue" as const, about: `${item.id}@${item.due}` },
    words: `${item.title}: ${actionSet().owners[item.owner].staff} was due by ${spokenDate(item.due!, today())}`,
  }));
}

async function changedTasks(scope: Scope, db: Reader, of: HeldEntry, plan: HeldPlan): Promise<NewTask[]> {
  const now = await suggestNow(scope, db, of);
  const changes = now && changesOf(plan, now);
  if (!changes) return [];
  const what = [
    ...changes.added.map(({ title }) => `new: ${title}`),
    ...changes.gone.map(({ title }) => `no longer: ${title}`),
    ...(changes.redated.length > 0 ? ["the date of surgery has changed"] : []),
    ...(changes.requoted.length > 0 ? ["an approved text has changed"] : []),
    ...changes.goingHome.map((lack) => lack.toLowerCase()),
  ];
  // One task for each state of things: the same difference is asked about once.
  const about = `${plan.number}: ${what.join("; ")}${now.surgeryOn ?? ""}`;
  const words = `The preparation plan no longer fits (${what.join("; ")}): look at it again`;
  return [{ ...aboutOf(of), kind: "plan", about, words }];
}

const aboutOf = ({ id: entry, organisation, entry: { listingSite: site } }: HeldEntry) => ({
  ...{ entry, organisation, site, urgent: false },
});
