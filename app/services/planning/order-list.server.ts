import type { ClockTime } from "~/domain/calendar";
import { admissionTime } from "~/domain/list-order/admission";
import { handOrdered, type HandOrder } from "~/domain/list-order/hand-order";
import { orderQuestion, type OrderQuestion } from "~/domain/list-order/list-order";
import { startTimes } from "~/domain/list-order/list-timing";
import { orderBreaks, type OrderBreak } from "~/domain/list-order/order-breaks";
import { orderNotes } from "~/domain/list-order/order-notes";
import { listOrderAt } from "~/domain/list-order/order-policy";
import type { TheatreSession } from "~/domain/theatre";
import { urgencyOf, urgentClassOn } from "~/domain/urgency";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { bestSequence } from "~solver/sequence";
import { listLimits, type PlanContext } from "./plan-context.server";

/** One case at its place: when it starts, when its patient comes in, and what the order could not give it. */
export interface OrderedCase {
  entry: WaitingListEntry;
  start: ClockTime;
  admission: ClockTime;
  notes: string[];
}

/** A list in its order, and the rules that the order does not keep, in the terms of its cases. */
export interface OrderedList {
  cases: OrderedCase[];
  breaks: (Omit<OrderBreak, "cases"> & {
    cases: { entry: WaitingListEntry; others: WaitingListEntry[] }[];
  })[];
}

/** The entries of a session as a person ordered them, else in the best order that the site's rules know. */
export function orderList(
  context: PlanContext,
  session: TheatreSession,
  entries: readonly WaitingListEntry[],
  hand?: HandOrder<WaitingListEntry>,
): OrderedCase[] {
  return orderedList(context, session, entries, hand).cases;
}

/** The same with what the order breaks. */
export function orderedList(
  context: PlanContext,
  session: TheatreSession,
  entries: readonly WaitingListEntry[],
  hand?: HandOrder<WaitingListEntry>,
): OrderedList {
  const rules = listOrderAt(context.input.policy.listOrder, session.site);
  const golden = rules.golden ? (hand?.golden ?? null) : null;
  const question = questionOf(context, session, entries, golden);
  const order = orderOf(question, hand && { entries: hand.entries, golden });
  const inOrder = order.map((item) => question.entries[item]!);
  const minutes = inOrder.map((entry) => entry.minutes);
  const starts = startTimes(session.start, question.sequence.gap, minutes);
  const notes = orderNotes(question, order, starts, rules);
  const cases = inOrder.map((entry, at) => ({
    entry,
    start: starts[at]!,
    admission: admissionTime(starts[at]!, rules),
    notes: notes[at]!,
  }));
  const named = (item: number) => question.entries[item]!;
  const breaks = orderBreaks(question.facts, order, rules).map((broken) => ({
    ...broken,
    cases: broken.cases.map(({ item, others }) => ({ entry: named(item), others: others.map(named) })),
  }));
  return { cases, breaks };
}

function questionOf(
  context: PlanContext,
  session: TheatreSession,
  entries: readonly WaitingListEntry[],
  golden: WaitingListEntry | null,
): OrderQuestion<WaitingListEntry> {
  const { policy } = context.input;
  const { date, start, site } = session;
  const { turnaround } = listLimits(context, session);
  const list = { date, start, turnaround, golden, policy: listOrderAt(policy.listOrder, site) };
  return orderQuestion(entries, list, (entry) =>
    urgentClassOn(urgencyOf(entry, policy, context.horizon), date),
  );
}

/** Items of the question, first to last. */
function orderOf(
  { entries, sequence }: OrderQuestion<WaitingListEntry>,
  hand?: HandOrder<WaitingListEntry>,
): number[] {
  const best = bestSequence(sequence);
  if (!hand) return best;
  const itemOf = new Map(entries.map((entry, item) => [entry, item]));
  return handOrdered(best, {
    entries: hand.entries.flatMap((entry) => itemOf.get(entry) ?? []),
    golden: hand.golden === null ? null : (itemOf.get(hand.golden) ?? null),
  });
}
