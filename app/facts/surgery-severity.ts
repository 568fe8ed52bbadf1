import { SEVERITIES, type Severity } from "~/domain/perioperative/patient-facts";
import table from "./surgery-severity.json";

/** What the screening rules ask of a procedure beside its anaesthetic. null: the table lacks the code. */
export interface SurgerySeverity {
  severity: Severity | null;
  jointImplant: boolean | null;
  highCardiacRisk: boolean | null;
}

export const SURGERY_SEVERITY_SOURCE = {
  what: table.what,
  sources: table.sources,
  confidence: table.confidence,
};

const byCode = new Map<string, SurgerySeverity>(
  SEVERITIES.flatMap((severity) =>
    table.severity[severity].map((code): [string, SurgerySeverity] => [
      code,
      {
        severity,
        jointImplant: table.jointImplant.includes(code),
        highCardiacRisk: table.highCardiacRisk.includes(code),
      },
    ]),
  ),
);

/** How severe the procedure of an OPCS-4 code without the dot is. */
export function surgerySeverity(code: string): SurgerySeverity {
  return byCode.get(code) ?? { severity: null, jointImplant: null, highCardiacRisk: null };
}
