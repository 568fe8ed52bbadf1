import type { PublishedList } from "~/domain/published-list";
import { ASKED_WITHIN } from "./asked-reads";
import { SCREENING_WITHIN } from "./screening-reads";

/** Reads that need no scope, each with its reason beside its definition. */
export const SCOPELESS = [
  "readInstallation",
  "wholeScope",
  "siteNames",
  "organisationScope",
  "findAccountByEmail",
  "findAccount",
  "listGrants",
  "reachOf",
  "scopeOf",
  "findSignIn",
  "listSignIns",
  "listInstallationAudit",
  ...["invitationOfLink", "findDevice"],
];

/** Reads for use inside other queries and commits: of rows that a scoped read has found. */
export const WITHIN = [
  ...[
    "placedDates",
    "placesOf",
    "placedEntries",
    "isLatestChange",
    "operatedOf",
    "isOperated",
    "weekSpan",
    "confirmedSince",
  ],
  ...["takenIdentifiers", "fileStatus", "fileTeam", "ownerSurgeons"],
  ...ASKED_WITHIN,
  ...SCREENING_WITHIN,
];

/** A template of the master schedule. */
export const A_TEMPLATE = {
  ...{
    site: "RQM01",
    theatre: "T1",
    weekday: 1,
    weeksOfMonth: [],
    validFrom: "2026-01-01",
    validUntil: null,
  },
  ...{ start: "08:30", end: "17:00", treatmentFunctions: ["100"], surgeons: [], anaesthetist: "" },
  ...{ anaesthetics: ["GA" as const], paediatric: false, equipment: [], maxCases: null, heldMinutes: 0 },
  ...{ funding: "core" as const, visitingTeam: "" },
};

/** What a published version holds; nobody is on it. */
export const aPublishedList = () =>
  ({
    ...{ format: 1, organisation: "RQM", site: "RQM01", siteName: "Main", session: "s", sessionId: "S1" },
    ...{ theatre: "T1", date: "2026-12-15", start: "08:30", end: "12:30", specialties: [], surgeons: [] },
    ...{ anaesthetist: "", cases: [], kept: [], orderBreaks: [] },
  }) as PublishedList;
