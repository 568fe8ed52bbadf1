import { counted } from "~/domain/figure-words";
import type { OrderStrain } from "~/domain/hand/hand-week";
import type { HandOrder } from "~/domain/list-order/hand-order";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { ORDER_RULE_FACTS } from "~/facts/list-order";
import { orderedList } from "../planning/order-list.server";
import type { PlanContext } from "../planning/plan-context.server";

/** Lists whose order is remembered: a board asks of the same ones again and again. */
const MOST = 5_000;

/**
 * What the order of a list of these cases would not keep, in a person's order where there is one, else in the best that
 * the site's rules know; remembered by the cases.
 */
export function orderStrains(
  context: PlanContext,
  handOf: (session: TheatreSession) => HandOrder<WaitingListEntry> | undefined,
): (session: TheatreSession, entries: readonly WaitingListEntry[]) => OrderStrain[] {
  const known = new Map<string, OrderStrain[]>();
  return (session, entries) => {
    if (entries.length < 2) return [];
    const key = [
      session.sessionId,
      ...entries.map(({ issuer, pathwayId }) => `${issuer}|${pathwayId}`),
    ].join();
    const found = known.get(key) ?? strainsOf(context, session, entries, handOf(session));
    if (known.size >= MOST) known.clear();
    known.set(key, found);
    return found;
  };
}

function strainsOf(
  context: PlanContext,
  session: TheatreSession,
  entries: readonly WaitingListEntry[],
  hand: HandOrder<WaitingListEntry> | undefined,
): OrderStrain[] {
  const { cases, breaks } = orderedList(context, session, entries, hand);
  const order = hand ? "In the order that a person gave" : "Even in its best order";
  const rules = breaks.map(({ rule, cases: broken, changeovers }): OrderStrain => {
    const words = ORDER_RULE_FACTS.find((fact) => fact.rule === rule)?.words ?? rule;
    if (!changeovers)
      return {
        ...{ rule, weight: broken.length },
        sentence: `${order}, ${counted(broken.length, "case")} would not keep: ${words}.`,
      };
    const { count, fewest } = changeovers;
    const sentence = `${order}, equipment or side would change ${counted(count, "time")}, where ${fewest} would do.`;
    return { rule, weight: count - fewest, sentence };
  });
  const notes = cases.flatMap((item) => item.notes);
  const limits = [...new Set(notes)].map((note): OrderStrain => ({
    ...{ rule: note, weight: notes.filter((other) => other === note).length },
    sentence: `Order to check: ${note}.`,
  }));
  return [...rules, ...limits];
}
