import type { EnteredMeasure } from "~/domain/perioperative/measures";
import table from "./measures.json";

/** What a measure is called, its unit, and the limits within which a value is taken. */
export interface MeasureFacts {
  words: string;
  unit: string;
  least: number;
  most: number;
  decimals: number;
}

/** Words, unit and limits of a measure that staff enter. */
export const measureFacts = (measure: EnteredMeasure): MeasureFacts => table.measures[measure];
export const MEASURES_SOURCE = { what: table.what, confidence: table.confidence };
