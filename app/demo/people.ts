import { addDays, dayNumber, type IsoDate } from "~/domain/calendar";
import type { PatientDetails, WaitingListEntry } from "~/domain/waiting-list";
import type { Procedure } from "~/facts/procedures";
import type { TestNhsNumbers } from "./nhs-numbers";
import table from "./people.json";
import { genderOf, isChild } from "./procedures";
import { Random } from "./random";

/** What belongs to the patient and not to the procedure. */
export type Person = Pick<
  WaitingListEntry,
  "patientId" | "nhsNumber" | "birthDate" | "gender" | "ethnicCategory" | "imdDecile" | "details"
>;

const DAYS_A_YEAR = 365.25;
const OLDEST = 94;
/** Census shares, rounded: the codes are those of ETHNIC CATEGORY. */
const ETHNIC_CATEGORIES: [code: string, weight: number][] = [
  ["A", 62],
  ["C", 8],
  ["H", 5],
  ["J", 4],
  ["N", 4],
  ["Z", 4],
  ["L", 3],
  ["M", 3],
  ["S", 3],
  ["K", 2],
  ["P", 1],
  ["R", 1],
];
/** Specialties of older patients: joints and eyes. */
const OLDER = ["110", "130"];
const LANGUAGES = table.languages as [string, number][];

/** An invented patient who waits for this procedure. */
export function inventPerson(
  number: number,
  procedure: Procedure,
  planDate: IsoDate,
  numbers: TestNhsNumbers,
  random: Random,
): Person {
  const age = ageFor(procedure, random);
  const gender = genderOf(procedure, random);
  const person = {
    patientId: `L${1_000_000 + number}`,
    nhsNumber: random.chance(0.995) ? numbers.next() : null,
    birthDate: addDays(planDate, -Math.round(age * DAYS_A_YEAR)),
    gender,
    ethnicCategory: random.weighted(ETHNIC_CATEGORIES),
    imdDecile: 1 + random.whole(10),
    details: details(number, gender, random),
  };
  return withGaps(person, new Random(number, "gaps"));
}

/** Shares of patients of whom a hospital's record holds nothing: estimates, so that a demo shows missing data too. */
const NOT_HELD = { ethnicity: 0.09, deprivation: 0.05, language: 0.06 };

function withGaps(person: Person, random: Random): Person {
  const { details: known, ethnicCategory, imdDecile } = person;
  return {
    ...person,
    ethnicCategory: random.chance(NOT_HELD.ethnicity) ? "" : ethnicCategory,
    imdDecile: random.chance(NOT_HELD.deprivation) ? null : imdDecile,
    details: random.chance(NOT_HELD.language) ? { ...known, language: "" } : known,
  };
}

function ageFor(procedure: Procedure, random: Random): number {
  if (isChild(procedure, random)) return 2 + 14 * random.next();
  const usual = OLDER.includes(procedure.treatmentFunction) ? 68 : 52;
  return Math.min(OLDEST, Math.max(18.1, usual + 15 * random.gauss()));
}

/** Age in whole years, near enough for the demo's shares. */
export function ageOf(person: Person, on: IsoDate): number {
  return Math.floor((dayNumber(on) - dayNumber(person.birthDate)) / DAYS_A_YEAR);
}

function details(number: number, gender: "1" | "2", random: Random): PatientDetails {
  const familyName = random.pick(table.familyNames);
  const givenName = random.pick(table.givenNames[gender]);
  const language = random.weighted(LANGUAGES);
  const hasEmail = random.chance(0.8);
  return {
    familyName,
    givenName,
    address: `${1 + random.whole(180)} ${random.pick(table.streets)}, ${table.town}`,
    postcode: `ZZ99 ${1 + random.whole(9)}${random.pick([..."ABDEFGH"])}Z`,
    mobile: `07700 900${String(random.whole(1000)).padStart(3, "0")}`,
    email: hasEmail ? `patient.${number}@example.${random.pick(["org", "com"])}` : "",
    contactPreference: random.weighted([
      ["text", 60],
      ["phone", 18],
      ["letter", 12],
      [hasEmail ? "email" : "letter", 10],
    ] as const),
    language,
    interpreter: language !== "English" && random.chance(0.6),
    reasonableAdjustments: random.chance(0.06) ? random.pick(table.adjustments) : "",
  };
}
