import type { TheatreSession } from "~/domain/theatre";
import { plannedList } from "../decode-plan.server";
import { handOrder } from "./hand-order-of.server";
import type { HeldHandWeek } from "./held-week.server";
import { workedList, type OrderedList } from "./worked-lists.server";

const NO_PINS = new Map<never, never>();

/** The list of a session as it stands: in a person's order or the rules', with times and measures. */
export function standingList(week: HeldHandWeek, session: TheatreSession): OrderedList {
  return workedList(week.hand, session, () => workOut(week, session));
}

/** Ids of the entries on a list, first to last. */
export function orderedIds(week: HeldHandWeek, session: TheatreSession): string[] {
  return [...standingList(week, session).ids];
}

function workOut(week: HeldHandWeek, session: TheatreSession): OrderedList {
  const entries = week.hand.casesOf(session).map(({ entry }) => entry);
  const order = week.orders.get(week.idOf.get(session) ?? "");
  const list = plannedList(
    week.context,
    NO_PINS,
    session,
    entries,
    handOrder(order, (id) => week.entries.get(id)?.entry ?? null),
  );
  const ids = new Map(entries.map((entry) => [nameOf(entry), week.idOf.get(entry)!]));
  return { list, ids: list.cases.map((planned) => ids.get(nameOf(planned))!) };
}

function nameOf({ pathwayId, issuer = "" }: { pathwayId: string; issuer?: string }): string {
  return `${issuer}|${pathwayId}`;
}
