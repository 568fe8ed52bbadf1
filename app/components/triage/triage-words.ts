import type { Against, SeenBy } from "~/domain/perioperative/decision";
import type { HubFitLevel, HubLimit } from "~/domain/perioperative/hub-limits";
import type { Severity } from "~/domain/perioperative/patient-facts";
import type { DayCaseLevel, Risk, Route } from "~/domain/perioperative/risk-rule";
import type { Reopened, TriageState } from "~/domain/perioperative/triage-state";

export const STATE_WORDS: Record<TriageState, string> = {
  new: "New",
  waiting: "Waiting for answers",
  low: "Low risk",
  phone: "Needs a phone call",
  faceToFace: "Needs a visit",
  consultant: "Needs a consultant",
  optimising: "Optimising",
  fit: "Fit",
  unfit: "Unfit",
};

/** What a state asks of whom. */
export const STATE_MEANS: Record<TriageState, string> = {
  new: "Not asked yet",
  waiting: "The questions are out",
  low: "A nurse reads the answers and confirms",
  phone: "A nurse calls",
  faceToFace: "A nurse sees the patient",
  consultant: "An anaesthetist or another consultant decides",
  optimising: "Being made ready, until a date",
  fit: "Confirmed, until a date",
  unfit: "Not now",
};

export const REOPENED_WORDS: Record<Reopened, string> = {
  expired: "Fitness ended",
  worsened: "Worse since confirmed",
  changed: "Change of health told since",
};

export const ROUTE_WORDS: Record<Route, string> = {
  none: "No visit: a nurse reads the answers",
  phone: "Phone call",
  f2f: "Face-to-face assessment",
  anaes: "Anaesthetist",
};

export const SEVERITY_WORDS: Record<Severity, string> = {
  minor: "Minor",
  intermediate: "Intermediate",
  major: "Major",
  major_complex: "Major or complex",
};

export const RISK_WORDS: Record<Risk, string> = { low: "Low", moderate: "Moderate", high: "High" };
export const HUB_WORDS: Record<HubFitLevel, string> = {
  ok: "Suits",
  review: "A clinician looks first",
  no: "Does not suit",
};
export const DAY_CASE_WORDS: Record<DayCaseLevel, string> = {
  ok: "No rule against going home the same day",
  review: "Something to solve before going home the same day",
  no: "Stays overnight",
};
export const SEEN_WORDS: Record<SeenBy, string> = {
  read: "Read the answers",
  phone: "Called the patient",
  faceToFace: "Saw the patient",
  consultant: "Seen by an anaesthetist or another consultant",
};

export const LIMIT_WORDS: Record<HubLimit, string> = {
  bmi: "BMI is above what it takes",
  bmiUnknown: "BMI is not known",
  young: "Younger than it takes",
  old: "Older than it takes",
  procedure: "Does not do the procedure",
  criticalCare: "Has no critical care",
  overnight: "Has no overnight beds",
};

/** In what a decision goes against the rules, as a sentence without its full stop. */
export function againstWords(against: Against, siteName: (code: string) => string): string {
  if (against.kind === "gate") return `The rules hold a date: ${against.text}`;
  if (against.kind === "hub") return `The rules and limits say that ${siteName(against.site)} does not suit`;
  if (against.kind === "unknown") return "Safety questions are not known, and nobody has asked the patient";
  return `The rules ask for more: ${ROUTE_WORDS[against.route].toLowerCase()}`;
}
