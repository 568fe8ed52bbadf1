import { untouchedState, type ListState } from "~/domain/list-state";
import { leaveOf, leavesNobody } from "~/domain/leave";
import { listMinutes, shareOf } from "~/domain/utilisation";
import { sessionLength, turnaroundOf } from "~/domain/session-time";
import type { Policy } from "~/domain/policy";
import { milestonesOf, type MilestoneState } from "~/domain/six-four-two/milestones";
import { offerSteps, type OfferStep } from "~/domain/six-four-two/offer";
import { settingsAt, type WorkspaceSettings } from "~/domain/workspace-settings";
import type { StaffAnswer, StaffPart } from "~/domain/session-event";
import type { SessionStatus, TheatreSession } from "~/domain/theatre";
import { bankHoliday } from "~/facts/bank-holidays";
import type { HeldLeaveRow } from "~db/leave";
import type { PlacedCase } from "~db/placed-cases";
import type { HeldDetail } from "~db/session-details";
import type { HeldSession } from "~db/theatre-sessions";
import { leaveWords } from "~/components/schedule/session-life-words";
import { specialtyOf, type Specialty } from "../week-board";

/** What the states of some sessions follow from. */
export interface StateSources {
  /** By id of the session. */
  states: ReadonlyMap<string, ListState>;
  /** Patients of told lists who were not told of the date that they have now, by id of the session. */
  untold: ReadonlyMap<string, number>;
  details: ReadonlyMap<string, HeldDetail>;
  leave: readonly HeldLeaveRow[];
  cases: readonly PlacedCase[];
  settings: WorkspaceSettings;
  policy: Policy;
  today: string;
}

/** A session and how it stands on its way to its day. */
export interface SessionStanding {
  id: string;
  sessionId: string;
  site: string;
  theatre: string;
  date: string;
  start: string;
  end: string;
  status: SessionStatus;
  specialties: Specialty[];
  surgeons: string[];
  anaesthetist: string;
  staffing: Record<StaffPart, StaffAnswer>;
  milestones: MilestoneState[];
  cases: number;
  maxCases: number | null;
  planned: number;
  length: number;
  /** Planned minutes over the length, 0 to above 1. */
  filled: number;
  /** Leave that hits it, in words. */
  leave: string[];
  bankHoliday: string | null;
  offer: "offered" | "taken" | "givenBack" | null;
  steps: OfferStep[];
  /** Number of its last event. */
  base: number;
}

/** How some sessions stand, in their order. */
export function sessionStandings(sessions: readonly HeldSession[], sources: StateSources): SessionStanding[] {
  const minutes = new Map<string, number[]>();
  for (const { session, minutes: touch } of sources.cases)
    minutes.set(session, [...(minutes.get(session) ?? []), touch]);
  return sessions.map((held) =>
    standingOf(held, sources.states.get(held.id) ?? untouchedState(), minutes.get(held.id) ?? [], sources),
  );
}

function standingOf(
  { id, session }: HeldSession,
  state: ListState,
  touch: readonly number[],
  { details, leave, settings, policy, today, untold }: StateSources,
): SessionStanding {
  const { sessionId, site, theatre, date, start, end, status, surgeons, maxCases } = session;
  const anaesthetist = details.get(id)?.anaesthetist ?? "";
  const staff = { date, start, end, surgeons, anaesthetist };
  const facts = {
    date,
    status,
    cases: touch.length,
    away: leavesNobody(leave, staff),
    untold: untold.get(id) ?? 0,
  };
  return {
    ...{ id, sessionId, site, theatre, date, start, end, status, surgeons, maxCases, anaesthetist },
    specialties: session.treatmentFunctions.map(specialtyOf),
    staffing: answersOf(state),
    milestones: milestonesOf(facts, state, settingsAt(settings, site), today),
    ...fillOf(session, touch, policy),
    leave: leaveOf(leave, staff).map(leaveWords),
    bankHoliday: bankHoliday(date),
    offer: state.offer?.state ?? null,
    steps: offerSteps(state, status),
    base: state.last,
  };
}

function answersOf({ staffing }: ListState): Record<StaffPart, StaffAnswer> {
  const { surgeon, anaesthetist, theatreTeam } = staffing;
  return {
    surgeon: surgeon.answer,
    anaesthetist: anaesthetist.answer,
    theatreTeam: theatreTeam.answer,
  };
}

function fillOf(session: TheatreSession, touch: readonly number[], policy: Policy) {
  const length = Math.max(0, sessionLength(session));
  const { planned } = listMinutes(touch, turnaroundOf(session, policy));
  return { cases: touch.length, planned, length, filled: shareOf(planned, length) };
}
