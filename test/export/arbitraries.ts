import fc from "fast-check";
import { isoDate } from "~/domain/calendar";
import type { PinRow } from "~/domain/pin";
import { REASONS } from "~/domain/reasons";
import { SESSION_STATUSES, SITE_TYPES, type SharedResource, type TheatreSession } from "~/domain/theatre";
import {
  ANAESTHETICS,
  CONTACT_PREFERENCES,
  INTENDED_MANAGEMENT,
  LATERALITIES,
  PRIORITIES,
  SCREENING_OUTCOMES,
  type WaitingListEntry,
} from "~/domain/waiting-list";
import { usualDeviation } from "~/import/touch-time";

/* Values as a reader makes them; `row` is given when they are written. */

export const PLAN_DATE = "2026-11-20";
const day = (least: number, most: number) => fc.integer({ min: least, max: most }).map(isoDate);
const past = day(0, 20_777);
const date = day(-20_000, 40_000);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const yes = fc.boolean();
const wild = fc.string({ unit: fc.constantFrom(..."aé,\"'=+-@;\n\t 0💉") });
/** Text without blanks around it, which no cell keeps, unless a guard does. */
const text = wild.map((value) => (/^'*[=+\-@\t\n]/.test(value) ? value : value.trim()));
const named = text.filter((value) => value.trim() !== "");
const code = fc.stringMatching(/^[A-Z=+@-][A-Z0-9_-]{1,5}$/).filter((value) => !/^[YN]$/.test(value));
const codes = fc.uniqueArray(code, { maxLength: 4 });
const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
const nhsNumber = digits(9)
  .map(
    (nine) =>
      [nine, (11 - ([...nine].reduce((sum, d, i) => sum + Number(d) * (10 - i), 0) % 11)) % 11] as const,
  )
  .filter(([, check]) => check < 10)
  .map(([nine, check]) => nine + check);

const ranges = fc.array(
  fc.tuple(day(20_000, 21_000), day(21_000, 22_000)).map(([from, to]) => ({ from, to })),
  { maxLength: 3 },
);
const differing = (list: { from: string; to: string }[]) =>
  new Set(list.map(({ from, to }) => from + to)).size === list.length;

const touchTime = fc
  .record({
    minutes: fc.integer({ min: 1, max: 900 }),
    procedureCode: fc.constantFrom("T202", "W371", "X998", "C71"),
    given: maybe(fc.integer({ min: 0, max: 900 })),
  })
  .map(({ minutes, procedureCode, given }) => ({
    minutes,
    procedureCode,
    minutesDeviation:
      given === null ? usualDeviation(procedureCode, minutes) : Math.min(given, 0.7 * minutes),
  }));

const details = fc.record({
  familyName: text,
  givenName: text,
  address: text,
  postcode: text,
  mobile: text,
  email: text,
  contactPreference: maybe(fc.constantFrom(...CONTACT_PREFERENCES)),
  language: text,
  interpreter: maybe(yes),
  reasonableAdjustments: text,
});

const booking = fc.oneof(
  fc.record({ tciDate: fc.constant(null), tciSession: fc.constant(null) }),
  fc.record({ tciDate: date, tciSession: maybe(named) }),
);
const surgeon = fc.oneof(
  fc.record({ consultant: fc.constant(null), pooled: fc.constant(true) }),
  fc.record({ consultant: named, pooled: yes }),
);

const facts = fc.record({
  row: fc.constant(0),
  pathwayId: named,
  issuer: text,
  provider: text,
  patientId: named,
  nhsNumber: maybe(nhsNumber),
  birthDate: past,
  gender: fc.constantFrom("", "0", "1", "2", "9", "X"),
  ethnicCategory: fc.constantFrom("", "A", "Z", "99"),
  clockStart: past,
  rttStatus: fc.constantFrom("", "10", "20", "30"),
  decisionToAdmit: date,
  lastPriorityReview: maybe(date),
  priority: fc.constantFrom(...PRIORITIES),
  cancer: yes,
  treatmentFunction: digits(3),
  procedureText: text,
  intendedManagement: fc.constantFrom(...INTENDED_MANAGEMENT),
  asa: maybe(fc.integer({ min: 1, max: 5 })),
  listingSite: named,
  otherSites: codes,
  screeningDate: maybe(date),
  anaesthetic: fc.constantFrom(...ANAESTHETICS),
  nights: fc.integer({ min: 0, max: 365 }),
  criticalCare: yes,
  equipment: codes,
  unavailable: ranges.filter(differing),
  shortNotice: yes,
  offerBy: maybe(date),
  imdDecile: maybe(fc.integer({ min: 1, max: 10 })),
  laterality: maybe(fc.constantFrom(...LATERALITIES)),
  orderFlags: codes,
  details,
  screening: fc.constantFrom(...SCREENING_OUTCOMES),
  fitFrom: maybe(date),
  fitUntil: maybe(date),
  hubSuitable: fc.oneof(fc.constant<true>(true), codes),
});

export const entry: fc.Arbitrary<WaitingListEntry> = fc
  .tuple(facts, touchTime, booking, surgeon)
  .map(([known, time, booked, by]) => ({ ...known, ...time, ...booked, ...by }));

const HALF_DAYS = [
  ["08:30", "12:30"],
  ["13:30", "17:30"],
  ["00:00", "23:59"],
] as const;

export const session: fc.Arbitrary<TheatreSession> = fc
  .record({
    row: fc.constant(0),
    sessionId: named,
    site: named,
    siteType: fc.constantFrom(...SITE_TYPES),
    theatre: named,
    date,
    half: fc.constantFrom(...HALF_DAYS),
    treatmentFunctions: fc.uniqueArray(digits(3), { minLength: 1, maxLength: 3 }),
    surgeons: codes,
    anaesthetics: fc.uniqueArray(fc.constantFrom(...ANAESTHETICS), { minLength: 1 }),
    paediatric: yes,
    status: fc.constantFrom(...SESSION_STATUSES),
    maxCases: maybe(fc.integer({ min: 0, max: 20 })),
    heldMinutes: fc.integer({ min: 0, max: 239 }),
  })
  .map(({ half, ...known }) => ({ ...known, start: half[0], end: half[1] }));

const counted = fc.oneof(
  fc.record({ resource: fc.constantFrom("bed", "critical_care"), period: fc.constant("night" as const) }),
  fc.record({ resource: fc.constant("day_case_place"), period: fc.constant("day" as const) }),
  fc.record({ resource: code.map((each) => `equipment:${each}`), period: fc.constantFrom("am", "pm") }),
);
export const resource: fc.Arbitrary<SharedResource> = fc
  .tuple(fc.record({ row: fc.constant(0), site: named, date, quantity: fc.nat(999_999) }), counted)
  .map(([known, what]) => ({ ...known, ...what }));

export const pin: fc.Arbitrary<PinRow> = fc.record({
  row: fc.constant(0),
  pathwayId: named,
  sessionId: named,
  override: fc.uniqueArray(fc.constantFrom(...REASONS)),
});
