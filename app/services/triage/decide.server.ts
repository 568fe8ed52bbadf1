import { today } from "~/clock.server";
import type { Assessment } from "~/domain/perioperative/assess";
import { against, type Against } from "~/domain/perioperative/decision";
import type { TaskKind } from "~/domain/perioperative/task";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import { setFoundFlags } from "~db/found-flags";
import { decideReadiness } from "~db/readiness";
import { assessmentsOfEntry } from "~db/screening/assessments";
import { endTask, tasksOfEntry } from "~db/screening/care-tasks";
import { datedEntries } from "~db/screening/dated-entries";
import { insertDecision } from "~db/screening/decisions";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findEntry } from "~db/waiting-list";
import { assessEntry } from "./assess-entry.server";
import type { DecisionGiven } from "./decision-form.server";
import { raiseExpiredOf } from "./raise-expired.server";

export type DecideAnswer =
  | { kind: "decided"; as: "confirmed" | "overridden" }
  /** Somebody decided, or answers or measures came in, after the card was opened. */
  | { kind: "changedSince"; what: "decision" | "assessment"; by: string }
  /** What the patient wrote was not read. */
  | { kind: "unread" }
  /** It goes against the rules: a reason, and somebody who may override. */
  | { kind: "against"; against: Against[]; lacking: "reason" | "permission" }
  | { kind: "notFound" };

/**
 * Records what a named person decides about a patient's fitness and hubs: a readiness decision, which the planner counts,
 * and beside it the assessment that the person saw. Tasks about it are ended by it.
 */
export async function decideScreening(
  scope: Scope,
  store: Store,
  actor: Actor,
  entry: string,
  given: DecisionGiven,
  mayOverride: boolean,
): Promise<DecideAnswer> {
  return store.commit(actor, "screening.decide", async (tx) => {
    const held = await findEntry(scope, tx.db, entry);
    if (held === null || held.state !== "listed") return { kind: "notFound" };
    const number = await assessEntry(scope, store, actor, entry);
    const assessment = (await assessmentsOfEntry(scope, tx.db, entry))[0]!;
    if (number !== given.assessment) return { kind: "changedSince", what: "assessment", by: assessment.by };
    const { content } = assessment;
    if (content.toRead.length > 0 && !given.read) return { kind: "unread" };
    const found = against(content, given);
    if (found.length > 0 && !mayOverride) return { kind: "against", against: found, lacking: "permission" };
    if (found.length > 0 && given.reason === "")
      return { kind: "against", against: found, lacking: "reason" };
    const as = found.length > 0 ? ("overridden" as const) : ("confirmed" as const);
    const reason = given.reason || CONFIRMED;
    const { screening, fitFrom, fitUntil, hubs: hubSuitable } = given;
    const outcome = await decideReadiness(scope, store, actor, {
      ...{ entry, base: given.base, reason },
      readiness: { screening, fitFrom, fitUntil, hubSuitable },
    });
    if (outcome.kind === "changedSince") return { kind: "changedSince", what: "decision", by: outcome.by };
    if (outcome.kind === "notFound") return { kind: "notFound" };
    const about = { organisation: held.organisation, site: held.entry.listingSite };
    const decision = {
      entry,
      assessment: number,
      readiness: outcome.number,
      kind: as,
      seen: given.seen,
      reason,
    };
    await insertDecision(tx, decision, about);
    await setFoundFlags(tx, entry, foundFlags(content), about);
    await endAnswered(scope, tx, entry);
    await raiseExpiredOf(tx, await datedEntries(scope, tx.db, today(), entry), today());
    return { kind: "decided", as };
  });
}

/** The flags of the list order that the rules found: from the decision on they order lists and stand on them. */
const foundFlags = ({ outcomes }: Pick<Assessment, "outcomes">): string[] => [
  ...new Set(outcomes.flatMap((one) => (one.type === "listOrder" ? [one.flag] : []))),
];

const CONFIRMED = "Confirmed as the rules suggest";

/** Tasks that say that a decision is needed. An urgent symptom, or help with a plan, is not answered by one. */
const ANSWERED: readonly TaskKind[] = ["expired", "worsened", "measure"];

async function endAnswered(scope: Scope, tx: Tx, entry: string): Promise<void> {
  for (const task of await tasksOfEntry(scope, tx.db, entry))
    if (task.ended === null && ANSWERED.includes(task.kind))
      await endTask(tx, task, "done", `Decided on ${today()}`);
}
