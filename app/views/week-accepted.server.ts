import type { IsoDate } from "~/domain/calendar";
import type { HandOrder } from "~/domain/list-order/hand-order";
import { CONTRACT_FILES } from "~/domain/plan-input";
import type { Policy } from "~/domain/policy";
import { isBookable } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import type { RecordedList } from "~/domain/week-record";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { plannedList } from "~/services/decode-plan.server";
import { planContext } from "~/services/planning/plan-context.server";
import type { ListOrder } from "~db/list-orders";
import type { Placement } from "~db/placements";
import type { HeldSession } from "~db/theatre-sessions";
import type { People } from "./week-people.server";

interface AcceptedInput {
  today: IsoDate;
  policy: Policy;
  sessions: readonly HeldSession[];
  standing: readonly Placement[];
  people: People;
  /** Orders that people gave, by id of the session. */
  orders: ReadonlyMap<string, ListOrder>;
}

/** The lists of a week as its accepted places make them, in the order that people or rules gave them and with the measures that they have now. */
export function acceptedLists(input: AcceptedInput): RecordedList[] {
  const { today, policy, sessions, standing, people, orders } = input;
  const context = planContext({
    planDate: today,
    sessions: sessions.map(({ session }) => session),
    policy,
    files: CONTRACT_FILES,
    ...{ entries: [], resources: [], pins: [], previous: null, rejected: [], warnings: [] },
  });
  const bySession = new Map<string, Placement[]>();
  for (const placement of standing)
    bySession.set(placement.session, [...(bySession.get(placement.session) ?? []), placement]);
  return sessions
    .filter(({ session }) => isBookable(session))
    .map(({ id, session }) =>
      acceptedList(context, session, bySession.get(id) ?? [], people, orders.get(id)),
    );
}

function acceptedList(
  context: ReturnType<typeof planContext>,
  session: TheatreSession,
  placements: readonly Placement[],
  people: People,
  order: ListOrder | undefined,
): RecordedList {
  const placed = new Map<WaitingListEntry, Placement>();
  for (const placement of placements) {
    const known = people.get(placement.entry);
    if (known) placed.set(known.entry, placement);
  }
  const entries = [...placed.keys()];
  const list = plannedList(context, new Map(), session, entries, handOrderOf(order, people));
  const byName = new Map(entries.map((entry) => [nameOf(entry), placed.get(entry)!]));
  const cases = list.cases.map((planned) => {
    const placement = byName.get(nameOf(planned))!;
    return { ...planned, entry: placement.entry, overridden: placement.override };
  });
  return { ...list, cases };
}

/** A person's order in terms of entries; undefined: nobody ordered the list. */
export function handOrderOf(
  order: ListOrder | undefined,
  people: Pick<People, "get">,
): HandOrder<WaitingListEntry> | undefined {
  if (!order) return undefined;
  const golden = order.golden === null ? undefined : people.get(order.golden);
  return {
    entries: order.entries.flatMap((entry) => people.get(entry)?.entry ?? []),
    golden: golden?.entry ?? null,
  };
}

function nameOf({ pathwayId, issuer = "" }: { pathwayId: string; issuer?: string }): string {
  return `${issuer}|${pathwayId}`;
}
