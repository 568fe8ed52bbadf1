import { today } from "~/clock.server";
import type { IsoDate } from "~/domain/calendar";
import { earliestReady, type PlanContent } from "~/domain/perioperative/preparation/plan";
import { sinceBack } from "~/domain/perioperative/preparation/plan-changes";
import { byDue } from "~/domain/perioperative/preparation/suggest-plan";
import type { SeenBy } from "~/domain/perioperative/decision";
import { spokenDate } from "~/domain/spoken-date";
import { sendLink } from "~/services/invitation/invite.server";
import { decideScreening, type DecideAnswer } from "~/services/triage/decide.server";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { insertPlan } from "~db/preparation/plans";
import { stepsOfEntries } from "~db/preparation/steps";
import { assessmentsOfEntry } from "~db/screening/assessments";
import { endTask, raiseTasks, tasksOfEntry, type NewTask } from "~db/screening/care-tasks";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findEntry, type HeldEntry } from "~db/waiting-list";
import { planNow } from "./suggest-now.server";
import { wordsRead } from "./words-read.server";

/** A plan as a nurse looked it through. */
export interface PlanGiven {
  /** Number of the plan that the form started from, 0 for none; of the assessment; and of the readiness decision. */
  base: number;
  assessment: number;
  readinessBase: number;
  surgeryOn: IsoDate | null;
  content: Omit<PlanContent, "earliestReady">;
  /** Why it was changed; empty for the first. */
  reason: string;
  /** Says to the planner that the patient is made ready until the earliest-ready date. */
  optimise: boolean;
  seen: SeenBy;
  /** The nurse has read what the patient wrote. */
  read: boolean;
  /** A message with a link to their page is sent to the patient. */
  tell: boolean;
}

export type ConfirmAnswer =
  | { kind: "confirmed"; number: number }
  /** Somebody confirmed a plan, or answers, measures, the date, actions or texts changed, after the form was opened. */
  | { kind: "changedSince"; what: "plan" | "assessment" | "date" | "actions" }
  /** Readiness could not be set; the plan was not kept either. */
  | { kind: "notDecided"; answer: DecideAnswer }
  | { kind: "notFound" };

/** A commit that has to leave nothing behind: its answer is thrown through it. */
class Refused extends Error {
  constructor(readonly answer: ConfirmAnswer) {
    super("The plan was not confirmed.");
  }
}

/**
 * Keeps a plan as a named person confirmed it. From now on it is on the patient's page, and where something blocks and
 * the person says so, the planner counts the patient as being made ready until the earliest-ready date, by a screening
 * decision like any other.
 */
export async function confirmPlan(
  scope: Scope,
  store: Store,
  actor: Actor,
  entry: string,
  given: PlanGiven,
): Promise<ConfirmAnswer> {
  try {
    return await store.commit(actor, "preparation.confirm", async (tx) => {
      const held = await findEntry(scope, tx.db, entry);
      if (held === null || held.state !== "listed") return { kind: "notFound" };
      const { plan, suggested } = await planNow(scope, tx.db, held);
      if (!suggested) return { kind: "notFound" };
      if ((plan?.number ?? 0) !== given.base) return { kind: "changedSince", what: "plan" };
      if (suggested.assessment !== given.assessment) return { kind: "changedSince", what: "assessment" };
      if (suggested.surgeryOn !== given.surgeryOn) return { kind: "changedSince", what: "date" };
      const last = (await stepsOfEntries(scope, tx.db, [entry])).at(-1)?.number ?? 0;
      const items = sinceBack(given.content.items, plan?.content.items ?? [], last).sort(byDue);
      const content = { ...given.content, items, earliestReady: earliestReady(items) };
      const about = { organisation: held.organisation, site: held.entry.listingSite };
      const { assessment, surgeryOn, reason } = given;
      const made = { entry, assessment, surgeryOn, reason, content, earliestReady: content.earliestReady };
      const number = await insertPlan(tx, made, about);
      if (given.optimise && content.earliestReady !== null)
        await optimiseUntil(scope, store, actor, { tx, held, given, fitFrom: content.earliestReady, number });
      await tasksAfter(scope, tx, held, content.goingHome);
      await raiseTasks(tx, datedTooEarly(held, surgeryOn, content.earliestReady));
      if (given.tell) await sendLink(tx, { held, purpose: "page", part: 1, kind: "plan" });
      return { kind: "confirmed", number };
    });
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.answer;
    throw thrown;
  }
}

interface Optimising {
  tx: Tx;
  held: HeldEntry;
  given: PlanGiven;
  fitFrom: IsoDate;
  number: number;
}

/** Decides as the page of a decision does; hubs stay as they are but for those that the rules say do not suit. */
async function optimiseUntil(
  scope: Scope,
  store: Store,
  actor: Actor,
  { tx, held, given, fitFrom, number }: Optimising,
): Promise<void> {
  const { hubs: results } = (await assessmentsOfEntry(scope, tx.db, held.id))[0]!.content;
  const { hubSuitable } = held.entry;
  const hubs = results
    .filter(({ site, level }) => level !== "no" && (hubSuitable === true || hubSuitable.includes(site)))
    .map(({ site }) => site);
  const read = given.read || (await wordsRead(scope, tx.db, held.id, actor));
  const decision = {
    ...{ screening: "optimising" as const, seen: given.seen, fitFrom, fitUntil: null, hubs },
    ...{ read, base: given.readinessBase, assessment: given.assessment },
    reason: `Preparation plan ${number}: what blocks is due by then`,
  };
  const answer = await decideScreening(scope, store, actor, held.id, decision, false);
  if (answer.kind !== "decided") throw new Refused({ kind: "notDecided", answer });
}

/** The plan is the answer to the task that asks for one; who takes the patient home is asked until it is known. */
async function tasksAfter(
  scope: Scope,
  tx: Tx,
  held: HeldEntry,
  goingHome: readonly string[],
): Promise<void> {
  for (const task of await tasksOfEntry(scope, tx.db, held.id)) {
    if (task.ended !== null) continue;
    if (task.kind === "plan" || (task.kind === "goingHome" && goingHome.length === 0))
      await endTask(tx, task, "done", "A plan was confirmed");
  }
  if (goingHome.length === 0) return;
  const { id: entry, organisation } = held;
  const about = { entry, organisation, site: held.entry.listingSite, about: "", urgent: false };
  await raiseTasks(tx, [
    { ...about, kind: "goingHome", words: `Going home: ${goingHome.join("; ").toLowerCase()}` },
  ]);
}

/** Somebody decides at once where the patient has a date before what blocks is due. */
function datedTooEarly(held: HeldEntry, surgeryOn: IsoDate | null, ready: IsoDate | null): NewTask[] {
  if (surgeryOn === null || ready === null || ready <= surgeryOn) return [];
  const { id: entry, organisation } = held;
  const [dated, by] = [spokenDate(surgeryOn, today()), spokenDate(ready, today())];
  const words = `The patient has a date on ${dated}, and what blocks is due by ${by}: decide on fitness and date`;
  const about = { entry, organisation, site: held.entry.listingSite, about: surgeryOn };
  return [{ ...about, kind: "worsened", urgent: true, words }];
}
