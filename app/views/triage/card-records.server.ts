import { RISK_WORDS, ROUTE_WORDS, SEEN_WORDS } from "~/components/triage/triage-words";
import type { IsoDate } from "~/domain/calendar";
import {
  countingMeasures,
  ENTERED_MEASURES,
  standingMeasures,
  type EnteredMeasure,
} from "~/domain/perioperative/measures";
import { measureFacts } from "~/facts/measures";
import { store } from "~/store.server";
import type { HeldAssessment } from "~db/screening/assessments";
import { decisionsOfEntry } from "~db/screening/decisions";
import { measuresOf } from "~db/screening/measures";
import type { Scope } from "~db/scope";
import { actorNames } from "../actor-names.server";

/** A measure as the card shows it. */
export interface MeasureShown {
  measure: EnteredMeasure;
  words: string;
  unit: string;
  value: number;
  takenOn: IsoDate;
  by: string;
  /** A later value, or age, has taken its place where it does not. */
  counts: boolean;
}

/** The measures of an entry: those that count first. */
export async function measuresShown(scope: Scope, id: string, day: IsoDate): Promise<MeasureShown[]> {
  const taken = await measuresOf(scope, store().db, [id]);
  const names = await actorNames(taken.map(({ by }) => by));
  const counting = countingMeasures(taken, day);
  const standing = standingMeasures(taken);
  return taken
    .filter(({ value }) => value !== null)
    .reverse()
    .map(({ measure, value, takenOn, by, number }) => {
      const { words, unit } = measureFacts(measure);
      const counts = standing.get(measure)?.number === number && counting[`m.${measure}`] !== undefined;
      return { measure, words, unit, takenOn, counts, value: value!, by: names(by) };
    })
    .sort(
      (a, b) =>
        Number(b.counts) - Number(a.counts) ||
        ENTERED_MEASURES.indexOf(a.measure) - ENTERED_MEASURES.indexOf(b.measure),
    );
}

/** Assessments and decisions of an entry, the latest first. */
export async function historyOf(
  scope: Scope,
  id: string,
  assessments: readonly HeldAssessment[],
): Promise<{ at: string; words: string }[]> {
  const decisions = await decisionsOfEntry(scope, store().db, id);
  const names = await actorNames(decisions.map(({ by }) => by));
  const lines = [
    ...assessments.map(({ at, number, route, risk, ruleSet: version }) => ({
      at,
      words: `Assessment ${number}, by version ${version} of the rules: ${ROUTE_WORDS[route].toLowerCase()}; risk ${RISK_WORDS[risk].toLowerCase()}`,
    })),
    ...decisions.map(({ at, by, kind, seen, reason, assessment }) => ({
      at,
      words: `${names(by)} ${kind === "confirmed" ? "confirmed" : "overrode"} assessment ${assessment}. ${SEEN_WORDS[seen]}. ${reason}`,
    })),
  ];
  return lines.sort((a, b) => b.at.localeCompare(a.at));
}
