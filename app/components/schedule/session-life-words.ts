import { dateText } from "~/components/date-text";
import type { SessionEvent, SessionEventKind, StaffPart } from "~/domain/session-event";
import type { LeaveDays, LeaveHalf } from "~/domain/leave";
import { treatmentFunctionName } from "~/facts/treatment-functions";

export const PART_WORDS: Record<StaffPart, string> = {
  surgeon: "Surgeon",
  anaesthetist: "Anaesthetist",
  theatreTeam: "Theatre team",
};

const EVENT_WORDS: Record<SessionEventKind, string> = {
  generated: "Made from the schedule",
  added: "Added",
  closed: "Closed",
  unstaffed: "Marked as not staffed",
  opened: "Opened again",
  staffed: "Staffing answered",
  offered: "Offered to others",
  taken: "Taken",
  givenBack: "Given back to its owner",
  signedOff: "Signed off",
  signOffWithdrawn: "Sign-off withdrawn",
  patientsTold: "Patients told",
  locked: "Locked",
  unlocked: "Unlocked",
  published: "Published",
};

const ANSWER_WORDS = { yes: "there", no: "not there", unknown: "not known" };

/** What happened to a session, in a line. */
export function eventWords({ kind, detail }: Pick<SessionEvent, "kind" | "detail">): string {
  if (kind === "staffed" && detail.part && detail.answer)
    return `${PART_WORDS[detail.part]}: ${ANSWER_WORDS[detail.answer]}`;
  if (kind === "taken") return `Taken by ${teamWords(detail.surgeons, detail.treatmentFunctions)}`;
  if (kind === "signedOff" && detail.onBehalfOf) return `Signed off on behalf of ${detail.onBehalfOf}`;
  if (kind === "published" && detail.version) return `Published as version ${detail.version}`;
  return EVENT_WORDS[kind];
}

/** Surgeons and specialties in words: `C1 for Ophthalmology`. */
export function teamWords(
  surgeons: readonly string[] = [],
  treatmentFunctions: readonly string[] = [],
): string {
  const who = surgeons.length > 0 ? surgeons.join(", ") : "no surgeon named yet";
  const what = treatmentFunctions.map(treatmentFunctionName).join(", ");
  return what === "" ? who : `${who} for ${what}`;
}

/** How much of a day somebody is away. */
export const HALF_WORDS: Record<LeaveHalf, string> = { day: "all day", am: "morning", pm: "afternoon" };

/** Days away in words. */
export function leaveWords({ person, role, from, to, half }: LeaveDays): string {
  const days =
    from === to
      ? `on ${dateText(from, "short")}`
      : `from ${dateText(from, "short")} to ${dateText(to, "short")}`;
  return `${role === "surgeon" ? "Surgeon" : "Anaesthetist"} ${person} is on leave ${days}${half === "day" ? "" : `, ${HALF_WORDS[half]} only`}`;
}

export const FUNDING_WORDS = {
  core: "Core",
  wli: "Waiting list initiative (WLI)",
  insourced: "Insourced",
  outsourced: "Outsourced",
} as const;

export const WEEKDAY_WORDS = [
  ...["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
] as const;
