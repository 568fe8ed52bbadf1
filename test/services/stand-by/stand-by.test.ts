import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findStandBy } from "~/services/stand-by/find-stand-by.server";
import { recordStandByCall, type StandByCall } from "~/services/stand-by/record-call.server";
import type { Actor } from "~db/actor";
import { callsOfEntries } from "~db/place-calls";
import { placesOf } from "~db/placed-dates";
import { aSession, importSessions } from "../../db/given-hub";
import { DAY, HUB, hubOnTheDay, patient, THEATRE, WARD, type HubOnTheDay } from "../operating-day/a-hub";

let hub: HubOnTheDay;
const ready = { shortNotice: true, screening: "fit" } as const;
beforeEach(async () => {
  const sessions = [
    aSession({ sessionId: "S1", end: "12:30" }),
    aSession({ sessionId: "LATER", date: "2027-01-05" }),
    aSession({ sessionId: "SOON", date: "2026-12-16" }),
  ];
  hub = await hubOnTheDay(
    [
      patient("ON", { ...ready, minutes: 90 }),
      patient("URGENT", { ...ready, priority: "P2", decisionToAdmit: "2026-12-01" }),
      patient("LONG-WAIT", { ...ready, clockStart: "2025-11-01" }),
      patient("PLAIN", ready),
      patient("PLAIN-2", ready),
      patient("NO-NOTICE", { screening: "fit" }),
      patient("UNFIT", { ...ready, screening: "unfit" }),
      patient("OPTIMISING", { ...ready, screening: "optimising", fitFrom: "2026-12-01" }),
      patient("TOO-LONG", { ...ready, minutes: 200 }),
      patient("AWAY", { ...ready, unavailable: [{ from: DAY, to: DAY }] }),
      patient("OTHER-SURGEON", { ...ready, consultant: "C9" }),
      patient("FITNESS-ENDS", { ...ready, fitUntil: "2026-12-14" }),
      patient("BOOKED-BEFORE", { ...ready, tciDate: "2026-12-15" }),
    ],
    ["ON"],
    sessions,
  );
});
afterEach(() => hub.close());

const find = async (minutes: number | null = null) => {
  const asked = { session: hub.session.S1!, today: DAY, now: hub.store.now(), minutes };
  return (await findStandBy(HUB, hub.store.db, asked))!;
};
const names = async (minutes: number | null = null) =>
  (await find(minutes)).patients.map(({ held }) => held.entry.pathwayId);
const call = (
  entry: string,
  answer: StandByCall["answer"],
  more: Partial<StandByCall> = {},
  by: Actor = THEATRE,
) =>
  recordStandByCall(HUB, hub.store, by, {
    ...{ session: hub.session.S1!, entry: hub.entry[entry]!, answer, note: "", today: DAY, givesUp: null },
    ...more,
  });
const placeOf = async (entry: string) =>
  (await placesOf(hub.store.db, [hub.entry[entry]!], DAY)).get(hub.entry[entry]!)?.sessionId ?? null;

describe("who could come", () => {
  it("is who agreed to short notice, is fit and free that day, and fits: by points, then the longest wait", async () => {
    expect(await names()).toEqual(["URGENT", "LONG-WAIT", "PLAIN", "PLAIN-2"]);
    const { kept } = await find();
    expect(Object.fromEntries(kept)).toMatchObject({
      "is not confirmed fit": 2,
      "cannot come on this day": 1,
      "needs another surgeon": 1,
      "is not fit on this day": 1,
      "has an earlier date": 1,
      "has a place on this day": 1,
      "takes longer than the gap": 1,
    });
  });

  it("keeps to the minutes that are asked for", async () => {
    expect(await names(60)).toContain("PLAIN");
    expect(await names(59)).toEqual([]);
  });

  it("of equals calls first who was called least, and calls change nothing else", async () => {
    const before = (await find()).patients.map(({ points }) => points);
    await call("PLAIN", "notUsed", { session: hub.session.LATER });
    expect(await names()).toEqual(["URGENT", "LONG-WAIT", "PLAIN-2", "PLAIN"]);
    expect((await find()).patients.map(({ points }) => points)).toEqual(before);
  });

  it("rests after calls on two days, and says from when on they may be called again", async () => {
    for (const date of ["2026-12-01", "2026-12-08"]) {
      hub.at("09:00", date);
      await call("URGENT", "noAnswer");
    }
    hub.at("09:00");
    const { patients } = await find();
    expect(patients[0]).toMatchObject({ rest: { calls: 2, restsUntil: "2026-12-29" } });
  });

  it("is nobody on a day that is over", async () => {
    const asked = { session: hub.session.S1!, today: "2026-12-16", now: hub.store.now(), minutes: null };
    expect(await findStandBy(HUB, hub.store.db, asked)).toMatchObject({ shut: "past", patients: [] });
  });

  it.each([
    ["locked", "", 4],
    ["closed", "closed", 0],
    ["unstaffed", "closed", 0],
  ] as const)("on a session that is %s", async (status, shut, patients) => {
    await importSessions(hub.store, [{ ...aSession({ sessionId: "S1", end: "12:30" }), status }]);
    const found = await find();
    expect([found.shut, found.patients.length]).toEqual([shut, patients]);
  });

  it("is shown to who holds the list alone", async () => {
    const asked = { session: hub.session.S1!, today: DAY, now: hub.store.now(), minutes: null };
    expect(await findStandBy({ organisations: ["RQM"], sites: ["RQM01"] }, hub.store.db, asked)).toBeNull();
  });
});

describe("a call", () => {
  it("that is declined, unanswered or not used costs no place", async () => {
    await hub.place("PLAIN", "LATER", "2027-01-04");
    for (const answer of ["declined", "noAnswer", "notUsed"] as const) {
      expect(await call("PLAIN", answer)).toEqual({ kind: "recorded" });
      expect(await placeOf("PLAIN")).toBe("LATER");
    }
    expect(await callsOfEntries(HUB, hub.store.db, [hub.entry.PLAIN!])).toMatchObject([
      { number: 1, kind: "standBy", answer: "declined", by: "user:theatre" },
      { answer: "noAnswer" },
      { answer: "notUsed" },
    ]);
  });

  it("that is accepted puts the patient on the list at once, and once", async () => {
    expect(await call("PLAIN", "accepted")).toEqual({ kind: "placed" });
    expect(await placeOf("PLAIN")).toBe("S1");
    expect(await call("PLAIN", "accepted")).toEqual({ kind: "placed" });
    expect(await callsOfEntries(HUB, hub.store.db, [hub.entry.PLAIN!])).toHaveLength(1);
    const { running } = await find();
    expect(
      running.cases.map(({ held, placement }) => [held.entry.pathwayId, placement.reason]),
    ).toContainEqual([...["PLAIN", "Stand-by"]]);
  });

  it("that is accepted gives a later place up, where the caller was shown it", async () => {
    await hub.place("PLAIN", "LATER", "2027-01-04");
    expect(await call("PLAIN", "accepted")).toMatchObject({ kind: "changedSince" });
    expect(await placeOf("PLAIN")).toBe("LATER");
    expect(await call("PLAIN", "accepted", { givesUp: hub.session.LATER })).toEqual({ kind: "placed" });
    expect(await placeOf("PLAIN")).toBe("S1");
  });

  it("gives up a later place of the same week too", async () => {
    await hub.place("PLAIN", "SOON");
    expect(await call("PLAIN", "accepted", { givesUp: hub.session.SOON })).toEqual({ kind: "placed" });
    expect(await placeOf("PLAIN")).toBe("S1");
  });

  it("of two people for the same minutes places the first, and tells the second that nothing fits", async () => {
    const both = await Promise.all([call("PLAIN", "accepted"), call("PLAIN-2", "accepted", {}, WARD)]);
    expect(both.map(({ kind }) => kind)).toEqual(["placed", "changedSince"]);
    expect(await placeOf("PLAIN-2")).toBeNull();
  });
});
