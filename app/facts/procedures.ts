import table from "./procedures.json";

/** One procedure of the table. Minutes are touch time: anaesthetic start to leaving theatre. */
export interface Procedure {
  /** OPCS-4 without the dot, capitals. */
  code: string;
  /** As the table has it, with what coders must know. */
  name: string;
  /** The same for people: without notes for coders. */
  words: string;
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

/** What only coders read: a code of OPCS-4, or where the procedure may be booked. */
const CODING = /\b[A-Z]\d{2}(\.\d)?\b|^not for hub booking$/;

export const PROCEDURES: readonly Procedure[] = table.procedures.map((procedure) => ({
  ...procedure,
  words: withoutCoding(procedure.name),
}));
export const PROCEDURES_SOURCE = { what: table.what, sources: table.sources, confidence: table.confidence };

const byCode = new Map(PROCEDURES.map((procedure) => [procedure.code, procedure]));

/** The procedure of an OPCS-4 code without the dot, in capitals (`T202`); undefined when the table lacks it. */
export function procedureByCode(code: string): Procedure | undefined {
  return byCode.get(code);
}

/** A name without its coding notes: `(J18.3 with Y75.2)`, `NEC` (not elsewhere classified), `unspecified`. */
function withoutCoding(name: string): string {
  const plain = name.replace(/ \(([^)]*)\)/g, (_note, inside: string) => {
    const kept = inside.split("; ").filter((part) => !CODING.test(part));
    return kept.length === 0 ? "" : ` (${kept.join("; ")})`;
  });
  return plain.replace(/ NEC\b/g, "").replace(/, unspecified$/, "");
}
