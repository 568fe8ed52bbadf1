import { dateText } from "~/components/date-text";
import type { HandBreak } from "~/domain/hand/hand-break";
import { needsReason, verdictKind, type HandVerdict, type VerdictKind } from "~/domain/hand/hand-verdict";
import { scoreWords, signed } from "~/domain/hand/score-change";
import type { TheatreSession } from "~/domain/theatre";
import type { Site } from "~db/organisations";

/** A place that a case might have, in words. */
export interface PlaceWords {
  kind: VerdictKind;
  /** What it does to the score, `+1,200`. */
  points: string;
  /** All that is to be said of it, the first thing first; empty: nothing stands in the way. */
  all: string[];
  /** It cannot be had by a drop alone: a rule must be set aside, or a reason given. */
  asks: boolean;
}

/** The same with what it does to the score told at length. */
export interface PlaceInFull extends PlaceWords {
  score: string;
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
    all,
    asks: kind !== "refused" && needsReason(verdict),
  };
}

/** A verdict in words and its score at length. */
export function placeInFull(verdict: HandVerdict, several = false): PlaceInFull {
  return { ...placeWords(verdict, several), score: scoreWords(verdict.score) };
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

/** `Theatre 2, Tue 15 Dec, 08:30`; with the site where the organisation has several, as each may have a Theatre 2. */
export function sessionWords(
  { sites }: { sites: readonly Pick<Site, "code" | "name">[] },
  { site, theatre, date, start }: TheatreSession,
): string {
  const name = sites.length > 1 ? sites.find(({ code }) => code === site)?.name : undefined;
  const where = name === undefined ? theatre : `${theatre}, ${name}`;
  return `${where}, ${dateText(date, "short")}, ${start}`;
}
