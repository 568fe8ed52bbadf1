import { createHash } from "node:crypto";
import { today } from "~/clock.server";
import { nextOwn, planToReview } from "~/domain/perioperative/preparation/plan-changes";
import { formText } from "~/http/form-text";
import type { Actor } from "~db/actor";
import type { Reader } from "~db/engine";
import { plansOfEntry } from "~db/preparation/plans";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findEntry, type HeldEntry } from "~db/waiting-list";
import { confirmPlan, type ConfirmAnswer } from "./confirm-plan.server";
import { readPlanForm, type PlanProblem, type PlanShown } from "./plan-form.server";
import { planNow, type PlanNow, type SuggestedNow } from "./suggest-now.server";

/** The plan that somebody looks through, and what it comes from. */
export interface ToReview extends Omit<PlanNow, "suggested">, PlanShown {
  suggested: SuggestedNow;
}

const NOTHING = { added: [], gone: [], redated: [], requoted: [], goingHome: [] };

/** The confirmed plan with what has changed, else the suggestion; null: nothing is known of the patient's health. */
export async function planForReview(scope: Scope, db: Reader, held: HeldEntry): Promise<ToReview | null> {
  const { plan, suggested, changes } = await planNow(scope, db, held);
  if (!suggested) return null;
  const content = plan
    ? planToReview(plan.content, suggested.content, changes ?? NOTHING)
    : suggested.content;
  const inIt = new Set(content.items.map(({ id }) => id));
  const { texts, surgeryOn, actions } = suggested;
  const others = actions.filter(({ id }) => !inIt.has(id));
  const plans = await plansOfEntry(scope, db, held.id);
  return {
    ...{ plan, suggested, changes, content, others, texts, surgeryOn, today: today() },
    nextOwn: nextOwn(plans.map((one) => one.content)),
  };
}

/** Tells apart what somebody reads of the actions in a plan: due dates and owners are fields of the form and not in it. */
export function shownDigest({ content }: Pick<ToReview, "content">): string {
  const read = content.items.map(({ id, title, patientText, staffText, blocks, phase, referral, quotes }) => [
    ...[id, title, patientText, staffText, blocks, phase, referral],
    ...[quotes?.topic, quotes?.site, quotes?.number],
  ]);
  return createHash("sha256").update(JSON.stringify(read)).digest("hex").slice(0, 16);
}

/** What was shown is not what would be kept, and why, as far as the form tells; null: it is the same. */
function changedSince(form: FormData, { plan, suggested, ...shown }: ToReview): ConfirmAnswer | null {
  const text = (name: string) => formText(form, name);
  if (text("shown") === shownDigest(shown)) return null;
  const what =
    text("base") !== String(plan?.number ?? 0)
      ? "plan"
      : text("assessment") !== String(suggested.assessment)
        ? "assessment"
        : "actions";
  return { kind: "changedSince", what };
}

export type ConfirmFormAnswer = ConfirmAnswer | { kind: "problem"; problems: PlanProblem[] };

/** Reads the form of a review and confirms the plan. */
export async function confirmPlanForm(
  scope: Scope,
  store: Store,
  actor: Actor,
  entry: string,
  form: FormData,
): Promise<ConfirmFormAnswer> {
  const held = await findEntry(scope, store.db, entry);
  const shown = held?.state === "listed" ? await planForReview(scope, store.db, held) : null;
  if (!shown) return { kind: "notFound" };
  const changed = changedSince(form, shown);
  if (changed) return changed;
  const { given, problems } = readPlanForm(form, shown);
  if (!given) return { kind: "problem", problems };
  return confirmPlan(scope, store, actor, entry, given);
}
