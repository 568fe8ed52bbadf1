import { addDays, dayNumber, type IsoDate } from "~/domain/calendar";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { rttStatusCode } from "~/facts/rtt-status-codes";
import { TREATMENT_FUNCTIONS } from "~/facts/treatment-functions";
import type { Row } from "./row";

/** Nobody is that old; extracts write 1900-01-01 for an unknown date. */
const OLDEST_YEARS = 110;
/** Days since the decision after which an urgent code is rather forgotten than meant. */
const URGENT_FOR_DAYS: Record<string, number> = { P1a: 7, P1b: 14, P2: 182 };
const LONG_MINUTES = 720;
const TREATMENT_FUNCTION_CODES = new Set(TREATMENT_FUNCTIONS.map((each) => each.code));

/** Warns of values that read and are doubtful; the row stands. */
export function warnOfDoubts(row: Row, entry: WaitingListEntry, planDate: IsoDate): void {
  clockDoubts(row, entry, planDate);
  priorityDoubts(row, entry, planDate);
  bookingDoubts(row, entry, planDate);
  procedureDoubts(row, entry);
  contactDoubts(row, entry);
}

function clockDoubts(row: Row, entry: WaitingListEntry, planDate: IsoDate): void {
  const { birthDate, clockStart, decisionToAdmit } = entry;
  if (birthDate < addDays(planDate, -Math.round(OLDEST_YEARS * 365.25)))
    row.warn("PERSON_BIRTH_DATE", `This is more than ${OLDEST_YEARS} years ago.`);
  if (clockStart < birthDate)
    row.warn(
      "REFERRAL_TO_TREATMENT_PERIOD_START_DATE",
      `The clock starts before the birth date ${birthDate}.`,
    );
  if (clockStart > decisionToAdmit)
    row.warn("DECISION_TO_ADMIT_DATE", `This is before the clock start ${clockStart}.`);
  if (decisionToAdmit > planDate)
    row.warn("DECISION_TO_ADMIT_DATE", `This is after the plan date ${planDate}.`);
  const effect = rttStatusCode(entry.rttStatus)?.clockEffect;
  if (effect === "STOP" || effect === "NOT_RTT")
    row.warn(
      "REFERRAL_TO_TREATMENT_PERIOD_STATUS",
      "No clock runs with this status: should the entry still wait?",
    );
}

function priorityDoubts(row: Row, entry: WaitingListEntry, planDate: IsoDate): void {
  const from = entry.lastPriorityReview ?? entry.decisionToAdmit;
  const days = dayNumber(planDate) - dayNumber(from);
  if (days > (URGENT_FOR_DAYS[entry.priority] ?? Infinity))
    row.warn(
      "Procedure_Priority_Code",
      `${entry.priority} since ${from}, ${days} days ago: is it still right?`,
    );
  if (entry.lastPriorityReview && entry.lastPriorityReview > planDate)
    row.warn("Date_Of_Last_Priority_Review", `This is after the plan date ${planDate}.`);
}

function bookingDoubts(row: Row, entry: WaitingListEntry, planDate: IsoDate): void {
  if (entry.tciDate && entry.tciDate < planDate)
    row.warn("TCI_Date", `This is before the plan date ${planDate}.`);
  if (!entry.tciDate && row.text("LOCAL_TCI_Session") !== "")
    row.warn("LOCAL_TCI_Session", "There is no TCI_Date: the session is ignored.");
  if (entry.fitFrom && entry.fitUntil && entry.fitFrom > entry.fitUntil)
    row.warn("LOCAL_Fit_Until", `This is before LOCAL_Fit_From ${entry.fitFrom}: no day suits.`);
  if (entry.consultant === null && row.text("LOCAL_Pooled").toUpperCase() === "N")
    row.warn("LOCAL_Pooled", "There is no CONSULTANT_CODE: the entry counts as pooled.");
}

function procedureDoubts(row: Row, entry: WaitingListEntry): void {
  if (!TREATMENT_FUNCTION_CODES.has(entry.treatmentFunction))
    row.warn(
      "ACTIVITY_TREATMENT_FUNCTION_CODE",
      "This treatment function is not in the table of surgical ones.",
    );
  if (entry.minutes > LONG_MINUTES)
    row.warn("LOCAL_Expected_Minutes", `This is longer than ${LONG_MINUTES / 60} hours.`);
  if (entry.intendedManagement === "dayCase" && entry.nights > 0)
    row.warn("LOCAL_Length_Of_Stay_Nights", "A day case stays no night.");
}

function contactDoubts(row: Row, { details }: WaitingListEntry): void {
  if (details.mobile && !/^\+?[\d\s()-]{7,20}$/.test(details.mobile))
    row.warn("LOCAL_Mobile", "This does not look like a telephone number.");
  if (details.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(details.email))
    row.warn("LOCAL_Email", "This does not look like an e-mail address.");
}
