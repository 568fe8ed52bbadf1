import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { RecordedCase, RecordedList } from "~/domain/week-record";

/** A theatre session that takes cases; each test changes the facts that it is about. */
export function aTheatreSession(facts: Partial<TheatreSession> = {}): TheatreSession {
  return {
    row: 2,
    sessionId: "S1",
    site: "RQM01",
    siteType: "main",
    theatre: "T1",
    date: "2026-12-14",
    start: "08:30",
    end: "12:30",
    treatmentFunctions: ["110"],
    surgeons: ["C1"],
    anaesthetics: ["GA", "RA", "LA"],
    paediatric: false,
    status: "open",
    maxCases: null,
    heldMinutes: 0,
    ...facts,
  };
}

/** A fit adult who waits for a carpal tunnel release as a day case. */
export function aWaitingListEntry(facts: Partial<WaitingListEntry> = {}): WaitingListEntry {
  return {
    row: 2,
    pathwayId: "PP1",
    issuer: "RQM",
    provider: "RQM",
    patientId: "L1",
    nhsNumber: null,
    birthDate: "1960-06-15",
    gender: "2",
    ethnicCategory: "A",
    clockStart: "2026-06-01",
    rttStatus: "20",
    decisionToAdmit: "2026-07-01",
    lastPriorityReview: null,
    priority: "P4",
    cancer: false,
    treatmentFunction: "110",
    consultant: "C1",
    procedureCode: "A651",
    procedureText: "",
    intendedManagement: "dayCase",
    asa: 2,
    listingSite: "RQM01",
    otherSites: [],
    screeningDate: "2026-08-01",
    screening: "fit",
    fitFrom: null,
    fitUntil: null,
    hubSuitable: true,
    tciDate: null,
    tciSession: null,
    pooled: true,
    minutes: 30,
    minutesDeviation: 8,
    anaesthetic: "LA",
    nights: 0,
    criticalCare: false,
    equipment: [],
    unavailable: [],
    shortNotice: false,
    offerBy: null,
    imdDecile: 5,
    laterality: "left",
    orderFlags: [],
    details: {
      familyName: "Amberwick",
      givenName: "Ada",
      address: "",
      postcode: "",
      mobile: "",
      email: "",
      contactPreference: null,
      language: "",
      interpreter: null,
      reasonableAdjustments: "",
    },
    ...facts,
  };
}

/** A case on a list, first and at half past eight. */
export function aPlannedCase(facts: Partial<RecordedCase> = {}): RecordedCase {
  return {
    entry: "E1",
    pathwayId: "PP1",
    order: 1,
    start: "08:30",
    minutes: 30,
    provisional: false,
    overridden: [],
    because: "Waited longest of those who fit.",
    ...facts,
  };
}

/** The list of session S1 with one case. */
export function aPlannedList(facts: Partial<RecordedList> = {}): RecordedList {
  return {
    sessionId: "S1",
    plannedMinutes: 30,
    utilisation: 0.125,
    touchUtilisation: 0.125,
    overrunProbability: 0.01,
    cases: [aPlannedCase()],
    ...facts,
  };
}
