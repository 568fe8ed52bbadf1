import type { ClockTime } from "~/domain/calendar";
import { admissionTime } from "~/domain/list-order/admission";
import { orderQuestion } from "~/domain/list-order/list-order";
import { startTimes } from "~/domain/list-order/list-timing";
import { orderNotes } from "~/domain/list-order/order-notes";
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

/** The entries of a session in the best order that the policy's rules know. */
export function orderList(
  context: PlanContext,
  session: TheatreSession,
  entries: readonly WaitingListEntry[],
): OrderedCase[] {
  const { policy } = context.input;
  const { date, start } = session;
  const { turnaround } = listLimits(context, session);
  const list = { date, start, turnaround, policy: policy.listOrder };
  const question = orderQuestion(entries, list, (entry) =>
    urgentClassOn(urgencyOf(entry, policy, context.horizon), date),
  );
  const order = bestSequence(question.sequence);
  const inOrder = order.map((item) => question.entries[item]!);
  const minutes = inOrder.map((entry) => entry.minutes);
  const starts = startTimes(start, turnaround, minutes);
  const notes = orderNotes(question, order, starts, policy.listOrder);
  return inOrder.map((entry, at) => ({
    entry,
    start: starts[at]!,
    admission: admissionTime(starts[at]!, policy.listOrder),
    notes: notes[at]!,
  }));
}
