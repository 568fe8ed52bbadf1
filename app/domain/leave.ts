import type { ClockTime, IsoDate } from "./calendar";
import { isBookable, usesHalf } from "./session-time";
import type { TheatreSession } from "./theatre";

/** In which part somebody is away. */
export const LEAVE_PARTS = ["surgeon", "anaesthetist"] as const;
export type LeavePart = (typeof LEAVE_PARTS)[number];

/** How much of each of its days a leave takes: all of it, the morning until 13:00, or the afternoon from then on. */
export const LEAVE_HALVES = ["day", "am", "pm"] as const;
export type LeaveHalf = (typeof LEAVE_HALVES)[number];

/** Days on which somebody is away, both included. */
export interface LeaveDays {
  /** Code of the person, as sessions name them. */
  person: string;
  role: LeavePart;
  from: IsoDate;
  to: IsoDate;
  half: LeaveHalf;
}

/** Who staffs a session on its date. */
export interface Staffed {
  date: IsoDate;
  start: ClockTime;
  end: ClockTime;
  surgeons: readonly string[];
  anaesthetist: string;
}

/** Whether somebody's leave takes them from a session that names them; half a day is enough where the session uses it. */
export function leaveHits({ person, role, from, to, half }: LeaveDays, session: Staffed): boolean {
  if (session.date < from || session.date > to) return false;
  if (half !== "day" && !usesHalf(session, half)) return false;
  return role === "surgeon" ? session.surgeons.includes(person) : session.anaesthetist === person;
}

/** Leave that hits a session. */
export function leaveOf<Leave extends LeaveDays>(leaves: readonly Leave[], session: Staffed): Leave[] {
  return leaves.filter((leave) => leaveHits(leave, session));
}

/** Whether leave takes all surgeons of a session, or its anaesthetist: it cannot run with those who are named. */
export function leavesNobody(leaves: readonly LeaveDays[], session: Staffed): boolean {
  const isOut = leaveOf(leaves, session).some(({ role }) => role === "anaesthetist");
  return isOut || noOperator(session.surgeons, surgeonsAway(leaves, session));
}

/** Codes of the surgeons of a session who are away. */
export function surgeonsAway(leaves: readonly LeaveDays[], session: Omit<Staffed, "anaesthetist">): string[] {
  const hits = leaveOf(leaves, { ...session, anaesthetist: "" });
  return [...new Set(hits.map(({ person }) => person))];
}

/** Whether nobody is left to operate of those whom a session names; one that names nobody takes any surgeon. */
export function noOperator(surgeons: readonly string[], away: readonly string[]): boolean {
  return surgeons.length > 0 && surgeons.every((one) => away.includes(one));
}

/**
 * A session as leave leaves it: without the surgeons who are away, and not staffed where nobody else operates. An
 * anaesthetist's leave changes nothing here (docs/decisions/0025).
 */
export function asLeaveLeaves(session: TheatreSession, leaves: readonly LeaveDays[]): TheatreSession {
  const away = surgeonsAway(leaves, session);
  if (away.length === 0 || !isBookable(session)) return session;
  if (noOperator(session.surgeons, away)) return { ...session, status: "unstaffed" };
  return { ...session, surgeons: session.surgeons.filter((one) => !away.includes(one)) };
}

/** Leave as it is held, with the event of a calendar or file that it came from; `uid` empty: none. */
export interface HeldLeave extends LeaveDays {
  id: string;
  uid: string;
}

/** Leave as a calendar or a file says it. */
export interface SaidLeave extends LeaveDays {
  uid: string;
  note: string;
}

/** What a calendar or a file changes of the leave that is held. */
export interface LeaveChanges<Said extends SaidLeave> {
  added: Said[];
  same: Said[];
  /** Held leave of events that were cancelled or moved. */
  withdrawn: HeldLeave[];
}

/** Where the occurrences of a recurring event share its identifier: `UID@2027-01-04`. */
export function occurrenceUid(uid: string, date: IsoDate): string {
  return `${uid}@${date}`;
}

const eventOf = (uid: string) => uid.replace(/@\d{4}-\d\d-\d\d$/, "");

/**
 * Compares what a file says with what is held (not withdrawn). Days that are held already are never added again. Of the
 * events that the file names (`events`: by uid), held leave from `from` on that it says otherwise or cancels is
 * withdrawn; events that it does not name stay as they are.
 */
export function leaveChanges<Said extends SaidLeave>(
  said: readonly Said[],
  held: readonly HeldLeave[],
  events: ReadonlySet<string>,
  from: IsoDate,
): LeaveChanges<Said> {
  const standing = new Set(held.map(daysKey));
  const added: Said[] = [];
  const same: Said[] = [];
  for (const leave of said) {
    (standing.has(daysKey(leave)) ? same : added).push(leave);
    standing.add(daysKey(leave));
  }
  const kept = new Set(said.map(daysKey));
  const withdrawn = held.filter(
    (leave) =>
      leave.uid !== "" && events.has(eventOf(leave.uid)) && leave.to >= from && !kept.has(daysKey(leave)),
  );
  return { added, same, withdrawn };
}

const daysKey = ({ person, role, from, to, half }: LeaveDays) =>
  JSON.stringify([person, role, from, to, half]);
