import { READINESS_WORDS } from "~/components/waiting-list/readiness-text";
import type { IsoDate } from "~/domain/calendar";
import { agenda, type AgendaCase, type AgendaInput, type AgendaItem } from "~/domain/meeting/agenda";
import { readinessState } from "~/domain/readiness-state";
import { weeksWaited } from "~/domain/rtt-clock";
import { earliestTarget } from "~/domain/targets";
import { DEFAULT_POLICY, type Policy } from "~/domain/policy";
import type { SiteSettings } from "~/domain/workspace-settings";
import { planForAgenda, type PlanForAgenda } from "~/services/meetings/agenda-plan.server";
import { lateSessions } from "~/services/meetings/late-sessions.server";
import { store } from "~/store.server";
import type { Reader } from "~db/engine";
import { operatedOf } from "~db/operated";
import { placesOf, type Place } from "~db/placed-dates";
import type { Placement } from "~db/placements";
import { currentPolicy } from "~db/policies";
import type { Scope } from "~db/scope";
import type { HeldSession } from "~db/theatre-sessions";
import { toldOfSessions, type ToldPatient } from "~db/told-patients";
import { entriesById, type HeldEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";
import { actorNames } from "../actor-names.server";
import { weekState, type HeldWeekState } from "../week-state.server";
import { reasonWords, recordWords } from "../week-unplaced";

/** Whose meeting, about which week, and when. */
export interface AgendaAsked {
  scope: Scope;
  organisation: string;
  week: IsoDate;
  today: IsoDate;
}

/** The agenda as it is now, and what its words are made from. */
export interface MeetingAgenda {
  items: AgendaItem[];
  settings: SiteSettings;
  /** The run whose plan was looked at; null: the week has no plan. */
  run: string | null;
  sessions: ReadonlyMap<string, HeldSession>;
  entries: ReadonlyMap<string, HeldEntry>;
  /** Session of each case that stands in the week, by id. */
  placeOf: ReadonlyMap<string, string>;
  /** Session, by id, in which the proposal that waits has an entry; null: in none, or no proposal waits. */
  proposedOf: (entry: string) => string | null;
  /** Places in any week from today on. */
  places: ReadonlyMap<string, Place>;
}

/** Works out what a meeting of today would have to speak about. */
export async function meetingAgenda(asked: AgendaAsked): Promise<MeetingAgenda> {
  const { scope, organisation, week, today } = asked;
  const { db } = store();
  const state = await weekState(scope, db, organisation, week);
  const { settings } = await currentSettings(scope, db, organisation);
  const policy = (await currentPolicy(scope, db, organisation))?.policy ?? null;
  const plan = state.plan ? await planForAgenda(scope, db, state.plan.run.id, state.plan.record) : null;
  const coming = await lateSessions(scope, db, {
    ...{ organisation, today, settings },
    policy: policy ?? DEFAULT_POLICY,
  });
  const sessions = new Map([...coming.sessions, ...state.sessions].map((held) => [held.id, held]));
  const told = await toldOfSessions(
    scope,
    db,
    state.sessions.map(({ id }) => id),
  );
  const entries = await entriesFor(scope, db, { state, plan, told });
  const ids = [...entries.keys()];
  const operated = await operatedOf(db, { entries: ids }, today);
  const places = new Map([...operated, ...(await placesOf(db, ids, today))]);
  const found = { asked, state, plan, told, entries, places, settings: settings.all, policy };
  const input = await inputOf(found, coming.late, sessions);
  return {
    items: agenda(input),
    settings: settings.all,
    run: state.plan?.run.id ?? null,
    ...{ sessions, entries, places },
    placeOf: new Map(state.standing.map(({ entry, session }) => [entry, session])),
    proposedOf: (entry) => (state.plan?.waits ? (input.planOf(entry) ?? null) : null),
  };
}

interface Found {
  asked: AgendaAsked;
  state: HeldWeekState;
  plan: PlanForAgenda | null;
  told: ToldPatient[];
  entries: ReadonlyMap<string, HeldEntry>;
  places: ReadonlyMap<string, Place>;
  settings: SiteSettings;
  policy: Policy | null;
}

async function entriesFor(
  scope: Scope,
  db: Reader,
  { state, plan, told }: Pick<Found, "state" | "plan" | "told">,
): Promise<Map<string, HeldEntry>> {
  const candidates = plan?.candidates ?? [];
  const ids = new Set([
    ...state.standing.map(({ entry }) => entry),
    ...(plan?.placed.keys() ?? []),
    ...candidates.flatMap(({ entry, nearest }) => [entry, ...(nearest?.displaced ?? [])]),
    ...told.map(({ entry }) => entry),
  ]);
  return entriesById(scope, db, [...ids]);
}

async function inputOf(
  found: Found,
  late: AgendaInput["late"],
  sessions: ReadonlyMap<string, HeldSession>,
): Promise<AgendaInput> {
  const { asked, state, plan, entries, settings } = found;
  const idOf = new Map(state.sessions.map(({ id, session }) => [session.sessionId, id]));
  const byId = (sessionId: string) => idOf.get(sessionId) ?? sessionId;
  const planOf = (entry: string) => {
    const session = plan?.placed.get(entry);
    if (session !== undefined) return byId(session);
    return plan?.unplaced.has(entry) ? null : undefined;
  };
  return {
    ...{ today: asked.today, borders: settings, planOf, late },
    cases: new Map([...entries].map(([id, { entry }]) => [id, caseOf(entry, found)])),
    dateOf: (session) => sessions.get(session)?.session.date ?? null,
    standing: await standingCases(found),
    weighed: weighedNow(found, byId),
    unplaced: unplacedNow(found, byId),
    told: found.told.map((one) => toldCase(one, found, planOf, sessions)),
  };
}

function caseOf(entry: HeldEntry["entry"], { asked: { today }, policy }: Found): AgendaCase {
  const { priority, cancer, clockStart } = entry;
  const target = policy ? (earliestTarget(entry, policy)?.date ?? null) : null;
  return { priority, cancer, weeks: weeksWaited(clockStart, today), target };
}

async function standingCases({ state, entries, asked }: Found) {
  const overridden = state.standing.filter(({ override }) => override.length > 0);
  const nameOf = await actorNames(overridden.map(({ changedBy }) => changedBy));
  return state.standing.map((placement: Placement) => {
    const held = entries.get(placement.entry);
    const readiness = held ? readinessState(held.entry, asked.today) : "fit";
    return {
      ...{ entry: placement.entry, session: placement.session, byHand: placement.run === null },
      overridden: placement.override.map((rule) => reasonWords(rule).toLowerCase()),
      by: placement.override.length > 0 ? nameOf(placement.changedBy) : "",
      reason: placement.reason,
      provisional: readiness === "fit" ? null : READINESS_WORDS[readiness].toLowerCase(),
    };
  });
}

/** Cases that stand where the plan has them, or would once the waiting proposal is accepted. */
function weighedNow({ state, plan }: Found, byId: (sessionId: string) => string) {
  const standing = new Map(state.standing.map(({ entry, session }) => [entry, session]));
  return (plan?.weighed ?? [])
    .map((one) => ({
      ...one,
      session: byId(one.session),
      elsewhere: one.elsewhere.map((place) => ({ ...place, session: byId(place.session) })),
    }))
    .filter(({ entry, session }) => state.plan!.waits || standing.get(entry) === session);
}

/** Who is in no list of the plan, still waits, and has been given no place since. */
function unplacedNow({ plan, entries, places }: Found, byId: (sessionId: string) => string) {
  return (plan?.candidates ?? [])
    .filter(({ entry }) => !places.has(entry) && entries.get(entry)?.state === "listed")
    .map((record) => ({
      entry: record.entry,
      reason: reasonText(record),
      nearest: record.nearest ? { ...record.nearest, session: byId(record.nearest.sessionId) } : null,
    }));
}

/** `Too little notice. The patient asks for 14 days.` */
function reasonText(record: PlanForAgenda["candidates"][number]): string {
  const { detail } = record;
  const words = recordWords(record);
  if (detail === "" || detail === words) return `${words}.`;
  return `${words}. ${/[.!?]$/.test(detail) ? detail : `${detail}.`}`;
}

function toldCase(
  { entry, date, site }: ToldPatient,
  { state, places }: Found,
  planOf: (entry: string) => string | null | undefined,
  sessions: ReadonlyMap<string, HeldSession>,
) {
  const proposed = state.plan?.waits === true && planOf(entry) !== undefined;
  const now = places.get(entry);
  if (!proposed) return { entry, date, site, proposed, to: now ?? null };
  const planned = sessions.get(planOf(entry) ?? "");
  const to = planned ? { session: planned.id, date: planned.session.date, site: planned.session.site } : null;
  return { entry, date, site, proposed, to };
}
