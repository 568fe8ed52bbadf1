import table from "./procedures.json";

/** One procedure of the table. Minutes are touch time: anaesthetic start to leaving theatre. */
export interface Procedure {
  /** OPCS-4 without the dot, capitals. */
  code: string;
  name: string;
  specialty: string;
  treatmentFunction: string;
  /** In the Directory of Procedures of the British Association of Day Surgery. */
  bads: boolean;
  badsDayCaseTargetPercent: number | null;
  /** In a GIRFT high volume low complexity pathway. */
  hvlc: boolean;
  casesPerHalfDayList: number | null;
  minutes: number;
  /** Standard deviation of the minutes. */
  minutesDeviation: number;
  nights: number;
  /** Code, HVLC flag and percentage were each found in a published text; never covers minutes and nights. */
  verified: boolean;
  sourceNote: string;
}

export const PROCEDURES: readonly Procedure[] = table.procedures;
export const PROCEDURES_SOURCE = { what: table.what, sources: table.sources, confidence: table.confidence };

const byCode = new Map(PROCEDURES.map((procedure) => [procedure.code, procedure]));

/** The procedure of an OPCS-4 code without the dot, in capitals (`T202`); undefined when the table lacks it. */
export function procedureByCode(code: string): Procedure | undefined {
  return byCode.get(code);
}
