import { ageOn } from "~/domain/age";
import { clockTime, minutesOfDay, type ClockTime, type IsoDate } from "~/domain/calendar";
import type { PlannedCase } from "~/domain/plan";
import type { Reason } from "~/domain/reasons";
import { breachBand, weeksWaited, type BreachWeeks } from "~/domain/rtt-clock";
import type { TheatreSession } from "~/domain/theatre";
import type { Anaesthetic, Laterality, Priority, WaitingListEntry } from "~/domain/waiting-list";
import { procedureByCode } from "~/facts/procedures";

/** One case of a list as people read it. */
export interface BoardCase {
  pathwayId: string;
  /** Page of the entry; null when Hublist no longer holds it. */
  link: string | null;
  order: number;
  /** Minutes from the start of the session. */
  at: number;
  start: ClockTime;
  end: ClockTime;
  minutes: number;
  /** In words, the side in full. */
  procedure: string;
  /** `BARROW, Ann`; the pathway identifier when no name is known. */
  patient: string;
  /** Completed years on the day of the session; null when the entry is not known. */
  age: number | null;
  hospitalNumber: string;
  priority: Priority | null;
  cancer: boolean;
  /** Whole weeks waited on the day of the session. */
  weeks: number | null;
  /** The long-wait milestone reached by then. */
  band: BreachWeeks | null;
  stay: string;
  anaesthetic: string;
  provisional: boolean;
  overridden: Reason[];
  because: string;
  change: CaseChange | null;
}

/** From this many weeks a wait counts as long. Source: app/facts/long-waits.json, its shortest milestone. */
export const LONG_WAIT_WEEKS = 52;

const URGENT: readonly (Priority | null)[] = ["P1a", "P1b", "P2"];

/** Whether a case is marked as urgent: P1, P2 or on the cancer list. */
export function isUrgentCase({ priority, cancer }: Pick<BoardCase, "priority" | "cancer">): boolean {
  return cancer || URGENT.includes(priority);
}

/** How a case stands against the week as it was before this plan. */
export type CaseChange = { kind: "new" } | { kind: "moved"; from: string };

/** A waiting-list entry, where its page is, and whether the reader may know who the patient is. */
export interface KnownEntry {
  entry: WaitingListEntry;
  link: string;
  named: boolean;
}

/** Finds the entry that a plan names. */
export type EntryOf = (named: Pick<PlannedCase, "pathwayId">) => KnownEntry | undefined;

const ANAESTHETIC: Record<Anaesthetic, string> = {
  GA: "General anaesthetic",
  RA: "Regional anaesthetic",
  LA: "Local anaesthetic",
};

const SIDE: Record<Laterality, string> = {
  left: ", left",
  right: ", right",
  bilateral: ", both sides",
  none: "",
};

/** The name of an entry's patient as lists show it; the pathway identifier when no name is known. */
export function patientName({ details, pathwayId }: WaitingListEntry): string {
  const { familyName, givenName } = details;
  if (!familyName && !givenName) return pathwayId;
  return [familyName.toUpperCase(), givenName].filter(Boolean).join(", ");
}

/** The procedure of an entry in words, with its side in full. */
export function procedureWords(entry: WaitingListEntry): string {
  const { procedureText, procedureCode, laterality } = entry;
  const words = procedureText || procedureByCode(procedureCode)?.name || `Procedure ${procedureCode}`;
  return words + SIDE[laterality ?? "none"];
}

/** Day case or nights, and critical care. */
export function stayWords({ nights, criticalCare }: WaitingListEntry): string {
  const stay = nights === 0 ? "Day case" : nights === 1 ? "1 night" : `${nights} nights`;
  return criticalCare ? `${stay}, critical care` : stay;
}

/** A planned case with what is known of its patient. */
export function boardCase(
  planned: PlannedCase,
  session: TheatreSession,
  known: KnownEntry | undefined,
  change: CaseChange | null,
): BoardCase {
  const { pathwayId, order, start, minutes, provisional, overridden, because } = planned;
  return {
    ...{ pathwayId, order, start, minutes, provisional, overridden, because, change },
    at: minutesOfDay(start) - minutesOfDay(session.start),
    end: clockTime(minutesOfDay(start) + minutes),
    ...personFacts(known, pathwayId, session.date),
    ...waitFacts(known, session.date),
  };
}

/** Who the patient of an entry is, as far as the reader may know; without an entry its identifier alone. */
export function personFacts(known: KnownEntry | undefined, identifier: string, on: IsoDate) {
  if (!known) return { link: null, patient: identifier, hospitalNumber: "", age: null };
  const { entry, link, named } = known;
  const age = ageOn(entry.birthDate, on);
  if (!named) return { link: null, patient: "Name not shown to your role", hospitalNumber: "", age };
  return { link, patient: patientName(entry), hospitalNumber: entry.patientId, age };
}

function waitFacts(known: KnownEntry | undefined, on: IsoDate) {
  if (!known) return UNKNOWN;
  const { entry } = known;
  const weeks = weeksWaited(entry.clockStart, on);
  return {
    procedure: procedureWords(entry),
    priority: entry.priority,
    cancer: entry.cancer,
    weeks,
    band: breachBand(weeks),
    stay: stayWords(entry),
    anaesthetic: ANAESTHETIC[entry.anaesthetic],
  };
}

const UNKNOWN = {
  procedure: "No longer on the waiting list",
  ...{ priority: null, cancer: false, weeks: null, band: null, stay: "", anaesthetic: "" },
};
