import type { IsoDate } from "./calendar";
import type { SessionStatus } from "./theatre";

/**
 * What can happen to a theatre session in Hublist, in the order of its life: it comes into being, is staffed, offered,
 * taken or given back, signed off, its patients told, locked, published; and back again.
 */
export const SESSION_EVENTS = [
  "generated",
  "added",
  "closed",
  "unstaffed",
  "opened",
  "staffed",
  "offered",
  "taken",
  "givenBack",
  "signedOff",
  "signOffWithdrawn",
  "patientsTold",
  "locked",
  "unlocked",
  "published",
] as const;
export type SessionEventKind = (typeof SESSION_EVENTS)[number];

/** Who staffs a session, each asked on its own. */
export const STAFF_PARTS = ["surgeon", "anaesthetist", "theatreTeam"] as const;
export type StaffPart = (typeof STAFF_PARTS)[number];

/** Whether a part of the staff is there. */
export const STAFF_ANSWERS = ["yes", "no", "unknown"] as const;
export type StaffAnswer = (typeof STAFF_ANSWERS)[number];

/** What an event says beyond its kind; only what belongs to that kind is there. */
export interface SessionEventDetail {
  /** staffed: who, and whether they are there. */
  part?: StaffPart;
  answer?: StaffAnswer;
  /** generated: the template; taken: by whom and for what; givenBack: to whom. */
  template?: string;
  surgeons?: string[];
  treatmentFunctions?: string[];
  /** closed, unstaffed, opened: the status before. */
  before?: SessionStatus;
  /** signedOff: the week's revision that was signed off, and for whom when it was recorded on somebody's behalf. */
  revision?: number;
  onBehalfOf?: string;
  /** published: number of the list's version. */
  version?: number;
}

/** One thing that happened to a session; numbers count from 1 within the session. */
export interface SessionEvent {
  session: string;
  number: number;
  kind: SessionEventKind;
  detail: SessionEventDetail;
  by: string;
  at: string;
  reason: string;
}

/** Kinds of funding of a theatre session. */
export const FUNDINGS = ["core", "wli", "insourced", "outsourced"] as const;
export type Funding = (typeof FUNDINGS)[number];

/** What Hublist knows of a session beyond the planner's file, or decided instead of it; null: as the file says. */
export interface SessionDetail {
  /** Where it came from: the organisation's file, a template, or a person who added it. */
  origin: "file" | "template" | "added";
  template: string | null;
  templateDate: IsoDate | null;
  status: SessionStatus | null;
  statusReason: string;
  surgeons: string[] | null;
  treatmentFunctions: string[] | null;
  anaesthetist: string;
  equipment: string[];
  funding: Funding;
  visitingTeam: string;
}
