import type { HandBreak } from "~/domain/hand/hand-break";
import { needsReason, verdictKind, type HandVerdict, type VerdictKind } from "~/domain/hand/hand-verdict";
import { scoreWords, signed } from "~/domain/hand/score-change";

/** A place that a case might have, in words. */
export interface PlaceWords {
  kind: VerdictKind;
  /** What it does to the score, `+1,200`; and told at length. */
  points: string;
  score: string;
  /** The first thing to say of it; empty: nothing stands in the way. */
  first: string;
  /** All that is to be said of it. */
  all: string[];
  /** It cannot be had by a drop alone: a rule must be set aside, or a reason given. */
  asks: boolean;
}

/**
 * A verdict in words, what stands against it first, in the order in which the rules are asked. `several`: it is about
 * more than one list, so each is named.
 */
export function placeWords(verdict: HandVerdict, several = false): PlaceWords {
  const told = ({ sentence, session }: HandBreak) =>
    several ? `${session.theatre}, ${session.start}: ${sentence}` : sentence;
  const kind = verdictKind(verdict);
  // Of a place that nobody can have it is enough to say why.
  const warnings = kind === "refused" ? [] : verdict.warnings;
  const all = [...verdict.breaks.map(told), ...warnings.map(({ sentence }) => sentence)];
  return {
    kind,
    points: signed(verdict.score.points),
    score: scoreWords(verdict.score),
    first: all[0] ?? "",
    all,
    asks: kind !== "refused" && needsReason(verdict),
  };
}

/** What setting a rule aside means, for its tick box. */
export const RULE_WORDS: Record<string, string> = {
  patient_choice: "The patient has chosen to wait",
  already_booked: "The patient has another date",
  not_screened: "Not screened yet",
  awaiting_screening: "Screening outcome awaited",
  unfit: "Found unfit",
  optimising: "No date of fitness yet",
  no_session: "Specialty or surgeon of the session",
  site: "Site not accepted by the patient",
  hub_unsuitable: "Not marked as suitable for the hub",
  anaesthetic: "Anaesthetic not offered",
  paediatric: "Child on a list for adults",
  not_ready: "Outside the days of fitness",
  unavailable: "Patient not available",
  notice: "Less notice than is owed",
  locked: "The list is locked",
};
