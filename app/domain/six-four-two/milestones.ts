import { addDays, dayNumber, type IsoDate } from "../calendar";
import { isStaffed, type ListState } from "../list-state";
import type { SessionStatus } from "../theatre";
import type { SiteSettings } from "../workspace-settings";
import { isFilled, type Filling } from "./filling";

/**
 * What must have happened to a session before its day, each by its own date (6-4-2 planning: staffed by six weeks,
 * filled and signed off by four, patients told by three, locked by two; the weeks are settings).
 */
export const MILESTONES = ["staffed", "filled", "signedOff", "told", "locked"] as const;
export type Milestone = (typeof MILESTONES)[number];

/** done; late: its date is past; due: its date is today or within seven days; ahead; notNeeded: there is nothing to do. */
export type MilestoneStanding = "done" | "late" | "due" | "ahead" | "notNeeded";

/** Where one milestone of a session stands. */
export interface MilestoneState {
  milestone: Milestone;
  due: IsoDate;
  standing: MilestoneStanding;
  /** Days since it was due; negative: days to go. */
  daysLate: number;
}

/** What the board knows of a session besides its events. */
export interface MilestoneFacts extends Filling {
  date: IsoDate;
  status: SessionStatus;
  /** Cases among them that may be told and were not told of this date: they came after the others were told. */
  untold: number;
  /** Leave takes its surgeons or its anaesthetist: it is not staffed, whatever was answered. */
  away: boolean;
}

const DUE_SOON_DAYS = 7;

type Weeks = Pick<SiteSettings, "staffedWeeks" | "signedOffWeeks" | "toldWeeks" | "lockedWeeks">;
type Borders = Weeks & Pick<SiteSettings, "filledPercent">;

/** Weeks before the day by which a milestone is due. A list is filled when it is signed off. */
export function weeksBefore(milestone: Milestone, settings: Weeks): number {
  const { staffedWeeks, signedOffWeeks, toldWeeks, lockedWeeks } = settings;
  const weeks = { staffed: staffedWeeks, filled: signedOffWeeks, signedOff: signedOffWeeks };
  return { ...weeks, told: toldWeeks, locked: lockedWeeks }[milestone];
}

/** The date by which a milestone of a session is due. It is late from the day after. */
export function dueDate(date: IsoDate, milestone: Milestone, settings: Weeks): IsoDate {
  return addDays(date, -7 * weeksBefore(milestone, settings));
}

/** Where all milestones of a session stand on a day. A session that takes no cases needs none of them. */
export function milestonesOf(
  facts: MilestoneFacts,
  state: ListState,
  settings: Borders,
  today: IsoDate,
): MilestoneState[] {
  return MILESTONES.map((milestone) => {
    const due = dueDate(facts.date, milestone, settings);
    const daysLate = dayNumber(today) - dayNumber(due);
    return {
      milestone,
      due,
      daysLate,
      standing: standingOf(isDone(milestone, facts, state, settings), milestone, facts, daysLate),
    };
  });
}

function standingOf(
  done: boolean,
  milestone: Milestone,
  facts: MilestoneFacts,
  daysLate: number,
): MilestoneStanding {
  if (done) return "done";
  const takesNone = facts.status === "closed" || facts.status === "unstaffed";
  if (takesNone || (milestone === "told" && facts.cases === 0)) return "notNeeded";
  if (daysLate > 0) return "late";
  return daysLate >= -DUE_SOON_DAYS ? "due" : "ahead";
}

function isDone(milestone: Milestone, facts: MilestoneFacts, state: ListState, settings: Borders): boolean {
  const { status, untold, away } = facts;
  switch (milestone) {
    case "staffed":
      return isStaffed(state) && !away;
    case "filled":
      return isFilled(facts, settings);
    case "signedOff":
      return state.signedOff !== null;
    case "told":
      return state.patientsTold !== null && untold === 0;
    case "locked":
      return state.locked !== null || status === "locked";
  }
}

/** Days by which the latest milestone of a session is late; 0: nothing is. */
export function worstLateness(milestones: readonly MilestoneState[]): number {
  return Math.max(0, ...milestones.map(({ standing, daysLate }) => (standing === "late" ? daysLate : 0)));
}

/** How a session stands among others on the board. */
export interface Ranked {
  date: IsoDate;
  start: string;
  milestones: readonly MilestoneState[];
}

/** Late sessions first, those of the nearest day before others; then those with something due; then the rest. */
export function byUrgency(a: Ranked, b: Ranked): number {
  return rank(a) - rank(b) || compare(a.date, b.date) || compare(a.start, b.start);
}

function rank({ milestones }: Ranked): number {
  if (milestones.some(({ standing }) => standing === "late")) return 0;
  return milestones.some(({ standing }) => standing === "due") ? 1 : 2;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
