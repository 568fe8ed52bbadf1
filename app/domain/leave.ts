import type { IsoDate } from "./calendar";

/** In which part somebody is away. */
export const LEAVE_PARTS = ["surgeon", "anaesthetist"] as const;
export type LeavePart = (typeof LEAVE_PARTS)[number];

/** Days on which somebody is away, both included. */
export interface LeaveDays {
  /** Code of the person, as sessions name them. */
  person: string;
  role: LeavePart;
  from: IsoDate;
  to: IsoDate;
}

/** Who staffs a session on its date. */
export interface Staffed {
  date: IsoDate;
  surgeons: readonly string[];
  anaesthetist: string;
}

/** Whether somebody's leave takes them from a session that names them. */
export function leaveHits({ person, role, from, to }: LeaveDays, session: Staffed): boolean {
  if (session.date < from || session.date > to) return false;
  return role === "surgeon" ? session.surgeons.includes(person) : session.anaesthetist === person;
}

/** Leave that hits a session. */
export function leaveOf<Leave extends LeaveDays>(leaves: readonly Leave[], session: Staffed): Leave[] {
  return leaves.filter((leave) => leaveHits(leave, session));
}

/** Whether leave takes all surgeons of a session, or its anaesthetist: it cannot run with those who are named. */
export function leavesNobody(leaves: readonly LeaveDays[], session: Staffed): boolean {
  const away = leaveOf(leaves, session);
  const surgeons = new Set(away.flatMap(({ role, person }) => (role === "surgeon" ? [person] : [])));
  const noSurgeon = session.surgeons.length > 0 && session.surgeons.every((one) => surgeons.has(one));
  return noSurgeon || away.some(({ role }) => role === "anaesthetist");
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

const daysKey = ({ person, role, from, to }: LeaveDays) => JSON.stringify([person, role, from, to]);
