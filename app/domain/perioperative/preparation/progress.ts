import type { IsoDate } from "../../calendar";
import type { PlanItem } from "./plan";
import type { ReferralState, StepKind } from "./step";

/** A step as it is kept. */
export interface TakenStep {
  /** Counts from 1 within the entry. */
  number: number;
  item: string;
  kind: StepKind;
  referral: ReferralState | null;
  text: string;
  by: string;
  at: string;
}

/** How one action of a plan stands. */
export interface ItemStanding {
  item: PlanItem;
  /** Who ticked it, and when; null: not done. */
  done: { by: string; at: string } | null;
  /** What the patient said they need help with; null: nothing since it was last done. */
  help: { text: string; at: string } | null;
  /** null: the action needs no referral. */
  referral: { state: ReferralState; by: string; at: string; text: string } | null;
  overdue: boolean;
}

/** How the actions of a plan stand on a day, by the steps that were taken, first to last. */
export function planStanding(
  items: readonly PlanItem[],
  steps: readonly TakenStep[],
  today: IsoDate,
): ItemStanding[] {
  return items.map((item) => {
    const own = steps.filter((step) => step.item === item.id && step.number > (item.stepsBefore ?? 0));
    const tick = own.filter(({ kind }) => kind === "done" || kind === "open").at(-1);
    const done = tick?.kind === "done" ? { by: tick.by, at: tick.at } : null;
    const said = own.filter(({ kind }) => kind === "help").at(-1);
    const help = said && !(done && done.at >= said.at) ? { text: said.text, at: said.at } : null;
    const overdue = done === null && item.due !== null && item.due < today;
    return { item, done, help, referral: referralOf(item, own), overdue };
  });
}

function referralOf({ referral }: PlanItem, own: readonly TakenStep[]): ItemStanding["referral"] {
  if (referral === null) return null;
  const last = own.filter(({ kind }) => kind === "referral").at(-1);
  if (!last?.referral) return { state: "toSend", by: "", at: "", text: "" };
  return { state: last.referral, by: last.by, at: last.at, text: last.text };
}

/**
 * Actions of staff that are late on a day: the team is told of these. Once the operation has taken place, what was to be
 * done before it is nobody's task any more; what comes after it is.
 */
export const overdueOfStaff = (standing: readonly ItemStanding[], operated: boolean): ItemStanding[] =>
  standing.filter(
    ({ overdue, item }) => overdue && item.owner !== "patient" && (!operated || item.phase === "after"),
  );
