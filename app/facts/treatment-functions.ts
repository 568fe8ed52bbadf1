import type { Confidence } from "./priority-codes";
import table from "./treatment-functions.json";

/** An ACTIVITY TREATMENT FUNCTION CODE and its name. */
export interface TreatmentFunction {
  code: string;
  name: string;
  status: Confidence;
}

export const TREATMENT_FUNCTIONS = table.functions as readonly TreatmentFunction[];
export const TREATMENT_FUNCTIONS_SOURCE = {
  what: table.what,
  sources: table.sources,
  confidence: table.confidence,
};

const names = new Map(TREATMENT_FUNCTIONS.map(({ code, name }) => [code, name]));

/** The name of a treatment function code; the code itself when the table lacks it. */
export function treatmentFunctionName(code: string): string {
  return names.get(code) ?? code;
}
