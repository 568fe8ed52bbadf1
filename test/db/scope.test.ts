import { expect, it } from "vitest";
import type { OfferSeen } from "~/domain/earliest-offer";
import type { Reader } from "~db/engine";
import type { Scope } from "~db/scope";
import { askedReads, loadAsked } from "./asked-reads";
import { ACTOR, onEachEngine } from "./engines";
import { loadScreening, screeningReads } from "./screening-reads";
import {
  anEntry,
  aResource,
  aSession,
  givenHub,
  HUB,
  importEntries,
  importSessions,
  TODAY,
} from "./given-hub";
import { A_TEMPLATE, aPublishedList, SCOPELESS, WITHIN } from "./scope-known";

const WEEK = "2026-12-14";
const SPAN = { from: TODAY, until: "2027-02-01" };
const NOTHING: Scope = { organisations: [], sites: [] };
const ANOTHER: Scope = { organisations: ["RKE"], sites: ["RKE01"] };
/** Their organisation, another's site: what belongs to a site stays hidden. */
const OTHER_SITE: Scope = { organisations: ["RQM"], sites: ["RKE01"] };

onEachEngine("every read", (given, load) => {
  const modules = load(() =>
    Promise.all([
      import("~db/organisations"),
      import("~db/users"),
      import("~db/sign-in-sessions"),
      import("~db/waiting-list"),
      import("~db/waiting-list-counts"),
      import("~db/patients"),
      import("~db/theatre-sessions"),
      import("~db/placements"),
      import("~db/placed-dates"),
      import("~db/policies"),
      import("~db/solve-runs"),
      import("~db/plans"),
      import("~db/readiness"),
      import("~db/imports"),
      import("~db/audit"),
      import("~db/patient-access"),
      import("~db/waiting-list-choices"),
      import("~db/session-templates"),
      import("~db/leave"),
      import("~db/made-sessions"),
      import("~db/placed-cases"),
      import("~db/session-details"),
      import("~db/session-events"),
      import("~db/list-orders"),
      import("~db/list-versions"),
      import("~db/patient-notices"),
      import("~db/pas-files"),
      import("~db/workspace-settings"),
      import("~db/scenarios"),
      import("~db/earliest-offers"),
      import("~db/gap-candidates"),
      import("~db/meetings"),
      import("~db/told-patients"),
      import("~db/operated"),
      import("~db/list-acts"),
      import("~db/known-equipment"),
    ]),
  );

  const asking = load(loadAsked);
  const screening = load(loadScreening);

  /** A hub with one of everything, and how each read asks for it. */
  async function givenEverything() {
    const { store } = given;
    await givenHub(store);
    const [
      ,
      users,
      ,
      list,
      counts,
      patients,
      sessions,
      placements,
      ,
      policies,
      runs,
      plans,
      readiness,
      imports,
      audit,
      access,
      ,
      templates,
      leave,
      made,
      placed,
      details,
      happened,
      orders,
      listVersions,
      notices,
      pas,
      settings,
      scenarios,
      offers,
      gaps,
      meetings,
      toldPatients,
      ,
      listActs,
      equipment,
    ] = modules();
    await importEntries(store, [
      anEntry(),
      anEntry({
        ...{ pathwayId: "PP2", patientId: "L9", issuer: "RYJ", tciDate: "2026-12-20", shortNotice: true },
      }),
      anEntry({ pathwayId: "PP3", patientId: "L3" }),
    ]);
    await importSessions(store, [aSession({ site: "RQM01", siteType: "main" })]);
    const { stageResources } = await import("~db/imports/resources");
    const upload = { organisation: "RQM", sites: HUB.sites, fileName: "resources.csv", sha256: "" };
    const fault = {
      ...{ file: "resources.csv", row: 2, column: "quantity", value: "x", message: "no", rejected: true },
    };
    const read = { items: [aResource({ site: "RQM01" })], faults: [fault], refused: [] };
    const { id: imported } = await stageResources(store, ACTOR, upload, read);
    await imports.confirmImport(HUB, store, ACTOR, imported, TODAY);
    const user = await users.createUser(store, ACTOR, {
      email: "a@b.c",
      name: "A",
      passwordHash: "h",
      demo: false,
    });
    if (user.kind === "created") {
      await users.grantRole(store, ACTOR, {
        user: user.id,
        role: "scheduler",
        organisation: "RQM",
        site: "RQM01",
      });
    }
    const [held] = await list.entriesForPlanning(HUB, store.db, "RQM");
    const [session] = await sessions.listSessions(HUB, store.db, SPAN);
    const { recordPlacements } = await import("~db/record-placements");
    const changes = [{ entry: held!.id, session: session!.id, reason: "", override: [] }];
    const wanted = { organisation: "RQM", week: WEEK, baseRevision: 0, run: null, today: TODAY, changes };
    await recordPlacements(HUB, store, ACTOR, wanted);
    const { DEFAULT_POLICY } = await import("~/domain/policy");
    await policies.savePolicy(HUB, store, ACTOR, {
      organisation: "RQM",
      base: 0,
      policy: DEFAULT_POLICY,
      reason: "",
    });
    const options = { planDate: TODAY, steps: null, timeLimit: null, workers: 1, movePrice: 0 };
    const asked = { organisation: "RQM", week: WEEK, sites: HUB.sites, options, seed: 1, policyNumber: 0 };
    const waiting = await runs.askRun(store, ACTOR, asked);
    const run = await runs.askRun(store, ACTOR, asked);
    await runs.claimRun(store, ACTOR, run);
    const measures = { urgent: 0, waiting: 0, minutes: 0, dayCaseHub: 0, weeksWaited: 0 };
    const found = { text: "{}", score: 1, bound: 1, gap: 0, measures, handRule: { score: 0, measures } };
    const files = [{ name: "a.csv", bytes: Buffer.from("a") }];
    await plans.savePlan(store, ACTOR, run, { state: "done", message: "" }, { ...found, files });
    await access.recordPatientAccess(store, ACTOR, { patients: [held!.patient], page: "entry" });
    const site = { organisation: "RQM", site: "RQM01" };
    const template = await store.commit(ACTOR, "test", async (tx) => {
      const id = await templates.insertTemplate(tx, "RQM", A_TEMPLATE);
      await details.setSessionDetail(tx, session!.id, { template: id, templateDate: WEEK }, site);
      await happened.recordSessionEvent(tx, { session: session!.id, kind: "added" }, site);
      await leave.insertLeave(tx, "RQM", [
        {
          person: "C1",
          role: "surgeon",
          from: WEEK,
          to: WEEK,
          half: "day",
          source: "form",
          uid: "",
          note: "",
        },
      ]);
      return id;
    });
    const [away] = await leave.leaveWithin(HUB, store.db, SPAN, "RQM");
    const { DEFAULT_SETTINGS } = await import("~/domain/workspace-settings");
    await settings.saveSettings(HUB, store, ACTOR, {
      ...{ organisation: "RQM", base: 0, settings: DEFAULT_SETTINGS, reason: "" },
    });
    const about = { organisation: "RQM", site: "RQM01" };
    const place = { date: "2026-12-15", sessionId: "S1" };
    const pasFile = await store.commit(ACTOR, "test", async (tx) => {
      const ordered = { session: session!.id, base: 0, entries: [held!.id], reason: "" };
      await orders.recordListOrder(tx, ordered, about);
      const version = { session: session!.id, number: 1, changes: [], reason: "", content: aPublishedList() };
      await listVersions.insertListVersion(tx, version, about);
      await listVersions.insertListSeen(tx, { session: session!.id, number: 1, reader: "ward" }, about);
      const told = { entry: held!.id, session: session!.id, kind: "told", channel: "phone" } as const;
      await notices.insertNotice(tx, { ...told, date: "2026-12-15", note: "" }, about);
      return pas.insertPasFile(tx, "RQM", [{ entry: held!.id, action: "book", place }]);
    });
    const { insertMeeting, insertMeetingItem } = await import("~db/keep-meetings");
    await store.commit(ACTOR, "meeting.record", async (tx) => {
      await insertMeeting(tx, {
        ...{ id: "M1", organisation: "RQM" },
        heldOn: TODAY,
        week: WEEK,
        attendees: "A",
      });
      const words = { kind: "action" as const, text: "Ring", owner: "A", dueOn: TODAY };
      const said = { ...words, replaces: 0, about: null };
      const named = { entry: null, session: session!.id, doneMeeting: null, doneNumber: null };
      await insertMeetingItem(tx, { meeting: "M1", number: 1, ...said, ...named }, "RQM");
    });
    const patient = (await patients.findPatient(HUB, store.db, held!.patient))!;
    const page = { sort: "name" as const, descending: false, page: 1, size: 10 };
    const whatIf = { id: "what-if", organisation: "RQM", week: WEEK, name: "Without one", revision: 1 };
    await scenarios.saveScenario(store, ACTOR, { ...whatIf, changes: [{ kind: "overrun", value: 0.1 }] });
    await runs.askRun(store, ACTOR, { ...asked, scenario: whatIf.id });
    await store.commit(ACTOR, "test", async (tx) => {
      const seen = { asOf: TODAY, sessions: [] } as unknown as OfferSeen;
      await offers.recordEarliestOffer(tx, { entry: held!.id, date: null, session: null, seen }, site);
    });
    const ofPatients = {
      ...(await askedReads(asking(), store, held!.id, site)),
      ...(await screeningReads(screening(), store, held!.id, site, session!.id)),
    };
    const gap = { organisation: "RQM", treatmentFunctions: [held!.entry.treatmentFunction], minutes: 600 };
    const reads: Record<string, (scope: Scope, db: Reader) => Promise<unknown>> = {
      listOrganisations: modules()[0].listOrganisations,
      listSites: modules()[0].listSites,
      listTheatres: modules()[0].listTheatres,
      listUsers: users.listUsers,
      searchWaitingList: async (scope, db) =>
        (await list.searchWaitingList(scope, db, {}, page, TODAY)).entries,
      findEntry: (scope, db) => list.findEntry(scope, db, held!.id),
      entriesById: async (scope, db) => [...(await list.entriesById(scope, db, [held!.id])).values()],
      patientsOfEntries: async (scope, db) => [
        ...(await list.patientsOfEntries(scope, db, [held!.id])).values(),
      ],
      entriesOfPatient: (scope, db) => list.entriesOfPatient(scope, db, held!.patient),
      entryIdsByName: async (scope, db) => {
        const { pathwayId, issuer } = held!.entry;
        return [...(await list.entryIdsByName(scope, db, "RQM", [{ pathwayId, issuer }])).values()];
      },
      entriesForPlanning: (scope, db) => list.entriesForPlanning(scope, db, "RQM"),
      entriesAtShortNotice: (scope, db) => list.entriesAtShortNotice(scope, db, "RQM", ["100"]),
      waitingListChoices: modules()[16].waitingListChoices,
      countReadiness: async (scope, db) => (await counts.countReadiness(scope, db, TODAY)).listed || null,
      countFound: async (scope, db) =>
        (await counts.countFound(scope, db, {}, "2030-01-01")).waits[18] || null,
      findPatient: (scope, db) => patients.findPatient(scope, db, held!.patient),
      findPatientByNumber: (scope, db) => patients.findPatientByNumber(scope, db, "RQM", "L9"),
      linkedPatients: (scope, db) => patients.linkedPatients(scope, db, patient),
      listSessions: (scope, db) => sessions.listSessions(scope, db, SPAN),
      findSession: (scope, db) => sessions.findSession(scope, db, session!.id),
      sessionDates: (scope, db) => sessions.sessionDates(scope, db, TODAY),
      listResources: (scope, db) => sessions.listResources(scope, db, SPAN),
      currentPlacements: (scope, db) => placements.currentPlacements(scope, db, "RQM", WEEK),
      placementsElsewhere: (scope, db) =>
        placements.placementsElsewhere(scope, db, "RQM", { exceptWeek: "2026-12-21", from: TODAY }),
      placementHistory: (scope, db) => placements.placementHistory(scope, db, held!.id),
      weekRevision: async (scope, db) => (await placements.weekRevision(scope, db, "RQM", WEEK)) || null,
      listWeeks: (scope, db) => placements.listWeeks(scope, db, TODAY),
      currentPolicy: (scope, db) => policies.currentPolicy(scope, db, "RQM"),
      policyNumbered: (scope, db) => policies.policyNumbered(scope, db, "RQM", 1),
      listPolicies: (scope, db) => policies.listPolicies(scope, db, "RQM"),
      listRuns: (scope, db) => runs.listRuns(scope, db, "RQM", WEEK),
      openRuns: runs.openRuns,
      findRun: (scope, db) => runs.findRun(scope, db, waiting),
      findPlan: (scope, db) => plans.findPlan(scope, db, run),
      readPlanText: (scope, db) => plans.readPlanText(scope, db, run),
      listPlanFiles: (scope, db) => plans.listPlanFiles(scope, db, run),
      readPlanFile: (scope, db) => plans.readPlanFile(scope, db, run, "a.csv"),
      latestPlan: (scope, db) => plans.latestPlan(scope, db, "RQM", WEEK),
      findReadiness: (scope, db) => readiness.findReadiness(scope, db, held!.id),
      listImports: imports.listImports,
      findImport: (scope, db) => imports.findImport(scope, db, imported),
      listImportRows: async (scope, db) =>
        (await imports.listImportRows(scope, db, imported, { kinds: ["new"], page: 1, size: 9 })).rows,
      listImportFaults: (scope, db) => imports.listImportFaults(scope, db, imported),
      listAudit: (scope, db) => audit.listAudit(scope, db, { subjectId: held!.id }),
      listTemplates: (scope, db) => templates.listTemplates(scope, db, "RQM"),
      findTemplate: (scope, db) => templates.findTemplate(scope, db, template),
      leaveWithin: (scope, db) => leave.leaveWithin(scope, db, SPAN, "RQM"),
      findLeave: (scope, db) => leave.findLeave(scope, db, away!.id),
      madeDays: (scope, db) => made.madeDays(scope, db, SPAN, "RQM"),
      placedCases: (scope, db) => placed.placedCases(scope, db, SPAN, "RQM"),
      sessionDetails: async (scope, db) => [
        ...(await details.sessionDetails(scope, db, SPAN, "RQM")).values(),
      ],
      lastNotices: async (scope, db) => [...(await notices.lastNotices(scope, db, [held!.id])).keys()],
      listScenarios: (scope, db) => scenarios.listScenarios(scope, db, "RQM", WEEK),
      findScenario: (scope, db) => scenarios.findScenario(scope, db, whatIf.id),
      scenarioRuns: (scope, db) => scenarios.scenarioRuns(scope, db, whatIf.id),
      earliestOffers: (scope, db) => offers.earliestOffers(scope, db, held!.id),
      gapCandidates: (scope, db) =>
        gaps.gapCandidates(scope, db, { ...gap, date: WEEK, today: "2027-12-31" }),
      sessionDetailOf: (scope, db) => details.sessionDetailOf(scope, db, session!.id),
      sessionEvents: (scope, db) => happened.sessionEvents(scope, db, [session!.id]),
      sessionEventsWithin: (scope, db) => happened.sessionEventsWithin(scope, db, SPAN, "RQM"),
      listActsWithin: async (scope, db) =>
        (await listActs.listActsWithin(scope, db, SPAN, "RQM", [held!.id])).orders,
      currentListOrders: async (scope, db) => [
        ...(await orders.currentListOrders(scope, db, [session!.id])).values(),
      ],
      listOrderHistory: (scope, db) => orders.listOrderHistory(scope, db, session!.id),
      listVersions: (scope, db) => listVersions.listVersions(scope, db, session!.id),
      latestVersions: async (scope, db) => [
        ...(await listVersions.latestVersions(scope, db, [session!.id])).values(),
      ],
      versionsWithin: (scope, db) => listVersions.versionsWithin(scope, db, SPAN, "RQM"),
      listSeenBy: (scope, db) => listVersions.listSeenBy(scope, db, session!.id),
      noticesOfEntries: async (scope, db) => [
        ...(await notices.noticesOfEntries(scope, db, [held!.id])).values(),
      ],
      knownEquipment: (scope, db) => equipment.knownEquipment(scope, db, "RQM"),
      listPasFiles: (scope, db) => pas.listPasFiles(scope, db, "RQM"),
      pasFileRows: (scope, db) => pas.pasFileRows(scope, db, pasFile),
      pasRowsOf: (scope, db) => pas.pasRowsOf(scope, db, "RQM"),
      datedByFile: (scope, db) => pas.datedByFile(scope, db, "RQM", TODAY),
      waitingListImportedAt: async (scope, db) => [
        ...(await pas.waitingListImportedAt(scope, db, "RQM")).keys(),
      ],
      currentSettings: async (scope, db) => (await settings.currentSettings(scope, db, "RQM")).number || null,
      listSettings: (scope, db) => settings.listSettings(scope, db, "RQM"),
      listMeetings: meetings.listMeetings,
      findMeeting: (scope, db) => meetings.findMeeting(scope, db, "M1"),
      meetingRecords: (scope, db) => meetings.meetingRecords(scope, db, "M1"),
      actionRecords: (scope, db) => meetings.actionRecords(scope, db, "RQM"),
      toldOfSessions: (scope, db) => toldPatients.toldOfSessions(scope, db, [session!.id]),
      ...ofPatients,
      listPatientAccess: (scope, db) => access.listPatientAccess(scope, db, held!.patient),
    };
    return reads;
  }

  /** What belongs to the organisation as a whole shows at any of its sites. */
  const OF_ORGANISATION = [
    ...["leaveWithin", "findLeave", "listScenarios", "findScenario"],
    ...["listOrganisations", "weekRevision", "listWeeks", "currentPolicy", "listPolicies", "policyNumbered"],
    ...["currentSettings", "listSettings", "listPasFiles", "pasFileRows", "pasRowsOf"],
    ...["listMeetings", "findMeeting", "textsOf"],
  ];
  const isEmpty = (answer: unknown) => answer === null || (Array.isArray(answer) && answer.length === 0);

  it("keeps to its scope: of an empty one, another organisation or another site it shows nothing", async () => {
    const reads = await givenEverything();
    for (const [name, read] of Object.entries(reads)) {
      expect(isEmpty(await read(HUB, given.store.db)), `${name} of the hub`).toBe(false);
      expect(isEmpty(await read(NOTHING, given.store.db)), `${name} of nothing`).toBe(true);
      const another = JSON.stringify(await read(ANOTHER, given.store.db)) ?? "";
      expect(another, `${name} of another organisation`).not.toContain("RQM");
      if (OF_ORGANISATION.includes(name)) continue;
      expect(
        JSON.stringify(await read(OTHER_SITE, given.store.db)) ?? "",
        `${name} of another site`,
      ).not.toContain("RQM01");
      expect(isEmpty(await read(OTHER_SITE, given.store.db)), `${name} of another site`).toBe(true);
    }
  });

  it("is known to this test, or says why it takes no scope", async () => {
    const reads = Object.keys(await givenEverything());
    const takesStore = /^(async )?(function \w+)?\((scope, )?(store|tx)\b/;
    const exported = [...modules(), ...asking(), ...screening()].flatMap((module) =>
      Object.entries(module).flatMap(([name, value]) =>
        typeof value === "function" && !takesStore.test(String(value)) ? [name] : [],
      ),
    );
    expect(exported.filter((name) => ![...reads, ...SCOPELESS, ...WITHIN].includes(name))).toEqual([]);
  });
});
