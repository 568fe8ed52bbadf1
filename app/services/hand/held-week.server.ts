import { addDays, type IsoDate } from "~/domain/calendar";
import { afterMoves, changedLists } from "~/domain/hand/hand-change";
import { HandWeek, type StandingCase } from "~/domain/hand/hand-week";
import type { ListStanding, PatientTold } from "~/domain/hand/list-standing";
import { leaveOf, surgeonsAway, type LeaveDays } from "~/domain/leave";
import { listStates, type ListState } from "~/domain/list-state";
import { CONTRACT_FILES } from "~/domain/plan-input";
import type { Reason } from "~/domain/reasons";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { equipmentName } from "~/facts/equipment";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import { changedSince, changesAfter, changesSoFar } from "~db/audit/changes";
import { bookedInto } from "~db/booked-entries";
import { currentCaseHolds, type CaseHold } from "~db/case-holds";
import type { Reader } from "~db/engine";
import { heldSlotsWithin, type HeldSlot } from "~db/held-slots";
import { currentListOrders, type ListOrder } from "~db/list-orders";
import { listSites, wholeScope, type Site } from "~db/organisations";
import { lastChanges } from "~db/placement-changes";
import { currentPlacements, placementsElsewhere, weekRevision, type Placement } from "~db/placements";
import { currentPolicy } from "~db/policies";
import type { Scope } from "~db/scope";
import { actorText, type Actor } from "~db/actor";
import type { Store } from "~db/store";
import { leaveWithin } from "~db/leave";
import { noticesOfEntries } from "~db/patient-notices";
import { sessionDetails, type HeldDetail } from "~db/session-details";
import { sessionEventsWithin } from "~db/session-events";
import { listSessions, weekSpan, type HeldSession } from "~db/theatre-sessions";
import { entriesById, type HeldEntry } from "~db/waiting-list";
import { flagsOf, planContext, type PlanContext } from "../planning/plan-context.server";
import { beforeStageTwo } from "../shared-decision/stage-two.server";
import { LONGEST_STAY, resourcesLeft } from "../solve-week-load.server";
import { orderStrains } from "./order-strains.server";
import { handOrder } from "./hand-order-of.server";
import { actWords } from "./act-words.server";
import { keepLists } from "./worked-lists.server";

/** Which week of which organisation, seen on which day. */
export interface HandAsked {
  organisation: string;
  /** Monday. */
  week: IsoDate;
  /** In London. */
  today: IsoDate;
}

/** How a case came to its place. */
export type HeldPlace = Pick<Placement, "session" | "run" | "changedBy" | "reason" | "override">;

/** A week of a whole organisation as it stands in the store, ready for changes by hand. Ids are the store's. */
export interface HeldHandWeek extends HandAsked {
  /** How far the record of changes had come when it was read. */
  seen: number;
  revision: number;
  /** Every site of the organisation: a change anywhere may stand against it. */
  scope: Scope;
  sites: Site[];
  sessions: ReadonlyMap<string, HeldSession>;
  /** Entries that stand on lists, by id. */
  entries: ReadonlyMap<string, HeldEntry>;
  idOf: ReadonlyMap<WaitingListEntry | TheatreSession, string>;
  /** Places that Hublist gave, by entry; who stands without one is booked by the organisation's own system. */
  placements: ReadonlyMap<string, HeldPlace>;
  states: ReadonlyMap<string, ListState>;
  orders: ReadonlyMap<string, ListOrder>;
  holds: ReadonlyMap<string, CaseHold>;
  slots: readonly HeldSlot[];
  /** Of the entries that stand on lists, whose shared decision is not complete. */
  beforeStageTwo: ReadonlySet<string>;
  hand: HandWeek;
  context: PlanContext;
}

/** Weeks lately asked for, the last one last: each is true as long as the record of changes says so. */
const lately = new WeakMap<Store, Map<string, HeldHandWeek>>();
const KEPT = 10;

/** A week as it stands now: from memory when nothing that it stands on has changed since it was read. */
export async function heldHandWeek(store: Store, asked: HandAsked): Promise<HeldHandWeek> {
  const { organisation, week, today } = asked;
  const held = lately.get(store) ?? new Map<string, HeldHandWeek>();
  lately.set(store, held);
  const key = keyOf(asked);
  const known = held.get(key);
  const scope = { organisations: [organisation], sites: [] };
  const seen = await changesSoFar(scope, store.db);
  const isTrue =
    known !== undefined && (known.seen === seen || !(await changedSince(scope, store.db, known.seen)));
  const found = isTrue ? { ...known, seen } : await readWeek(store.db, { organisation, week, today }, seen);
  held.delete(key);
  held.set(key, found);
  if (held.size > KEPT) held.delete(held.keys().next().value!);
  return found;
}

/** A move that was recorded: of which entry, and what was set aside. */
export interface MadeMove {
  held: HeldEntry;
  entry: WaitingListEntry;
  to: TheatreSession | null;
  override: Reason[];
}

/**
 * Lets the week in memory follow moves that were just recorded from it, so that it need not be read again. Where anybody
 * else has written meanwhile it is left, and read when it is next asked for.
 */
export async function followMoves(
  store: Store,
  week: HeldHandWeek,
  moves: readonly MadeMove[],
  { revision, reason, by }: { revision: number; reason: string; by: Actor },
): Promise<void> {
  // Of a case that comes from outside more is to be known than its move.
  if (moves.some(({ held }) => !week.entries.has(held.id))) return;
  const seen = await changesSoFar(week.scope, store.db);
  const changed = await changesAfter(week.scope, store.db, week.seen, moves.length + 1);
  if (changed.length !== moves.length || changed.some((kind) => kind !== "placement_change")) return;
  const [entries, idOf, placements] = [new Map(week.entries), new Map(week.idOf), new Map(week.placements)];
  for (const { held, entry, to, override } of moves) {
    entries.set(held.id, held);
    idOf.set(entry, held.id);
    if (to === null) placements.delete(held.id);
    else
      placements.set(held.id, {
        ...{ run: null, changedBy: actorText(by), reason, override },
        session: idOf.get(to)!,
      });
  }
  const hand = afterMoves(week.hand, moves);
  keepLists(week.hand, hand, changedLists(week.hand, moves));
  const key = keyOf(week);
  lately.get(store)?.set(key, { ...week, seen, revision, entries, idOf, placements, hand });
}

const keyOf = ({ organisation, week, today }: HandAsked) => [organisation, week, today].join("|");

async function readWeek(db: Reader, asked: HandAsked, seen: number): Promise<HeldHandWeek> {
  const { organisation, week, today } = asked;
  const all = await listSites(await wholeScope(db), db);
  const sites = all.filter((site) => site.organisation === organisation);
  const scope: Scope = { organisations: [organisation], sites: sites.map(({ code }) => code) };
  const span = weekSpan(week);
  const sessions = await listSessions(scope, db, span, organisation);
  const placed = await currentPlacements(scope, db, organisation, week);
  const booked = await bookedHere(scope, db, asked, sessions);
  const ids = [...new Set([...placed.map(({ entry }) => entry), ...booked.keys()])];
  const entries = await entriesById(scope, db, ids);
  const elsewhere = await placementsElsewhere(scope, db, organisation, {
    exceptWeek: week,
    from: addDays(week, -LONGEST_STAY),
  });
  const policy = (await currentPolicy(scope, db, organisation))!.policy;
  const states = listStates(await sessionEventsWithin(scope, db, span, organisation));
  const details = await sessionDetails(scope, db, span, organisation);
  const leave = await leaveWithin(scope, db, span, organisation);
  const resources = await resourcesLeft(scope, db, { organisation, week }, elsewhere);
  const standing = standingCases(sessions, placed, booked, entries);
  const idOf = new Map<WaitingListEntry | TheatreSession, string>();
  for (const { id, session } of sessions) idOf.set(session, id);
  for (const { id, entry } of entries.values()) idOf.set(entry, id);
  const standings = await listStandings(db, { states, details, sessions, leave });
  const told = await patientsTold(scope, db, ids);
  const orders = await currentListOrders(
    scope,
    db,
    sessions.map(({ id }) => id),
  );
  const context = planContext({
    planDate: today,
    sessions: sessions.map(({ session }) => session),
    ...{ resources, policy, entries: [], pins: [], previous: null, rejected: [], warnings: [] },
    files: CONTRACT_FILES,
  });
  const handOf = (session: TheatreSession) =>
    handOrder(orders.get(idOf.get(session) ?? ""), (id) => entries.get(id)?.entry ?? null);
  return {
    ...{ organisation, week, today, seen, scope, sites, entries, idOf, states },
    revision: await weekRevision(scope, db, organisation, week),
    sessions: new Map(sessions.map((held) => [held.id, held])),
    placements: new Map(placed.map((placement) => [placement.entry, placement])),
    ...{ orders, context },
    holds: await currentCaseHolds(scope, db, ids),
    slots: await heldSlotsWithin(scope, db, span, organisation),
    beforeStageTwo: await beforeStageTwo(db, [...entries.values()]),
    hand: HandWeek.of({
      planDate: today,
      sessions: sessions.map(({ session }) => session),
      ...{ resources, policy, standing, flagsOf },
      names: {
        specialty: treatmentFunctionName,
        site: (code) => sites.find((site) => site.code === code)?.name ?? code,
        equipment: equipmentName,
      },
      listOf: (session) => standings.get(session),
      toldOf: (entry) => told.get(idOf.get(entry) ?? ""),
      strainsOf: orderStrains(context, handOf),
    }),
  };
}

/** Entries that the organisation's own system has booked into this week and that Hublist has not placed otherwise. */
async function bookedHere(
  scope: Scope,
  db: Reader,
  { organisation, week }: HandAsked,
  sessions: readonly HeldSession[],
): Promise<Map<string, string>> {
  const named = new Map(sessions.map(({ id, session }) => [session.sessionId, id]));
  const dates = [...new Set(sessions.map(({ session }) => session.date))];
  const booked = await bookedInto(scope, db, organisation, { dates, sessionIds: [...named.keys()] });
  const entries = booked.map(({ entry }) => entry);
  const decided = await lastChanges(scope, db, { organisation, week, entries });
  return new Map(
    booked.flatMap(({ entry, sessionId }) =>
      decided.has(entry) ? [] : [[entry, named.get(sessionId)!] as const],
    ),
  );
}

function standingCases(
  sessions: readonly HeldSession[],
  placed: readonly Placement[],
  booked: ReadonlyMap<string, string>,
  entries: ReadonlyMap<string, HeldEntry>,
): StandingCase[] {
  const byId = new Map(sessions.map(({ id, session }) => [id, session]));
  const one = (entry: string, session: string, override: Placement["override"]): StandingCase[] => {
    const [held, stands] = [entries.get(entry), byId.get(session)];
    return held && stands ? [{ entry: held.entry, session: stands, override }] : [];
  };
  return [
    ...placed.flatMap(({ entry, session, override }) => one(entry, session, override)),
    ...[...booked].flatMap(([entry, session]) => one(entry, session, [])),
  ];
}

/** What the patients of some entries heard last of a date, by id; nobody else was told of one that stands. */
async function patientsTold(
  scope: Scope,
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, PatientTold>> {
  const notices = await noticesOfEntries(scope, db, ids);
  return new Map(
    [...notices].flatMap(([entry, heard]) => {
      const { kind, date } = heard.at(-1)!;
      const stands = kind === "told" || kind === "accepted";
      return stands ? [[entry, { date, accepted: kind === "accepted" }] as const] : [];
    }),
  );
}

interface Standings {
  states: ReadonlyMap<string, ListState>;
  details: ReadonlyMap<string, HeldDetail>;
  sessions: readonly HeldSession[];
  leave: readonly LeaveDays[];
}

/** How the lists that anything is known of stand with the people who rely on them. */
async function listStandings(
  db: Reader,
  { states, details, sessions, leave }: Standings,
): Promise<Map<TheatreSession, ListStanding>> {
  const standings = new Map<TheatreSession, ListStanding>();
  for (const { id, session } of sessions) {
    const [state, detail] = [states.get(id), details.get(id)];
    const away = leaveOf(leave, { ...session, anaesthetist: detail?.anaesthetist ?? "" });
    if (!state && !detail && away.length === 0) continue;
    standings.set(session, {
      signedOff: state?.signedOff ? await actWords(db, state.signedOff) : "",
      locked: state?.locked ? await actWords(db, state.locked) : "",
      published: state?.published?.version ?? null,
      equipment: detail?.equipment ?? [],
      away: [...new Set(away.map(({ person }) => person))],
      surgeonsAway: surgeonsAway(leave, session),
    });
  }
  return standings;
}
