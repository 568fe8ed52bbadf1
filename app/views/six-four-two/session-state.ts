import { untouchedState, type ListState } from "~/domain/list-state";
import { leaveOf, leavesNobody } from "~/domain/leave";
import type { Policy } from "~/domain/policy";
import { fillingOf, type Filling } from "~/domain/six-four-two/filling";
import { milestonesOf, type MilestoneState } from "~/domain/six-four-two/milestones";
import { offerSteps, type OfferStep } from "~/domain/six-four-two/offer";
import { settingsAt, type WorkspaceSettings } from "~/domain/workspace-settings";
import type { StaffAnswer, StaffPart } from "~/domain/session-event";
import type { SessionStatus } from "~/domain/theatre";
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
export interface SessionStanding extends Filling {
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
  const { sessionId, site, theatre, date, start, end, status, surgeons } = session;
  const anaesthetist = details.get(id)?.anaesthetist ?? "";
  const staff = { date, start, end, surgeons, anaesthetist };
  const filling = fillingOf(session, touch, policy);
  const facts = {
    ...{ ...filling, date, status },
    away: leavesNobody(leave, staff),
    untold: untold.get(id) ?? 0,
  };
  return {
    ...{ id, sessionId, site, theatre, date, start, end, status, surgeons, anaesthetist },
    specialties: session.treatmentFunctions.map(specialtyOf),
    staffing: answersOf(state),
    milestones: milestonesOf(facts, state, settingsAt(settings, site), today),
    ...filling,
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
