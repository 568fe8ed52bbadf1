import type { IsoDate } from "../../calendar";
import type { PlanContent, PlanItem } from "./plan";

/** What would be otherwise in a plan that was made now. */
export interface PlanChanges {
  /** Actions that are suggested now and were neither in the plan nor left out of it. */
  added: PlanItem[];
  /** Actions that nothing asks for any more. */
  gone: PlanItem[];
  redated: { item: PlanItem; due: IsoDate | null }[];
  /** Actions that quote a text which the site has since approved, changed or withdrawn. */
  requoted: PlanItem[];
  /** Something is missing for going home now that was not when the plan was confirmed. */
  goingHome: string[];
}

/**
 * What a confirmed plan would gain, lose and move if it were made now. Actions that a nurse added or left out stay so;
 * due dates that were counted from the day of the plan, or that a nurse set, do not move with the calendar: only a
 * changed date of surgery moves those that wait for it. `follows`: whether an action's due date follows surgery.
 */
export function planChanges(
  confirmed: PlanContent,
  suggested: PlanContent,
  follows: { moved: boolean; surgery: (id: string) => boolean },
): PlanChanges {
  const now = new Map(suggested.items.map((item) => [item.id, item]));
  const known = new Set([...confirmed.items, ...confirmed.removed].map(({ id }) => id));
  const kept = confirmed.items.flatMap((item) => {
    const then = now.get(item.id);
    return then ? [{ item, then }] : [];
  });
  return {
    added: suggested.items.filter(({ id }) => !known.has(id)),
    gone: confirmed.items.filter(({ id }) => !isOwn(id) && !now.has(id) && !confirmed.chosen.includes(id)),
    redated: kept
      .filter(({ item, then }) => follows.moved && follows.surgery(item.id) && then.due !== item.due)
      .map(({ item, then }) => ({ item, due: then.due })),
    requoted: kept
      .filter(({ item, then }) => JSON.stringify(item.quotes) !== JSON.stringify(then.quotes))
      .map(({ then }) => then),
    goingHome: suggested.goingHome.filter((lack) => !confirmed.goingHome.includes(lack)),
  };
}

/** Words of a nurse: no action of the table. */
export const isOwn = (id: string): boolean => id.startsWith("own-");

/** The number for the next action in a nurse's own words: one that no plan of the entry ever had, so that no step counts for it. */
export function nextOwn(plans: readonly Pick<PlanContent, "items">[]): number {
  const ids = plans.flatMap(({ items }) => items.map(({ id }) => id));
  return Math.max(0, ...ids.flatMap((id) => /^own-(\d+)$/.exec(id)?.[1] ?? []).map(Number)) + 1;
}

/** The actions of a plan that follows `before`: of one that was not in it, only steps after the number `last` count. */
export function sinceBack(items: readonly PlanItem[], before: readonly PlanItem[], last: number): PlanItem[] {
  const known = new Map(before.map((item) => [item.id, item]));
  return items.map(({ stepsBefore: _given, ...item }) => {
    const stepsBefore = known.has(item.id) ? known.get(item.id)!.stepsBefore : last;
    return stepsBefore ? { ...item, stepsBefore } : item;
  });
}

/** Whether anything would change. */
export const isChanged = ({ added, gone, redated, requoted, goingHome }: PlanChanges): boolean =>
  [added, gone, redated, requoted, goingHome].some(({ length }) => length > 0);

/**
 * The plan that a nurse looks through: the confirmed one with what has changed, or the suggestion where there is none.
 */
export function planToReview(
  confirmed: PlanContent,
  suggested: PlanContent,
  { added, gone, redated, requoted }: PlanChanges,
): Pick<PlanContent, "items" | "removed" | "goingHome" | "chosen"> {
  const due = new Map(redated.map((one) => [one.item.id, one.due]));
  const quotes = new Map(requoted.map(({ id, quotes: now }) => [id, now]));
  const items = confirmed.items
    .filter((item) => !gone.includes(item))
    .map((item) => ({
      ...item,
      due: due.has(item.id) ? due.get(item.id)! : item.due,
      quotes: quotes.has(item.id) ? quotes.get(item.id)! : item.quotes,
    }));
  const { removed, chosen } = confirmed;
  return { items: [...items, ...added], removed, chosen, goingHome: suggested.goingHome };
}
