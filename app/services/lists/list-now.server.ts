import { mondayOf, type IsoDate } from "~/domain/calendar";
import { listState, untouchedState } from "~/domain/list-state";
import { CONTRACT_FILES } from "~/domain/plan-input";
import type { Policy } from "~/domain/policy";
import type { PublishedList } from "~/domain/published-list";
import { isBookable } from "~/domain/session-time";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Reader } from "~db/engine";
import { currentListOrders, type ListOrder } from "~db/list-orders";
import { listSites, wholeScope } from "~db/organisations";
import { currentPlacements, weekRevision, type Placement } from "~db/placements";
import { currentPolicy } from "~db/policies";
import type { Scope } from "~db/scope";
import { sessionDetails } from "~db/session-details";
import { sessionEvents } from "~db/session-events";
import { findSession, listSessions, weekSpan, type HeldSession } from "~db/theatre-sessions";
import { entriesById, type HeldEntry } from "~db/waiting-list";
import { orderedList } from "../planning/order-list.server";
import { planContext, type PlanContext } from "../planning/plan-context.server";
import { publishable } from "./list-content.server";
import type { ListHeld } from "./list-held";

/** A theatre list as it stands now, and what publishing it would freeze. */
export interface ListNow extends ListHeld {
  /** What would be published: without those whose fitness is not confirmed. */
  content: PublishedList;
}

/** The whole organisation: who may see a list may see who is on it, wherever they were listed. */
async function organisationScope(db: Reader, organisation: string) {
  const sites = await listSites(await wholeScope(db), db);
  const own = sites.filter((site) => site.organisation === organisation);
  return {
    scope: { organisations: [organisation], sites: own.map(({ code }) => code) },
    siteName: (code: string) => own.find((site) => site.code === code)?.name ?? code,
  };
}

/** One list in scope as it stands now; null: there is no such session. */
export async function listNow(
  scope: Scope,
  db: Reader,
  session: string,
  today: IsoDate,
): Promise<ListNow | null> {
  const found = await findSession(scope, db, session);
  if (found === null) return null;
  const week = mondayOf(found.session.date);
  const lists = await listsNow(scope, db, { organisation: found.organisation, week, today }, [session]);
  return lists[0] ?? null;
}

/**
 * The lists of an organisation's week in scope as they stand now, in the order of time; of some sessions when they are named.
 * Sessions that are gone have none.
 */
export async function listsNow(
  scope: Scope,
  db: Reader,
  asked: { organisation: string; week: IsoDate; today: IsoDate },
  only?: readonly string[],
): Promise<ListNow[]> {
  const { organisation, week, today } = asked;
  const whole = await organisationScope(db, organisation);
  const sessions = await listSessions(whole.scope, db, weekSpan(week), organisation);
  const wanted = sessions.filter(
    ({ id, session }) => scope.sites.includes(session.site) && (only === undefined || only.includes(id)),
  );
  const ids = wanted.map(({ id }) => id);
  const placements = (await currentPlacements(scope, db, organisation, week)).filter(({ session }) =>
    ids.includes(session),
  );
  const entries = await entriesById(
    whole.scope,
    db,
    placements.map(({ entry }) => entry),
  );
  const policy = (await currentPolicy(whole.scope, db, organisation))!.policy;
  const context = contextOf(today, policy, sessions);
  const orders = await currentListOrders(scope, db, ids);
  const details = await sessionDetails(scope, db, weekSpan(week), organisation);
  const events = await sessionEvents(scope, db, ids);
  const revision = await weekRevision(scope, db, organisation, week);
  return wanted.map((held) => {
    const own = events.filter(({ session }) => session === held.id);
    const standing = placements.filter(({ session }) => session === held.id);
    const order = orders.get(held.id) ?? null;
    const detail = details.get(held.id) ?? null;
    const { cases, breaks } = casesNow(context, held, standing, entries, order);
    const list = {
      ...{ held, week, revision, order, cases, breaks, detail, events: own },
      state: own.length > 0 ? listState(own) : untouchedState(),
      bookable: isBookable(held.session),
      siteName: whole.siteName(held.session.site),
    };
    return { ...list, content: publishable(list) };
  });
}

function contextOf(today: IsoDate, policy: Policy, sessions: readonly HeldSession[]): PlanContext {
  return planContext({
    planDate: today,
    sessions: sessions.map(({ session }) => session),
    policy,
    files: CONTRACT_FILES,
    ...{ entries: [], resources: [], pins: [], previous: null, rejected: [], warnings: [] },
  });
}

function casesNow(
  context: PlanContext,
  { session }: HeldSession,
  standing: readonly Placement[],
  entries: ReadonlyMap<string, HeldEntry>,
  order: ListOrder | null,
): Pick<ListHeld, "cases" | "breaks"> {
  const known = new Map<WaitingListEntry, { held: HeldEntry; placement: Placement }>();
  for (const placement of standing) {
    const held = entries.get(placement.entry);
    if (held) known.set(held.entry, { held, placement });
  }
  const entryOf = (id: string | null) => (id === null ? undefined : entries.get(id)?.entry);
  const hand = order && {
    entries: order.entries.flatMap((id) => entryOf(id) ?? []),
    golden: entryOf(order.golden) ?? null,
  };
  const { cases, breaks } = orderedList(context, session, [...known.keys()], hand ?? undefined);
  return {
    breaks,
    cases: cases.map((item) => ({
      ...item,
      ...known.get(item.entry)!,
      provisional: item.entry.screening !== "fit",
    })),
  };
}
