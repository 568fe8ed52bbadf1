import type { IsoDate } from "~/domain/calendar";
import { CONTRACT_FILES } from "~/domain/plan-input";
import type { Policy } from "~/domain/policy";
import { isBookable } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import type { RecordedList } from "~/domain/week-record";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { plannedList } from "~/services/decode-plan.server";
import { planContext } from "~/services/planning/plan-context.server";
import type { Placement } from "~db/placements";
import type { HeldSession } from "~db/theatre-sessions";
import type { People } from "./week-people.server";

interface AcceptedInput {
  today: IsoDate;
  policy: Policy;
  sessions: readonly HeldSession[];
  standing: readonly Placement[];
  people: People;
}

/** The lists of a week as its accepted places make them, in the usual order and with the measures that they have now. */
export function acceptedLists({ today, policy, sessions, standing, people }: AcceptedInput): RecordedList[] {
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
    .map(({ id, session }) => acceptedList(context, session, bySession.get(id) ?? [], people));
}

function acceptedList(
  context: ReturnType<typeof planContext>,
  session: TheatreSession,
  placements: readonly Placement[],
  people: People,
): RecordedList {
  const placed = new Map<WaitingListEntry, Placement>();
  for (const placement of placements) {
    const known = people.get(placement.entry);
    if (known) placed.set(known.entry, placement);
  }
  const entries = [...placed.keys()];
  const list = plannedList(context, new Map(), session, entries);
  const byName = new Map(entries.map((entry) => [nameOf(entry), placed.get(entry)!]));
  const cases = list.cases.map((planned) => {
    const placement = byName.get(nameOf(planned))!;
    return { ...planned, entry: placement.entry, overridden: placement.override };
  });
  return { ...list, cases };
}

function nameOf({ pathwayId, issuer = "" }: { pathwayId: string; issuer?: string }): string {
  return `${issuer}|${pathwayId}`;
}
