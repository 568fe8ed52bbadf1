import { describe, expect, it } from "vitest";
import { ACTOR, onEachEngine } from "./engines";
import { anEntry, aSession, givenHub, HUB, importEntries, importSessions, TODAY } from "./given-hub";

const APPEND_ONLY = ["audit_entry", "placement_change", "patient_access", "readiness_decision", "policy"];

onEachEngine("the audit", (given, load) => {
  const verify = load(() => import("~db/audit/verify"));
  const erase = load(() => import("~db/audit/erase"));
  const audit = load(() => import("~db/audit"));
  const readiness = load(() => import("~db/readiness"));
  const access = load(() => import("~db/patient-access"));
  const list = load(() => import("~db/waiting-list"));

  const report = () => verify().verifyAuditChain(given.store.db);
  /** What an intruder with the database's own tool does first. */
  const silence = (table: string) =>
    given.kind === "postgresql"
      ? given.raw(`alter table ${table} disable trigger all`)
      : given.raw(`drop trigger ${table}_no_update; drop trigger if exists ${table}_no_delete`);

  it("holds who did what to whom, with the values, and the chain is whole", async () => {
    await givenHub(given.store);
    await importEntries(given.store, [anEntry()]);
    expect(await report()).toMatchObject({ kind: "whole" });
    const [held] = await list().entriesForPlanning(HUB, given.store.db, "RQM");
    const [line] = await audit().listAudit(HUB, given.store.db, { subjectId: held!.id });
    expect(line).toMatchObject({
      actor: "command:test",
      action: "import.confirm",
      organisation: "RQM",
      site: "RQM01",
    });
    expect(line!.after).toMatchObject({ entry: { pathwayId: "PP1", priority: "P4" } });
    expect(
      await audit().listAudit({ organisations: ["RKE"], sites: ["RKE01"] }, given.store.db),
    ).not.toContainEqual(expect.objectContaining({ organisation: "RQM" }));
  });

  describe("finds", () => {
    it("an entry that was altered", async () => {
      await givenHub(given.store);
      await silence("audit_entry");
      await given.raw("update audit_entry set actor = 'user:someone-else' where seq = 3");
      expect(await report()).toEqual({ kind: "broken", faults: [{ seq: 3, problem: "altered" }] });
    });

    it("an entry that was taken out", async () => {
      await givenHub(given.store);
      await silence("audit_entry");
      await given.raw("delete from audit_value where seq = 3; delete from audit_entry where seq = 3");
      expect(await report()).toEqual({
        kind: "broken",
        faults: [
          { seq: 3, problem: "missing" },
          { seq: 4, problem: "unlinked" },
        ],
      });
    });

    it("entries that changed places", async () => {
      await givenHub(given.store);
      await silence("audit_entry");
      const swap = (a: number, b: number) =>
        `update audit_entry set subject_id = (select subject_id from audit_entry e where e.seq = ${b}) where seq = ${a};`;
      await given.raw(swap(2, 3));
      expect(await report()).toEqual({ kind: "broken", faults: [{ seq: 2, problem: "altered" }] });
    });

    it("entries cut off the end, and values that were changed or lost", async () => {
      await givenHub(given.store);
      await silence("audit_entry");
      await silence("audit_value");
      await given.raw(`
        update audit_value set after = '{}' where seq = 1; delete from audit_value where seq = 2;
        delete from audit_value where seq = 5; delete from audit_entry where seq = 5`);
      expect(await report()).toEqual({
        kind: "broken",
        faults: [
          { seq: 1, problem: "valueAltered" },
          { seq: 4, problem: "cutOff" },
          { seq: 2, problem: "valueMissing" },
        ],
      });
    });
  });

  it("forgets a patient's values on request, says so, and stays whole", async () => {
    await givenHub(given.store);
    await importEntries(given.store, [anEntry()]);
    const [held] = await list().entriesForPlanning(HUB, given.store.db, "RQM");
    const subject = {
      organisation: "RQM",
      site: "RQM01",
      subjectKind: "waiting_list_entry",
      subjectIds: [held!.id],
    };
    expect(await erase().eraseAuditValues(given.store, ACTOR, subject, "asked in writing")).toEqual({
      erased: 1,
    });
    expect(await report()).toMatchObject({ kind: "whole" });
    const lines = await audit().listAudit(HUB, given.store.db, { subjectId: held!.id });
    expect(lines.map(({ action, erased }) => [action, erased])).toEqual([
      ["audit.erase", false],
      ["import.confirm", true],
    ]);
  });

  it("keeps its tables and the other records as they were written", async () => {
    await givenHub(given.store);
    await importEntries(given.store, [anEntry()]);
    await importSessions(given.store, [aSession()]);
    const [held] = await list().entriesForPlanning(HUB, given.store.db, "RQM");
    const decided = {
      entry: held!.id,
      base: 0,
      readiness: { ...held!.entry, screening: "unfit" as const },
      reason: "",
    };
    await readiness().decideReadiness(HUB, given.store, ACTOR, decided);
    await access().recordPatientAccess(given.store, ACTOR, { patients: [held!.patient], page: "entry" });
    const { savePolicy } = await import("~db/policies");
    const { DEFAULT_POLICY } = await import("~/domain/policy");
    await savePolicy(HUB, given.store, ACTOR, {
      organisation: "RQM",
      base: 0,
      policy: DEFAULT_POLICY,
      reason: "",
    });
    const { recordPlacements } = await import("~db/record-placements");
    const { listSessions } = await import("~db/theatre-sessions");
    const [session] = await listSessions(HUB, given.store.db, { from: TODAY, until: "2027-01-01" });
    await recordPlacements(HUB, given.store, ACTOR, {
      organisation: "RQM",
      week: "2026-12-14",
      baseRevision: 0,
      run: null,
      today: TODAY,
      changes: [{ entry: held!.id, session: session!.id, reason: "", override: [] }],
    });
    for (const table of APPEND_ONLY) {
      await expect(given.raw(`delete from ${table}`), table).rejects.toThrow("append-only");
    }
    await expect(given.raw("update audit_entry set actor = 'x'")).rejects.toThrow("append-only");
    await expect(given.raw("update placement_change set reason = 'x'")).rejects.toThrow("append-only");
    await expect(given.raw("update patient_access set page = 'x'")).rejects.toThrow("append-only");
    await expect(given.raw("update audit_value set after = '{}'")).rejects.toThrow(/append-only|not changed/);
  });
});
