import type { IsoDate } from "../calendar";
import { londonDate } from "../london-time";
import { readinessState } from "../readiness-state";
import type { Readiness } from "../waiting-list";
import { askedRoute } from "./decision";
import { isWorse, type Compared } from "./kept-assessment";

/** Where a patient stands on the triage board, in the order of the work. */
export const TRIAGE_STATES = [
  "new",
  "waiting",
  "low",
  "phone",
  "faceToFace",
  "consultant",
  "optimising",
  "fit",
  "unfit",
] as const;
export type TriageState = (typeof TRIAGE_STATES)[number];

/** Why a decision that was taken no longer keeps a patient where it put them; changed: as they told at a check-in. */
export type Reopened = "expired" | "worsened" | "changed";

/** `answeredAt`: when the answers were sent that the rules looked at, UTC; null: none. */
export type AssessedInput = Compared & {
  number: number;
  answered: boolean;
  answeredAt: string | null;
  changed: boolean;
};

export interface TriageInput {
  readiness: Readiness;
  /** The day on which the file says that the patient was screened; null: it names none. */
  screenedOn: IsoDate | null;
  /** A questionnaire is out and not answered. */
  invited: boolean;
  /** The latest assessment, and its number. */
  assessment: AssessedInput | null;
  /** The assessment that the latest decision saw; null: none, as the file decided, or nobody yet. */
  decidedOn: (Compared & { number: number }) | null;
}

const STATE_OF_ROUTE = { none: "phone", phone: "phone", f2f: "faceToFace", anaes: "consultant" } as const;

/**
 * Where a patient stands on a day. A standing decision counts until it expires or until later answers are worse than those
 * it was taken on; then the rules' route counts again. Whoever is not suggested as low risk goes to a person, whatever
 * their route: free text, "not sure" and a border of age are read or asked by somebody.
 */
export function triageState(
  { readiness, screenedOn, invited, assessment, decidedOn }: TriageInput,
  today: IsoDate,
): { state: TriageState; reopened: Reopened | null } {
  const held = readinessState(readiness, today);
  const later = assessment !== null && (decidedOn === null || assessment.number > decidedOn.number);
  const decided = held === "fit" || held === "optimising" || held === "unfit";
  const worse = later && isWorseThan(assessment, decidedOn, { held, screenedOn });
  const worsened = decided && worse ? ("worsened" as const) : null;
  // Unread, a change counts whatever the rules make of it: the route may be as long as it was.
  const changed = decided && assessment?.changed ? ("changed" as const) : null;
  if (decided && worsened === null && changed === null) return { state: held, reopened: null };
  const reopened = held === "expired" ? "expired" : (changed ?? worsened);
  const answered = (assessment?.answered && (reopened !== "expired" || later)) || reopened === "changed";
  if (assessment && answered) return { state: stateOf(assessment), reopened };
  return { state: invited ? "waiting" : "new", reopened };
}

function stateOf(assessment: Compared): TriageState {
  const route = askedRoute(assessment);
  return assessment.lowRisk && route === "none" ? "low" : STATE_OF_ROUTE[route];
}

/**
 * Of somebody whom the file calls fit, whatever is not low risk is worse than what anybody here has seen; but for a
 * hospital that has screened them on a later day than they answered, and knows better.
 */
function isWorseThan(
  assessment: AssessedInput,
  decidedOn: TriageInput["decidedOn"],
  { held, screenedOn }: { held: string; screenedOn: IsoDate | null },
): boolean {
  if (decidedOn !== null) return isWorse(assessment, decidedOn);
  if (held !== "fit" || !assessment.answered || assessment.lowRisk) return false;
  const { answeredAt } = assessment;
  return screenedOn === null || answeredAt === null || screenedOn <= londonDate(answeredAt);
}
