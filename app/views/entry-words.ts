import type { PatientDetails } from "~/domain/waiting-list";

/** A patient's name as lists have it, family name first; empty when it is not known. */
export function nameShown({ familyName, givenName }: PatientDetails): string {
  return [familyName, givenName].filter((part) => part !== "").join(", ");
}

/** An NHS number in its three groups. */
export function nhsNumberShown(number: string): string {
  return number.replace(/^(\d{3})(\d{3})(\d{4})$/, "$1 $2 $3");
}
