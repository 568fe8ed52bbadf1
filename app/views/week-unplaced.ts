import type { IsoDate } from "~/domain/calendar";
import { number } from "~/domain/figure-words";
import { REASONS, type Reason } from "~/domain/reasons";
import type { UnplacedIndex, UnplacedRecord } from "~/domain/week-record";
import type { Priority } from "~/domain/waiting-list";
import { procedureInFull } from "~/facts/procedure-words";
import { specialtyOf, type Specialty } from "./week-board";
import { personFacts, type KnownEntry } from "./week-case";

const WORDS: Record<Reason, string> = {
  patient_choice: "Chose to wait",
  already_booked: "Already has a date",
  not_screened: "Not screened yet",
  awaiting_screening: "Awaiting the outcome of screening",
  unfit: "Unfit for surgery",
  optimising: "Being optimised, no date yet",
  no_session: "No session for the specialty or surgeon",
  site: "No session at a site the patient accepts",
  hub_unsuitable: "Only hub sessions, not suitable for a hub",
  anaesthetic: "No session offers the anaesthetic",
  paediatric: "No session takes children",
  not_ready: "Not within the days of fitness",
  unavailable: "Patient cannot come on those days",
  notice: "Too little notice",
  too_long: "Longer than any session",
  resource: "No bed, place or equipment that day",
  capacity: "Could have been placed; others went first",
};

/** The reason in a few words. */
export function reasonWords(reason: Reason): string {
  return WORDS[reason];
}

/** The reason of one entry in a few words: who is held back by the site is not said to await screening. */
export const recordWords = ({ reason, heldBack }: Pick<UnplacedRecord, "reason" | "heldBack">): string =>
  heldBack ? "Held back by the site" : WORDS[reason];

/** The reason of many: the planner counts who is held back with those who await screening. */
const barWords = (reason: Reason): string =>
  reason === "awaiting_screening" ? `${WORDS[reason]}, or held back` : WORDS[reason];

/** One bar of the reasons. */
export interface ReasonBar {
  reason: Reason;
  words: string;
  count: number;
  /** Of all unplaced, 0 to 1. */
  share: number;
}

/** The reasons with their counts: first who lost out to others, then the nearest misses. */
export function reasonBars({ reasons, total }: UnplacedIndex): ReasonBar[] {
  return [...REASONS]
    .reverse()
    .map((reason) => ({ reason, count: reasons[reason] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ reason, count }) => ({
      reason,
      words: barWords(reason),
      count,
      share: count / Math.max(1, total),
    }));
}

/** What a reader of the unplaced has chosen to see; null: all. */
export interface UnplacedFilter {
  reason: Reason | null;
  specialty: string | null;
  priority: Priority | null;
  /** Only who is urgent and due. */
  due: boolean;
}

/** Whether the filter lets a record through. */
export function passes(
  record: UnplacedRecord,
  { reason, specialty, priority, due }: UnplacedFilter,
): boolean {
  return (
    (reason === null || record.reason === reason) &&
    (specialty === null || record.treatmentFunction === specialty) &&
    (priority === null || record.priority === priority) &&
    (!due || record.due)
  );
}

/** Specialties that have unplaced entries, by name. */
export function unplacedSpecialties({ specialties }: UnplacedIndex): Specialty[] {
  return Object.keys(specialties)
    .map(specialtyOf)
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The sentence above the bars. */
export function unplacedSentence({ total, reasons }: UnplacedIndex): string {
  const capacity = reasons.capacity ?? 0;
  return `${number(total)} entries are in no list. ${number(capacity)} of them could have been placed and others went first; the rest could go into no session of this week.`;
}

/** One line of the table. */
export interface UnplacedRow {
  entry: string;
  link: string | null;
  patient: string;
  age: number | null;
  hospitalNumber: string;
  priority: Priority;
  cancer: boolean;
  due: boolean;
  weeks: number;
  procedure: string;
  specialty: string;
  reason: string;
  detail: string;
}

/** A record with what is known of its patient. */
export function unplacedRow(record: UnplacedRecord, known: KnownEntry | undefined, on: IsoDate): UnplacedRow {
  const { entry, priority, cancer, due, weeks, detail } = record;
  return {
    ...{ entry, priority, cancer, due, weeks, detail },
    ...personFacts(known, entry, on),
    procedure: known ? procedureInFull(known.entry) : "No longer on the waiting list",
    specialty: specialtyOf(record.treatmentFunction).name,
    reason: recordWords(record),
  };
}
