import type { ClockTime, IsoDate } from "./calendar";

/** One case of a published list, as people read it: everything in words, nothing abbreviated. Empty text: not known. */
export interface PublishedCase {
  /** Id of the entry. */
  entry: string;
  order: number;
  admission: ClockTime;
  start: ClockTime;
  minutes: number;
  familyName: string;
  givenName: string;
  birthDate: IsoDate;
  /** Completed years on the day. */
  age: number;
  sex: string;
  nhsNumber: string;
  hospitalNumber: string;
  /** The procedure in words with its side in full. */
  procedure: string;
  anaesthetic: string;
  asa: number | null;
  /** Allergy, infection, diabetes and the like, in words. */
  flags: string[];
  equipment: string[];
  nights: number;
  criticalCare: boolean;
  /** The language to be interpreted; empty: no interpreter. */
  interpreter: string;
  adjustments: string;
  /** Agreed to come at short notice. */
  standBy: boolean;
  /** The golden patient, who goes first. */
  golden: boolean;
  /** Where they come from and how they are reached, for transport and letters. */
  address: string;
  postcode: string;
}

/** A place that is kept on a list for a patient whose fitness is not confirmed; who that is stays unpublished. */
export interface KeptPlace {
  start: ClockTime;
  minutes: number;
}

/** A list as it is published: frozen, printed, sent and confirmed (list_version.content). */
export interface PublishedList {
  format: 1;
  organisation: string;
  site: string;
  siteName: string;
  /** Id of the theatre session, and its identifier in the organisation's own system. */
  session: string;
  sessionId: string;
  theatre: string;
  date: IsoDate;
  start: ClockTime;
  end: ClockTime;
  specialties: string[];
  surgeons: string[];
  anaesthetist: string;
  cases: PublishedCase[];
  kept: KeptPlace[];
  /** Rules that the order does not keep, one sentence each. */
  orderBreaks: string[];
}

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === "string";
const isWhole: Check = (value) => Number.isInteger(value);
const isTrueOrFalse: Check = (value) => typeof value === "boolean";
const isDate: Check = (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
const isClock: Check = (value) => typeof value === "string" && /^\d\d:\d\d$/.test(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const having =
  (checks: Record<string, Check>): Check =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(checks).every(([key, check]) => check((value as Record<string, unknown>)[key]));

const CASE: Record<keyof PublishedCase, Check> = {
  ...{ entry: isText, order: isWhole, admission: isClock, start: isClock, minutes: isWhole },
  ...{ familyName: isText, givenName: isText, birthDate: isDate, age: isWhole, sex: isText },
  ...{ nhsNumber: isText, hospitalNumber: isText, procedure: isText, anaesthetic: isText },
  asa: (value) => value === null || isWhole(value),
  ...{ flags: listOf(isText), equipment: listOf(isText), nights: isWhole, criticalCare: isTrueOrFalse },
  ...{ interpreter: isText, adjustments: isText, standBy: isTrueOrFalse, golden: isTrueOrFalse },
  ...{ address: isText, postcode: isText },
};

const LIST: Record<keyof PublishedList, Check> = {
  format: (value) => value === 1,
  ...{ organisation: isText, site: isText, siteName: isText, session: isText, sessionId: isText },
  ...{ theatre: isText, date: isDate, start: isClock, end: isClock, specialties: listOf(isText) },
  ...{ surgeons: listOf(isText), anaesthetist: isText, cases: listOf(having(CASE)) },
  ...{ kept: listOf(having({ start: isClock, minutes: isWhole })), orderBreaks: listOf(isText) },
};

/** The list that a stored content holds. Throws, with the first key that is wrong, when it is none: it was written by us. */
export function readPublishedList(content: unknown): PublishedList {
  const value = (content ?? {}) as Record<string, unknown>;
  const wrong = Object.entries(LIST).find(([key, check]) => !check(value[key]));
  if (wrong)
    throw new Error(`A stored list version cannot be read: its ${wrong[0]} is not what this version knows.`);
  return content as PublishedList;
}

/** The list without one of its cases; the others keep their times and close the gap in the numbers. */
export function withoutCase(list: PublishedList, entry: string): PublishedList {
  const left = list.cases.filter((item) => item.entry !== entry);
  return { ...list, cases: left.map((item, at) => ({ ...item, order: at + 1 })) };
}

/** A patient's name as lists have it. */
export function patientName({ familyName, givenName, hospitalNumber }: PublishedCase): string {
  return [familyName.toUpperCase(), givenName].filter((part) => part !== "").join(", ") || hospitalNumber;
}
