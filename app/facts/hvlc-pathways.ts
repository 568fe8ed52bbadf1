import table from "./hvlc-pathways.json";

/**
 * A published coding recipe. Codes are OPCS-4 without the dot; three characters mean the whole category, `A-B` a
 * range. Each list that is there must hold; `or` gives other ways to match.
 */
export interface HvlcRecipe {
  primaryIn?: string[];
  anyPositionIn?: string[];
  andAnyPositionIn?: string[];
  andAllOf?: string[];
  note?: string;
}

/** One GIRFT high volume low complexity pathway. */
export interface HvlcPathway extends HvlcRecipe {
  id: string;
  specialty: string;
  name: string;
  /** Day-case benchmark of the pathway in percent; null = none set. */
  dayCaseBenchmarkPercent: number | null;
  or?: HvlcRecipe[];
  excludeIfAnyProcedure?: string[];
  excludeIfAnyDiagnosis?: string[];
  mainSpecialtyOrTreatmentFunctionIn?: (string | number)[];
}

export const HVLC_PATHWAYS = table.pathways as readonly HvlcPathway[];
export const HVLC_PATHWAYS_SOURCE = {
  what: table.what,
  sources: table.sources,
  confidence: table.confidence,
  scope: table.scope,
  benchmarkCaveat: table.benchmarkCaveat,
  countNote: table.countNote,
};
