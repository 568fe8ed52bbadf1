import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { confirmSeen } from "~/services/lists/confirm-seen.server";
import { listNow } from "~/services/lists/list-now.server";
import { takeListStep } from "~/services/lists/list-steps.server";
import { recordNotices } from "~/services/lists/tell-patients.server";
import { cancellationReason } from "~/facts/cancellation-reasons";
import { cancelCase } from "~/services/operating-day/cancel-case.server";
import { runningList } from "~/services/operating-day/day-list.server";
import { loadDay } from "~/services/operating-day/load-day.server";
import { recordCaseMoment } from "~/services/operating-day/record-moment.server";
import { weekFiles } from "~/services/solve-week-files.server";
import { loadWeek } from "~/services/solve-week-load.server";
import type { Actor } from "~db/actor";
import { cancellationsOfEntries } from "~db/cancellations";
import { listSeenBy, listVersions } from "~db/list-versions";
import { noticesOfEntries } from "~db/patient-notices";
import { currentPlacements } from "~db/placements";
import { findReadiness } from "~db/readiness";
import { findSession } from "~db/theatre-sessions";
import { findEntry, searchWaitingList } from "~db/waiting-list";
import { aSession, importEntries } from "../../db/given-hub";
import { DAY, HUB, hubOnTheDay, patient, THEATRE, WARD, WEEK, type HubOnTheDay } from "./a-hub";

let hub: HubOnTheDay;
const PATIENTS = [
  patient("PP1"),
  patient("PP2", { offerBy: "2026-12-20", tciDate: DAY, tciSession: "S1" }),
  patient("NEW", { tciDate: DAY, tciSession: "S2" }),
];
beforeEach(async () => {
  const sessions = [
    aSession({ sessionId: "S1", status: "locked" }),
    aSession({ sessionId: "S2", theatre: "T2" }),
    aSession({ sessionId: "S3", date: "2027-01-05" }),
  ];
  hub = await hubOnTheDay(PATIENTS, ["PP1", "PP2"], sessions);
});
afterEach(() => hub.close());

const cancel = (entry: string, code: string, by: Actor = THEATRE, scope = HUB) =>
  cancelCase(scope, hub.store, by, {
    ...{ session: hub.session.S1!, entry: hub.entry[entry]! },
    ...{ reason: cancellationReason(code)!, note: "", channel: "phone", today: DAY },
  });
const standing = async () =>
  (await currentPlacements(HUB, hub.store.db, "RQM", WEEK)).map(({ entry }) => entry);
const runningCases = async () => {
  const day = await loadDay(HUB, hub.store.db, { organisation: "RQM", date: DAY });
  return runningList(day, (await findSession(HUB, hub.store.db, hub.session.S1!))!).cases;
};
const held = async (entry: string) => (await findEntry(HUB, hub.store.db, hub.entry[entry]!))!;
const plannerRow = async (entry: string) => {
  const asked = {
    ...{ organisation: "RQM", sites: HUB.sites, week: "2027-01-04", planDate: DAY, policyNumber: 0 },
    ...{ toldMovesMax: 0, scenario: null },
  };
  const file = weekFiles(await loadWeek(hub.store.db, asked)).files["waiting-list.csv"]!;
  const [header, ...rows] = file
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  const row = rows.find((cells) => cells[header!.indexOf("PATIENT_PATHWAY_IDENTIFIER")] === entry)!;
  return (column: string) => row[header!.indexOf(column)];
};

describe("a last-minute cancellation by the hospital that is not clinical", () => {
  it("takes the case off its locked list and promises a date within 28 days", async () => {
    hub.at("09:00");
    expect(await cancel("PP1", "bed")).toEqual({
      ...{ kind: "cancelled", lastMinute: true, offerBy: "2027-01-12", toTriage: false },
      ...{ version: null, withdrawn: false },
    });
    expect(await standing()).toEqual([hub.entry.PP2]);
    expect(await cancellationsOfEntries(HUB, hub.store.db, [hub.entry.PP1!])).toMatchObject([
      { number: 1, reasonCode: "bed", clinical: false, avoidable: true, date: DAY, by: "user:theatre" },
    ]);
  });

  it("is a target of the list and of the planner's file", async () => {
    expect((await plannerRow("PP1"))("LOCAL_Offer_By")).toBe("");
    await cancel("PP1", "bed");
    expect(await held("PP1")).toMatchObject({ target: "2027-01-12", entry: { offerBy: "2027-01-12" } });
    expect((await plannerRow("PP1"))("LOCAL_Offer_By")).toBe("2027-01-12");
  });

  it("keeps an earlier promise of the file, and no later import takes the promise back", async () => {
    await cancel("PP2", "bed");
    expect((await held("PP2")).entry.offerBy).toBe("2026-12-20");
    await importEntries(hub.store, [
      PATIENTS[0]!,
      { ...PATIENTS[1]!, offerBy: null, clockStart: "2026-05-09" },
    ]);
    expect(await held("PP2")).toMatchObject({ target: "2027-01-12", entry: { offerBy: "2027-01-12" } });
  });

  it("of a date that the file still has leaves the patient to be planned, and listed as without a date", async () => {
    const undated = async () => {
      const page = { sort: "name" as const, descending: false, page: 1, size: 10 };
      const found = await searchWaitingList(HUB, hub.store.db, { dated: false }, page, DAY);
      return found.entries.map(({ entry }) => entry.pathwayId);
    };
    expect(await undated()).toEqual([]);
    await cancel("PP2", "bed");
    expect(await undated()).toEqual(["PP2"]);
    const row = await plannerRow("PP2");
    expect([row("TCI_Date"), row("LOCAL_TCI_Session")]).toEqual(["", ""]);
  });
});

it.each([
  ["06:59", { lastMinute: false, offerBy: null }],
  ["07:00", { lastMinute: true, offerBy: "2027-01-11" }],
])("the day before at %s, for an admission at 07:00", async (time, expected) => {
  hub.at(time, "2026-12-14");
  const first = (await runningCases())[0]!;
  expect(first.admission).toBe("07:00");
  expect(await cancel(first.held.entry.pathwayId, "bed")).toMatchObject(expected);
});

describe("a clinical cancellation", () => {
  it("leads back to triage: no plan takes the patient until somebody decides again", async () => {
    expect(await cancel("PP1", "acute-illness")).toMatchObject({ offerBy: null, toTriage: true });
    const readiness = await findReadiness(HUB, hub.store.db, hub.entry.PP1!);
    expect(readiness).toMatchObject({
      counts: { screening: "awaiting" },
      decisions: [{ decidedBy: "user:theatre", reason: /^Cancelled: Acute illness/ }].map((each) => ({
        ...each,
        reason: expect.stringMatching(each.reason) as string,
      })),
    });
    expect((await plannerRow("PP1"))("LOCAL_Screening_Outcome")).toBe("awaiting");
  });
});

describe("a case of a list that people rely on", () => {
  const session = () => hub.session.S1!;
  const step = async (name: "signOff" | "publish", reason = "") => {
    const list = (await listNow(HUB, hub.store.db, session(), DAY))!;
    const stand = { last: list.state.last, revision: list.revision, order: list.order?.number ?? 0 };
    const asked = { ...stand, session: session(), step: name, reason, onBehalfOf: "", today: DAY };
    expect((await takeListStep(HUB, hub.store, THEATRE, asked)).kind).toBe("done");
  };
  const tell = () =>
    recordNotices(HUB, hub.store, THEATRE, {
      ...{ session: session(), entries: [hub.entry.PP1!], kind: "told", channel: "letter" },
      ...{ note: "", date: DAY, today: DAY },
    });
  const versions = async () =>
    (await listVersions(HUB, hub.store.db, session())).map(({ number, changes, reason, content }) => ({
      ...{ number, changes, reason },
      cases: content.cases.map(({ order, hospitalNumber }) => `${order} ${hospitalNumber}`),
    }));
  const heard = async () =>
    (await noticesOfEntries(HUB, hub.store.db, [hub.entry.PP1!])).get(hub.entry.PP1!)?.at(-1);

  it("takes back the date that the patient knew, once", async () => {
    await tell();
    expect(await cancel("PP1", "bed")).toMatchObject({ withdrawn: true, version: null });
    expect(await heard()).toMatchObject({
      ...{ number: 2, kind: "withdrawn", channel: "phone", date: DAY, session: session() },
      note: expect.stringMatching(/^Cancelled: /) as string,
    });
    expect(await cancel("PP1", "bed")).toMatchObject({ kind: "already" });
    expect(await heard()).toMatchObject({ number: 2 });
  });

  it("makes a version that says what changed, which its readers are asked to confirm", async () => {
    await step("signOff");
    await step("publish");
    const seen = { session: session(), number: 1, reader: "ward" } as const;
    await confirmSeen(HUB, hub.store, WARD, seen);
    expect(await cancel("PP1", "bed")).toMatchObject({ version: 2 });
    const [now] = await versions();
    expect(now).toMatchObject({
      ...{ number: 2, cases: ["1 L-PP2"], reason: expect.stringMatching(/^Cancelled: /) as string },
      changes: expect.arrayContaining([expect.stringContaining("no longer on this list")]) as string[],
    });
    expect((await listSeenBy(HUB, hub.store.db, session())).map(({ number }) => number)).toEqual([1]);
    expect((await listNow(HUB, hub.store.db, session(), DAY))!.state.published).toMatchObject({ version: 2 });
  });

  it("leaves what nobody has published yet unpublished", async () => {
    await step("signOff");
    await step("publish");
    await hub.place("NEW", "S1");
    expect(await cancel("PP1", "bed")).toMatchObject({ version: 2 });
    expect((await versions())[0]?.cases).toEqual(["1 L-PP2"]);
    expect(await cancel("NEW", "bed")).toMatchObject({ version: null });
  });
});

describe("two people", () => {
  it("who cancel the same case cancel it once, and the second reads who was first", async () => {
    const both = await Promise.all([cancel("PP1", "bed"), cancel("PP1", "emergency", WARD)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["already", "cancelled"]);
    expect(await cancellationsOfEntries(HUB, hub.store.db, [hub.entry.PP1!])).toHaveLength(1);
  });

  it("of whom one moves the case and one cancels it: the mover is kept, the other is told where it went", async () => {
    await hub.place("PP1", "S2");
    expect(await cancel("PP1", "bed")).toEqual({ kind: "moved", to: hub.session.S2 });
    expect(await standing()).toContain(hub.entry.PP1);
    await hub.place("PP1", null);
    expect(await cancel("PP1", "bed")).toEqual({ kind: "moved", to: null });
    expect(await cancellationsOfEntries(HUB, hub.store.db, [hub.entry.PP1!])).toEqual([]);
  });
});

it("is refused once the operation has begun, and of a list of other sites", async () => {
  const asked = { session: hub.session.S1!, entry: hub.entry.PP1!, time: null, correction: null, today: DAY };
  await recordCaseMoment(HUB, hub.store, THEATRE, { ...asked, moment: "anaestheticStart" });
  expect(await cancel("PP1", "bed")).toEqual({ kind: "begun" });
  const elsewhere = { organisations: ["RQM"], sites: ["RQM01"] };
  expect(await cancel("PP2", "bed", THEATRE, elsewhere)).toEqual({ kind: "notFound" });
  expect(await standing()).toHaveLength(2);
});

it("of a patient who is listed at a site that is not theirs is open to who holds the list", async () => {
  const onlyHub = { organisations: ["RQM"], sites: ["RQM02"] };
  expect(await cancel("PP1", "bed", THEATRE, onlyHub)).toMatchObject({ kind: "cancelled" });
});
