import type { SharedResource, TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { ACTOR } from "./engines";

/** Everything of the hub that `givenHub` makes. */
export const HUB: Scope = { organisations: ["RQM"], sites: ["RQM01", "RQM02"] };
export const TODAY = "2026-11-22";

/** An organisation with a main site and a hub, and another organisation with one site. */
export async function givenHub(store: Store): Promise<void> {
  const { saveOrganisation, saveSite } = await import("~db/organisations");
  await saveOrganisation(store, ACTOR, { code: "RQM", name: "Chelsea and Westminster" });
  await saveSite(store, ACTOR, { code: "RQM01", organisation: "RQM", name: "Main", type: "main" });
  await saveSite(store, ACTOR, { code: "RQM02", organisation: "RQM", name: "Hub", type: "hub" });
  await saveOrganisation(store, ACTOR, { code: "RKE", name: "Whittington" });
  await saveSite(store, ACTOR, { code: "RKE01", organisation: "RKE", name: "Main", type: "main" });
}

/** A waiting-list entry that stands, with the given facts. */
export function anEntry(facts: Partial<WaitingListEntry> = {}): WaitingListEntry {
  return {
    row: 2,
    pathwayId: "PP1",
    issuer: "RQM",
    provider: "RQM",
    patientId: "L1",
    nhsNumber: "9991234567",
    birthDate: "1985-09-24",
    gender: "1",
    ethnicCategory: "A",
    clockStart: "2026-05-08",
    rttStatus: "20",
    decisionToAdmit: "2026-08-01",
    lastPriorityReview: null,
    priority: "P4",
    cancer: false,
    treatmentFunction: "100",
    consultant: "C1",
    procedureCode: "H012",
    procedureText: "Appendicectomy",
    intendedManagement: "inpatient",
    asa: 2,
    listingSite: "RQM01",
    otherSites: ["RQM02"],
    screening: "fit",
    fitFrom: null,
    fitUntil: "2027-02-01",
    hubSuitable: true,
    screeningDate: "2026-10-06",
    tciDate: null,
    tciSession: null,
    pooled: false,
    minutes: 70,
    minutesDeviation: 22.5,
    anaesthetic: "GA",
    nights: 1,
    criticalCare: false,
    equipment: ["CARM"],
    unavailable: [{ from: "2026-12-12", to: "2026-12-21" }],
    shortNotice: false,
    offerBy: null,
    imdDecile: 10,
    laterality: "left",
    orderFlags: ["latex"],
    ...facts,
    details: {
      familyName: "Example",
      givenName: "Ada",
      address: "1 Test Street",
      postcode: "ZZ99 9ZZ",
      mobile: "07700900000",
      email: "ada@example.org",
      contactPreference: "text",
      language: "en",
      interpreter: false,
      reasonableAdjustments: "",
      ...facts.details,
    },
  };
}

/** A theatre session that stands, with the given facts. */
export function aSession(facts: Partial<TheatreSession> = {}): TheatreSession {
  return {
    row: 2,
    sessionId: "S1",
    site: "RQM02",
    siteType: "hub",
    theatre: "T1",
    date: "2026-12-15",
    start: "08:30",
    end: "17:00",
    treatmentFunctions: ["100"],
    surgeons: ["C1"],
    anaesthetics: ["GA", "LA"],
    paediatric: false,
    status: "open",
    maxCases: null,
    heldMinutes: 0,
    ...facts,
  };
}

export function aResource(facts: Partial<SharedResource> = {}): SharedResource {
  return {
    row: 2,
    site: "RQM02",
    date: "2026-12-15",
    period: "night",
    resource: "bed",
    quantity: 8,
    ...facts,
  };
}

/** Uploads and confirms a waiting list for the hub; answers with the counts of the upload. */
export async function importEntries(
  store: Store,
  entries: WaitingListEntry[],
  sites = HUB.sites,
  today = TODAY,
) {
  const { stageWaitingList } = await import("~db/imports/stage-waiting-list");
  const { confirmImport } = await import("~db/imports");
  const upload = { organisation: "RQM", sites, fileName: "waiting-list.csv", sha256: "0".repeat(64) };
  const rows = entries.map((entry) => ({ entry, unknown: {} }));
  const staged = await stageWaitingList(store, ACTOR, upload, { rows, faults: [], refused: [] }, today);
  const outcome = await confirmImport(HUB, store, ACTOR, staged.id, today);
  if (outcome.kind !== "confirmed") throw new Error(`The import was not confirmed: ${outcome.kind}`);
  return staged.counts;
}

/** Uploads and confirms theatre sessions for the hub. */
export async function importSessions(store: Store, items: TheatreSession[]) {
  const { stageSessions } = await import("~db/imports/sessions");
  const { confirmImport } = await import("~db/imports");
  const upload = { organisation: "RQM", sites: HUB.sites, fileName: "sessions.csv", sha256: "0".repeat(64) };
  const staged = await stageSessions(store, ACTOR, upload, { items, faults: [], refused: [] });
  await confirmImport(HUB, store, ACTOR, staged.id, TODAY);
  return staged.counts;
}
