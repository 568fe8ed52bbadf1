import { ageOn } from "~/domain/age";
import { rangeAgainst } from "~/domain/dates-to-avoid";
import { clockTime, minutesOfDay, type ClockTime, type IsoDate } from "~/domain/calendar";
import type { Reason } from "~/domain/reasons";
import { breachBand, weeksWaited, type BreachWeeks } from "~/domain/rtt-clock";
import type { TheatreSession } from "~/domain/theatre";
import type { RecordedCase } from "~/domain/week-record";
import type { Anaesthetic, Priority, WaitingListEntry } from "~/domain/waiting-list";
import { procedureInFull } from "~/facts/procedure-words";
import { nameShown } from "./entry-words";

/** One case of a list as people read it. */
export interface BoardCase {
  /** Id of the entry. */
  entry: string;
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
  /** `Barrow, Ann`; the pathway identifier when no name is known or the reader may not know it. */
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
  /** GA, RA or LA, as theatres write it; empty when the entry is not known. */
  anaesthetic: Anaesthetic | "";
  provisional: boolean;
  /** The entry has left the waiting list since: its place must be given up or explained. */
  gone: boolean;
  overridden: Reason[];
  because: string;
  /** Page that tells why it stands here; null: there is none. */
  why: string | null;
  /** Page on which it is cancelled; null: it does not stand there yet, or not by this reader. */
  cancel: string | null;
  /** When the patient comes in; null in plans that were kept before admission times came into being. */
  admission: ClockTime | null;
  /** What the order of the list could not give the case. */
  orderNotes: string[];
  change: CaseChange | null;
  /** Booked before the second stage of the shared decision is complete. */
  beforeStageTwo: boolean;
  /** The patient has said that they cannot come on the day of the session. */
  cannotCome: boolean;
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

/**
 * A waiting-list entry, whether it has gone from the list, where its page is for those who may open it, and whether the
 * reader may know who the patient is.
 */
export interface KnownEntry {
  entry: WaitingListEntry;
  gone: boolean;
  link: string | null;
  named: boolean;
}

/** Finds an entry by its id. */
export type EntryOf = (entry: string) => KnownEntry | undefined;

/** Day case or nights, and critical care. */
export function stayWords({ nights, criticalCare }: WaitingListEntry): string {
  const stay = nights === 0 ? "Day case" : nights === 1 ? "1 night" : `${nights} nights`;
  return criticalCare ? `${stay}, critical care` : stay;
}

/** A planned case with what is known of its patient. */
export function boardCase(
  planned: RecordedCase,
  session: TheatreSession,
  known: KnownEntry | undefined,
  change: CaseChange | null,
): BoardCase {
  const { entry, pathwayId, order, start, minutes, provisional, overridden, because } = planned;
  return {
    ...{ entry, order, start, minutes, provisional, overridden, because, change },
    ...{ why: null, cancel: null, beforeStageTwo: false },
    admission: planned.admission ?? null,
    orderNotes: planned.orderNotes ?? [],
    gone: known?.gone ?? true,
    cannotCome: known ? rangeAgainst(known.entry.unavailable, session.date) !== null : false,
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
  if (!named) return { link, patient: entry.pathwayId, hospitalNumber: "", age };
  return { link, patient: nameShown(entry.details) || entry.pathwayId, hospitalNumber: entry.patientId, age };
}

function waitFacts(known: KnownEntry | undefined, on: IsoDate) {
  if (!known) return UNKNOWN;
  const { entry } = known;
  const weeks = weeksWaited(entry.clockStart, on);
  return {
    procedure: procedureInFull(entry),
    priority: entry.priority,
    cancer: entry.cancer,
    weeks,
    band: breachBand(weeks),
    stay: stayWords(entry),
    anaesthetic: entry.anaesthetic,
  };
}

const UNKNOWN = {
  procedure: "No longer on the waiting list",
  ...{ priority: null, cancer: false, weeks: null, band: null, stay: "", anaesthetic: "" as const },
};
