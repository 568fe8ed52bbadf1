import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { instantOf } from "~/domain/operating-day/day-minute";
import type { CaseMoment } from "~/domain/operating-day/moments";
import { runningList } from "~/services/operating-day/day-list.server";
import { loadDay } from "~/services/operating-day/load-day.server";
import {
  recordCaseMoment,
  recordName,
  type MomentAsked,
} from "~/services/operating-day/record-moment.server";
import type { Actor } from "~db/actor";
import { momentsOfDay } from "~db/case-moments";
import { findSession } from "~db/theatre-sessions";
import { aSession } from "../../db/given-hub";
import { DAY, HUB, hubOnTheDay, patient, THEATRE, WARD, type HubOnTheDay } from "./a-hub";

let hub: HubOnTheDay;
beforeEach(async () => {
  const sessions = [aSession({ sessionId: "S1" }), aSession({ sessionId: "S2", theatre: "T2" })];
  hub = await hubOnTheDay([patient("PP1"), patient("PP2")], ["PP1", "PP2"], sessions);
});
afterEach(() => hub.close());

const tap = (entry: string, moment: CaseMoment, more: Partial<MomentAsked> = {}, by: Actor = THEATRE) =>
  recordCaseMoment(HUB, hub.store, by, {
    ...{ session: hub.session.S1!, entry: hub.entry[entry]!, moment, time: null, correction: null },
    ...{ today: DAY, ...more },
  });
const records = () => momentsOfDay(HUB, hub.store.db, { organisation: "RQM", date: DAY });
const timesOf = async (entry: string) => {
  const day = await loadDay(HUB, hub.store.db, { organisation: "RQM", date: DAY });
  const held = (await findSession(HUB, hub.store.db, hub.session.S1!))!;
  return runningList(day, held).cases.find((each) => each.held.id === hub.entry[entry])?.times;
};

describe("a tap", () => {
  it("records the moment at the present minute", async () => {
    hub.at("08:31");
    expect(await tap("PP1", "arrived")).toEqual({ kind: "recorded" });
    expect(await timesOf("PP1")).toEqual({ arrived: 511 });
    expect((await records())[0]).toMatchObject({ by: "user:theatre", reason: "" });
  });

  it("made twice records once, also when the second meets the next button", async () => {
    await tap("PP1", "arrived");
    expect(await tap("PP1", "arrived")).toEqual({ kind: "recorded" });
    expect(await tap("PP1", "sentFor")).toEqual({ kind: "tooSoon" });
    expect(await tap("PP2", "arrived")).toEqual({ kind: "recorded" });
    expect(await records()).toHaveLength(2);
    hub.at("08:01");
    expect(await tap("PP1", "sentFor")).toEqual({ kind: "recorded" });
  });

  it("on two tablets at once keeps the first, and tells the second who it was", async () => {
    hub.at("08:31");
    const both = await Promise.all([tap("PP1", "arrived"), tap("PP1", "arrived", {}, WARD)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["already", "recorded"]);
    expect(await records()).toHaveLength(1);
    hub.at("08:40");
    const [, second] = await Promise.all([tap("PP1", "sentFor"), tap("PP2", "arrived", {}, WARD)]);
    expect(second).toEqual({ kind: "recorded" });
    expect(await records()).toHaveLength(3);
  });

  it("of a person a while later does not overwrite the time", async () => {
    await tap("PP1", "arrived");
    hub.at("09:00");
    expect(await tap("PP1", "arrived")).toMatchObject({
      ...{ kind: "already", record: { happenedAt: instantOf(DAY, "08:00") } },
    });
  });

  it("is taken only on the day, and after it with a time", async () => {
    expect(await tap("PP1", "arrived", { today: "2026-12-14" })).toEqual({ kind: "tooEarly", date: DAY });
    expect(await tap("PP1", "arrived", { today: "2026-12-16" })).toEqual({ kind: "timeNeeded" });
    expect(await tap("PP1", "arrived", { today: "2026-12-16", time: "07:45" })).toEqual({ kind: "recorded" });
    expect(await timesOf("PP1")).toEqual({ arrived: 465 });
  });

  it("is refused for a time to come and for one out of the order of the case", async () => {
    hub.at("09:00");
    expect(await tap("PP1", "arrived", { time: "09:01" })).toMatchObject({ clash: { kind: "inFuture" } });
    await tap("PP1", "knifeToSkin", { time: "08:50" });
    expect(await tap("PP1", "anaestheticStart", { time: "08:51" })).toEqual({
      ...{ kind: "clash", clash: { kind: "afterLater", moment: "knifeToSkin", minute: 530 } },
    });
    expect(await tap("PP1", "anaestheticStart", { time: "08:50" })).toEqual({ kind: "recorded" });
  });

  it("is refused for a case that stands on another list by now, and what was recorded goes with it", async () => {
    await tap("PP1", "arrived");
    await hub.place("PP1", "S2");
    hub.at("08:30");
    expect(await tap("PP1", "sentFor")).toEqual({ kind: "notOnList" });
    expect(await tap("PP1", "sentFor", { session: hub.session.S2 })).toEqual({ kind: "recorded" });
    expect((await records()).map(({ session }) => session).sort()).toEqual(
      [hub.session.S1!, hub.session.S2!].sort(),
    );
  });

  it("reaches no list of other sites", async () => {
    const asked = { session: hub.session.S1!, entry: hub.entry.PP1!, moment: "arrived" as const };
    const rest = { time: null, correction: null, today: DAY };
    const scope = { organisations: ["RQM"], sites: ["RQM01"] };
    expect(await recordCaseMoment(scope, hub.store, THEATRE, { ...asked, ...rest })).toEqual({
      kind: "notFound",
    });
    expect(await records()).toEqual([]);
  });
});

describe("a correction", () => {
  const correct = async (base: string, change: { time?: string; takenBack?: boolean }, by: Actor = THEATRE) =>
    tap(
      "PP1",
      "arrived",
      {
        time: change.time ?? null,
        correction: { base, reason: "Clock was wrong", takenBack: change.takenBack ?? false },
      },
      by,
    );

  it("is a further record with its reason, and the first one stays", async () => {
    await tap("PP1", "arrived");
    const [first] = await records();
    hub.at("09:00");
    expect(await correct(recordName(first!), { time: "07:40" })).toEqual({ kind: "recorded" });
    expect(await timesOf("PP1")).toEqual({ arrived: 460 });
    expect(await records()).toMatchObject([first!, { number: 2, reason: "Clock was wrong" }]);
  });

  it("made on an old page changes nothing, and shows what stands", async () => {
    await tap("PP1", "arrived");
    const [first] = await records();
    await correct(recordName(first!), { time: "07:40" }, WARD);
    expect(await correct(recordName(first!), { time: "07:50" })).toMatchObject({
      ...{ kind: "changedSince", record: { number: 2, by: "user:ward" } },
    });
    expect(await timesOf("PP1")).toEqual({ arrived: 460 });
  });

  it("takes a wrong tap back, after which it can be tapped again", async () => {
    await tap("PP1", "arrived");
    const [first] = await records();
    expect(await correct(recordName(first!), { takenBack: true })).toEqual({ kind: "recorded" });
    expect(await timesOf("PP1")).toEqual({});
    hub.at("08:20");
    expect(await tap("PP1", "arrived")).toEqual({ kind: "recorded" });
    expect(await timesOf("PP1")).toEqual({ arrived: 500 });
  });
});
