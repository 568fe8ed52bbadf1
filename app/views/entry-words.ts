import type { PatientDetails, WaitingListEntry } from "~/domain/waiting-list";
import { procedureByCode } from "~/facts/procedures";

/** A patient's name as lists have it, family name first; empty when it is not known. */
export function nameShown({ familyName, givenName }: PatientDetails): string {
  return [familyName, givenName].filter((part) => part !== "").join(", ");
}

/** What is to be done, in words: the file's, else those of the procedure table, with the side. */
export function procedureShown({ procedureText, procedureCode, laterality }: WaitingListEntry): string {
  const words = procedureText || procedureByCode(procedureCode)?.name || procedureCode;
  const side = laterality === null || laterality === "none" ? "" : laterality;
  return side === "" || words.toLowerCase().includes(side) ? words : `${words}, ${side}`;
}

/** An NHS number in its three groups. */
export function nhsNumberShown(number: string): string {
  return number.replace(/^(\d{3})(\d{3})(\d{4})$/, "$1 $2 $3");
}
