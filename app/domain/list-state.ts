import {
  STAFF_PARTS,
  type SessionEvent,
  type SessionEventKind,
  type StaffAnswer,
  type StaffPart,
} from "./session-event";

/** That something was done to a session: by whom (as the audit writes them), at which UTC instant, and why. */
export interface Act {
  by: string;
  at: string;
  reason: string;
}

/** Whether a part of the staff is there; `act` null: nobody has said. */
export interface Staffing {
  answer: StaffAnswer;
  act: Act | null;
}

/** How a session that its owner will not use stands: on offer, taken by others, or back with its owner. */
export interface Offer extends Act {
  state: "offered" | "taken" | "givenBack";
  /** taken: by whom and for what; givenBack: to whom; empty: not said. */
  surgeons: string[];
  treatmentFunctions: string[];
}

/** A signed-off list: the week's revision that was signed off, and for whom where it was recorded on their behalf. */
export interface SignOff extends Act {
  revision: number | null;
  onBehalfOf: string;
}

/** The present state of a session, as its events leave it. Null: not done, or undone since. */
export interface ListState {
  /** Number of its last event, 0 for none: what a form shows and sends back, so that nobody overwrites another. */
  last: number;
  /** How it came into being in Hublist; null: from the organisation's file. */
  made: (Act & { kind: "generated" | "added" }) | null;
  /** The last time it was closed, marked unstaffed, or opened again. */
  opening: (Act & { kind: "closed" | "unstaffed" | "opened" }) | null;
  staffing: Record<StaffPart, Staffing>;
  offer: Offer | null;
  signedOff: SignOff | null;
  patientsTold: Act | null;
  locked: Act | null;
  published: (Act & { version: number }) | null;
}

/** The state of a session of which nothing is recorded. */
export function untouchedState(): ListState {
  return {
    ...{ last: 0, made: null, opening: null, offer: null },
    staffing: { surgeon: unasked(), anaesthetist: unasked(), theatreTeam: unasked() },
    ...{ signedOff: null, patientsTold: null, locked: null, published: null },
  };
}

/** Folds the events of one session, in any order, into its present state. */
export function listState(events: readonly SessionEvent[]): ListState {
  return [...events].sort((a, b) => a.number - b.number).reduce(after, untouchedState());
}

/** The states of several sessions, by id; a session without events is not among them. */
export function listStates(events: readonly SessionEvent[]): Map<string, ListState> {
  const bySession = new Map<string, SessionEvent[]>();
  for (const event of events) {
    const own = bySession.get(event.session);
    if (own) own.push(event);
    else bySession.set(event.session, [event]);
  }
  return new Map([...bySession].map(([session, own]) => [session, listState(own)]));
}

/** Whether surgeon, anaesthetist and theatre team have all been answered with yes. */
export function isStaffed(state: ListState): boolean {
  return STAFF_PARTS.every((part) => state.staffing[part].answer === "yes");
}

function after(state: ListState, event: SessionEvent): ListState {
  return { ...state, ...CHANGES[event.kind](event, state), last: event.number };
}

const unasked = (): Staffing => ({ answer: "unknown", act: null });
const actOf = ({ by, at, reason }: SessionEvent): Act => ({ by, at, reason });

type Change = (event: SessionEvent, state: ListState) => Partial<ListState>;

const CHANGES: Record<SessionEventKind, Change> = {
  generated: (event) => ({ made: { ...actOf(event), kind: "generated" } }),
  added: (event) => ({ made: { ...actOf(event), kind: "added" } }),
  closed: (event) => ({ opening: { ...actOf(event), kind: "closed" } }),
  unstaffed: (event) => ({ opening: { ...actOf(event), kind: "unstaffed" } }),
  opened: (event) => ({ opening: { ...actOf(event), kind: "opened" } }),
  staffed: (event, { staffing }) => {
    const { part, answer } = event.detail;
    if (part === undefined || answer === undefined) return {};
    return { staffing: { ...staffing, [part]: { answer, act: actOf(event) } } };
  },
  offered: (event) => ({ offer: offerOf(event, "offered") }),
  // Whoever takes a session by name will operate in it; of a specialty or an owner who has it back nobody knows yet.
  taken: (event, { staffing }) => ({
    offer: offerOf(event, "taken"),
    staffing: {
      ...staffing,
      surgeon: event.detail.surgeons?.length ? { answer: "yes", act: actOf(event) } : unasked(),
    },
  }),
  givenBack: (event, { staffing }) => ({
    offer: offerOf(event, "givenBack"),
    staffing: { ...staffing, surgeon: unasked() },
  }),
  signedOff: (event) => ({
    signedOff: {
      ...actOf(event),
      revision: event.detail.revision ?? null,
      onBehalfOf: event.detail.onBehalfOf ?? "",
    },
  }),
  signOffWithdrawn: () => ({ signedOff: null }),
  patientsTold: (event) => ({ patientsTold: actOf(event) }),
  locked: (event) => ({ locked: actOf(event) }),
  unlocked: () => ({ locked: null }),
  published: (event, { published }) => ({
    published: { ...actOf(event), version: event.detail.version ?? (published?.version ?? 0) + 1 },
  }),
};

function offerOf(event: SessionEvent, state: Offer["state"]): Offer {
  const { surgeons = [], treatmentFunctions = [] } = event.detail;
  return { ...actOf(event), state, surgeons, treatmentFunctions };
}
