import type { IsoDate } from "../../calendar";

/** What an organisation holds to know a patient by. Empty or null: not held. */
export interface KnownPatient {
  birthDate: IsoDate;
  postcode: string;
  nhsNumber: string | null;
  hospitalNumber: string;
}

/** What somebody says of themself: the date of birth, and a postcode, a hospital number or the end of an NHS number. */
export interface Claim {
  birthDate: IsoDate;
  other: string;
}

const LAST_DIGITS = 4;
const bare = (text: string) => text.toUpperCase().replace(/[^0-9A-Z]/g, "");

/** Whether both facts are the patient's. Blanks, dashes and small letters do not matter. */
export function isPatient(known: KnownPatient, { birthDate, other }: Claim): boolean {
  const said = bare(other);
  const nhs = bare(known.nhsNumber ?? "");
  const facts = [bare(known.postcode), bare(known.hospitalNumber), nhs, nhs.slice(-LAST_DIGITS)];
  return birthDate === known.birthDate && said !== "" && facts.includes(said);
}
