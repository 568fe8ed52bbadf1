import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Row } from "./row";

/** What earlier rows of the file hold, to find rows that repeat or contradict them. */
export class EarlierRows {
  private readonly pathways = new Map<string, number>();
  private readonly nhsNumbers = new Map<string, { row: number; patient: string }>();
  private readonly patients = new Map<string, { row: number; birthDate: string }>();

  /** Rejects the row when an earlier one has its identifier, whether that one stands or not. */
  rejectRepeat(row: Row, { pathwayId, issuer }: WaitingListEntry): void {
    if (pathwayId === "") return;
    const key = keyOf(issuer, pathwayId);
    const earlier = this.pathways.get(key);
    if (earlier === undefined) this.pathways.set(key, row.number);
    else row.unreadable("PATIENT_PATHWAY_IDENTIFIER", `Row ${earlier} has this identifier`);
  }

  /** Warns of one NHS number with two hospital numbers, and of one hospital number with two birth dates. */
  warnOfContradictions(row: Row, { nhsNumber, issuer, patientId, birthDate }: WaitingListEntry): void {
    const patient = keyOf(issuer, patientId);
    const samePatient = remember(this.patients, patient, { row: row.number, birthDate });
    if (samePatient.birthDate !== birthDate)
      row.warn(
        "PERSON_BIRTH_DATE",
        `Row ${samePatient.row} has the birth date ${samePatient.birthDate} for this hospital number.`,
      );
    if (nhsNumber === null) return;
    const sameNumber = remember(this.nhsNumbers, nhsNumber, { row: row.number, patient });
    if (sameNumber.patient !== patient)
      row.warn("NHS_NUMBER", `Row ${sameNumber.row} has this NHS number with another hospital number.`);
  }
}

/** The value kept for the key; the first one stays. */
function remember<V>(known: Map<string, V>, key: string, value: V): V {
  const first = known.get(key);
  if (first === undefined) known.set(key, value);
  return first ?? value;
}

function keyOf(issuer: string, identifier: string): string {
  return `${issuer}\n${identifier}`;
}
