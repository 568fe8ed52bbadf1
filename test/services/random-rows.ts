import fc from "fast-check";
import { addDays, type DateRange } from "~/domain/calendar";
import { CONTRACT_FILES, type PlanInput } from "~/domain/plan-input";
import { resolvePolicy, type PolicyOverrides } from "~/domain/resolve-policy";
import type { SharedResource, TheatreSession } from "~/domain/theatre";
import { ANAESTHETICS, PRIORITIES, type WaitingListEntry } from "~/domain/waiting-list";
import { aTheatreSession, aWaitingListEntry } from "../factories";

const MONDAY = "2026-12-14";
const KIT = ["C_ARM", "LASER"];
const SITES = [
  { site: "RQM01", siteType: "main" },
  { site: "RQM02", siteType: "hub" },
] as const;
const TIMES = [
  { start: "08:30", end: "12:30" },
  { start: "08:30", end: "17:00" },
  { start: "12:00", end: "16:30" },
  { start: "12:30", end: "17:00" },
] as const;

const whole = (min: number, max: number) => fc.integer({ min, max });
const some = fc.constantFrom;
/** Once in twelve; 5 because generators draw ends more often than what lies between. */
const seldom = whole(0, 11).map((drawn) => drawn === 5);
/** The usual value, or seldom another. */
const but = <T>(usual: T, other: fc.Arbitrary<T>) =>
  fc.tuple(seldom, other).map(([isOther, value]) => (isOther ? value : usual));
const date = whole(0, 8).map((days) => addDays(MONDAY, days));

const session: fc.Arbitrary<Partial<TheatreSession>> = fc
  .record({
    at: some(...SITES),
    times: some(...TIMES),
    date: fc.oneof(some(MONDAY, addDays(MONDAY, 1), addDays(MONDAY, 2)), date),
    treatmentFunctions: but<string[]>(["110", "130"], some<string[]>(["110"], ["130"])),
    surgeons: fc.oneof(some<string[]>(["C1"], ["C2"]), fc.subarray(["C1", "C2"])),
    anaesthetics: but([...ANAESTHETICS], fc.subarray([...ANAESTHETICS])),
    paediatric: fc.boolean(),
    status: but<TheatreSession["status"]>("open", some("locked", "closed", "unstaffed")),
    maxCases: some(null, null, 0, 2, 4),
    heldMinutes: but(0, whole(1, 239)),
  })
  .map(({ at, times, ...facts }) => ({ ...at, ...times, ...facts }));

const minutes = fc.oneof(whole(15, 110), whole(15, 110), whole(15, 110), whole(180, 520));
const entry: fc.Arbitrary<Partial<WaitingListEntry>> = fc
  .record({
    minutes,
    spread: fc.oneof(some(0, 0.25), fc.double({ min: 0, max: 0.7, noNaN: true })),
    patientId: but("", fc.constant("TWICE")),
    birthDate: but("1960-06-15", some("2015-03-01", "2008-12-15")),
    clockStart: whole(0, 900).map((days) => addDays(MONDAY, -days)),
    priority: some("P2", "P4", ...PRIORITIES, "P3", "P2", "P4"),
    cancer: seldom,
    treatmentFunction: but("110", fc.constant("130")),
    consultant: some("C1", "C2", null),
    pooled: but(true, fc.constant(false)),
    procedureCode: some("A651", "W371", "X998"),
    intendedManagement: some("dayCase", "inpatient"),
    listingSite: some("RQM01", "RQM02"),
    otherSites: but<string[]>(["RQM01", "RQM02"], fc.constant([])),
    screening: but<WaitingListEntry["screening"]>("fit", some("unfit", "optimising", "awaiting")),
    fitFrom: but<string | null>(null, date),
    fitUntil: but<string | null>(null, date),
    hubSuitable: but<WaitingListEntry["hubSuitable"]>(true, some<string[]>([], ["RQM02"])),
    anaesthetic: but("LA", some(...ANAESTHETICS)),
    nights: some(0, 0, 1, 2, 4),
    criticalCare: seldom,
    equipment: some<string[]>([], [], ["C_ARM"], KIT),
    unavailable: but<DateRange[]>(
      [],
      date.map((from) => [{ from, to: addDays(from, 2) }]),
    ),
    shortNotice: fc.boolean(),
    tciDate: but<string | null>(null, date),
    tciSession: but<string | null>(null, some("S0", "S1", "S2")),
  })
  .map(({ spread, ...facts }) => ({ ...facts, minutesDeviation: spread * facts.minutes }));

/** Mostly some rows, seldom none. */
const rowsOrNone = <T>(rows: fc.Arbitrary<T[]>) =>
  fc.tuple(seldom, rows).map(([isNone, drawn]) => (isNone ? [] : drawn));

const entries = fc
  .tuple(rowsOrNone(fc.array(entry, { minLength: 4, maxLength: 16, size: "max" })), seldom)
  .map(([rows, allUnfit]) =>
    rows.map((facts, at) =>
      aWaitingListEntry({
        ...facts,
        ...{ row: at + 2, pathwayId: `P${at}`, patientId: facts.patientId || `L${at}` },
        ...(allUnfit ? { screening: "unfit" as const } : {}),
      }),
    ),
  );

const sessions = rowsOrNone(fc.array(session, { minLength: 2, maxLength: 7, size: "max" })).map((rows) =>
  rows.map((facts, at) => aTheatreSession({ ...facts, row: at + 2, sessionId: `S${at}`, theatre: `T${at}` })),
);

/** Every line that a resources file of the week could have. */
const LINES = SITES.flatMap(({ site }) =>
  [0, 1, 2, 3, 4, 5].flatMap((days) => {
    const at = { row: 2, site, date: addDays(MONDAY, days) };
    const halves = (["am", "pm"] as const).flatMap((period) =>
      KIT.map((code) => ({ ...at, period, resource: `equipment:${code}` })),
    );
    return [
      { ...at, period: "night" as const, resource: "bed" },
      { ...at, period: "night" as const, resource: "critical_care" },
      { ...at, period: "day" as const, resource: "day_case_place" },
      ...halves,
    ];
  }),
);
/** No file at all, or a quantity for some of the lines. */
const resources = fc
  .tuple(seldom, fc.array(some(null, 0, 1, 1, 2), { minLength: LINES.length, maxLength: LINES.length }))
  .map(([isAbsent, quantities]): SharedResource[] =>
    LINES.flatMap((line, at) => {
      const quantity = quantities[at] ?? null;
      return isAbsent || quantity === null ? [] : [{ ...line, quantity }];
    }),
  );

const weight = fc.oneof(some(0, 1, 1000), whole(0, 1_000_000));
const policy: fc.Arbitrary<PolicyOverrides> = fc.record(
  {
    noticeDays: whole(0, 28),
    overrunProbabilityMax: fc.oneof(some(0, 0.05, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    turnaroundMinutes: fc.record({ default: whole(0, 240), "130": whole(0, 20) }, { requiredKeys: [] }),
    reserveShare: fc.record({ "110": fc.array(some(0, 0.1, 0.5, 1), { maxLength: 2 }) }),
    waitingBands: some<[number, number][][]>([], [[0, 1]], [[52, 10_000]]),
    weights: fc.record({
      ...{ urgent: weight, waiting: weight, minutes: weight },
      ...{ dayCaseHub: weight, weeksWaited: weight },
    }),
  },
  { requiredKeys: [] },
);

/** Rows of a small week, as the readers give them: any rule may bind, anything may lack. */
export const randomRows: fc.Arbitrary<PlanInput> = fc
  .record({ entries, sessions, resources, policy, daysAhead: whole(14, 28) })
  .map(({ daysAhead, policy: overrides, ...rows }) => ({
    ...rows,
    planDate: addDays(MONDAY, -daysAhead),
    policy: resolvePolicy(overrides),
    ...{ pins: [], previous: null, rejected: [], warnings: [] },
    files: CONTRACT_FILES,
  }));
