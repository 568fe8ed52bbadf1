import type { User } from "~/auth/visitor.server";
import type { IsoDate } from "~/domain/calendar";
import type { Funding } from "~/domain/session-event";
import { listState, listStates } from "~/domain/list-state";
import { MILESTONES, type Milestone } from "~/domain/six-four-two/milestones";
import { store } from "~/store.server";
import { currentListOrders } from "~db/list-orders";
import { currentPlacements } from "~db/placements";
import { listSites, wholeScope } from "~db/organisations";
import type { Scope } from "~db/scope";
import { sessionDetailOf } from "~db/session-details";
import { sessionEvents } from "~db/session-events";
import { findSession, type HeldSession } from "~db/theatre-sessions";
import { mondayOf } from "~/domain/calendar";
import { actorNames } from "./actor-names.server";
import { eventWords, teamWords } from "~/components/schedule/session-life-words";
import { daySpan, stateSources } from "./six-four-two/state-sources.server";
import { sessionStandings, type SessionStanding } from "./six-four-two/session-state";
import { boardCase, type BoardCase } from "./week-case";
import { acceptedLists } from "./week-accepted.server";
import { peopleOf } from "./week-people.server";

/** Something that happened to a session, as people read it. */
export interface EventShown {
  number: number;
  at: Date;
  by: string;
  words: string;
  reason: string;
}

/** The page of one session. */
export interface SessionPage {
  standing: SessionStanding;
  siteName: string;
  organisation: string;
  week: IsoDate;
  facts: SessionFacts;
  /** Who did what a milestone asks for, and when. */
  doneBy: Partial<Record<Milestone, { by: string; at: Date; note: string }>>;
  offer: { words: string; by: string; at: Date; reason: string } | null;
  cases: BoardCase[];
  events: EventShown[];
  mayEdit: boolean;
  mayPlan: boolean;
  /** May see its list, the list's versions and who has seen them. */
  mayList: boolean;
  /** May see who could fill a gap of its list. */
  mayFill: boolean;
}

export interface SessionFacts {
  origin: "file" | "template" | "added";
  template: string | null;
  statusReason: string;
  anaesthetics: string[];
  paediatric: boolean;
  equipment: string[];
  funding: Funding;
  visitingTeam: string;
  heldMinutes: number;
}

/** Loads a session with its list, its state and what happened to it; null: there is none in scope. */
export async function sessionPage(
  user: User,
  scope: Scope,
  id: string,
  today: IsoDate,
): Promise<SessionPage | null> {
  const { db } = store();
  const held = await findSession(scope, db, id);
  if (!held) return null;
  const { organisation, session } = held;
  const sources = await stateSources(scope, organisation, daySpan(session.date), today);
  const events = await sessionEvents(scope, db, [id]);
  const names = await actorNames(events.map(({ by }) => by));
  const [standing] = sessionStandings([held], { ...sources, states: listStates(events) });
  const site = (await listSites(scope, db)).find(({ code }) => code === session.site);
  return {
    standing: standing!,
    siteName: site?.name ?? session.site,
    ...{ organisation, week: mondayOf(session.date) },
    facts: await factsOf(scope, held),
    ...whoDid(events, names),
    cases: await casesOf(user, scope, held, sources.policy, today),
    events: events
      .map((event) => ({
        ...{ number: event.number, at: new Date(event.at), by: names(event.by) },
        ...{ words: eventWords(event), reason: event.reason },
      }))
      .reverse(),
    mayEdit: user.scope("session.edit").sites.includes(session.site),
    mayPlan: user.may("plan.view"),
    mayList: user.may("list.view"),
    mayFill: user.may("waitingList.view"),
  };
}

async function factsOf(scope: Scope, { id, session }: HeldSession): Promise<SessionFacts> {
  const detail = await sessionDetailOf(scope, store().db, id);
  return {
    ...{ origin: detail?.origin ?? "file", template: detail?.template ?? null },
    ...{ statusReason: detail?.statusReason ?? "", funding: detail?.funding ?? "core" },
    ...{ equipment: detail?.equipment ?? [], visitingTeam: detail?.visitingTeam ?? "" },
    ...{ anaesthetics: session.anaesthetics, paediatric: session.paediatric },
    heldMinutes: session.heldMinutes,
  };
}

function whoDid(
  events: Parameters<typeof listState>[0],
  names: (actor: string) => string,
): Pick<SessionPage, "doneBy" | "offer"> {
  const state = listState(events);
  const acts = { signedOff: state.signedOff, told: state.patientsTold, locked: state.locked };
  const doneBy: SessionPage["doneBy"] = {};
  for (const milestone of MILESTONES) {
    const act = milestone in acts ? acts[milestone as keyof typeof acts] : null;
    if (act) doneBy[milestone] = { by: names(act.by), at: new Date(act.at), note: act.reason };
  }
  const { offer } = state;
  if (!offer) return { doneBy, offer: null };
  const taken = `Taken by ${teamWords(offer.surgeons, offer.treatmentFunctions)}`;
  const words = { offered: "On offer to others", taken, givenBack: "Back with its owner" }[offer.state];
  return { doneBy, offer: { words, by: names(offer.by), at: new Date(offer.at), reason: offer.reason } };
}

async function casesOf(
  user: User,
  scope: Scope,
  held: HeldSession,
  policy: Parameters<typeof acceptedLists>[0]["policy"],
  today: IsoDate,
): Promise<BoardCase[]> {
  const { id, organisation, session } = held;
  const week = mondayOf(session.date);
  const standing = (await currentPlacements(scope, store().db, organisation, week)).filter(
    (placement) => placement.session === id,
  );
  if (standing.length === 0) return [];
  const { sites } = await wholeScope(store().db);
  const entries = standing.map(({ entry }) => ({ entry, site: session.site }));
  const people = await peopleOf(user, { organisation, sites, entries, page: `/sessions/${id}` });
  // A closed session takes no case by the rules; what stands in it is shown all the same.
  const open = { ...held, session: { ...session, status: "open" as const } };
  const orders = await currentListOrders(scope, store().db, [id]);
  const [list] = acceptedLists({ today, policy, sessions: [open], standing, people, orders });
  return (list?.cases ?? []).map((planned) => boardCase(planned, session, people.get(planned.entry), null));
}
