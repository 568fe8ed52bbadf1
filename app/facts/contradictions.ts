import type { ContradictingPair } from "~/domain/perioperative/questionnaire/contradictions";
import table from "./contradictions.json";

/** Answers of different pages that cannot both be right. */
export const CONTRADICTING_PAIRS: readonly ContradictingPair[] = table.pairs;
