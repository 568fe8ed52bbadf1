import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CANCELLATION_REASONS } from "~/facts/cancellation-reasons";
import { bestFit } from "~/services/best-fit/best-fit.server";
import { changePlaces } from "~/services/hand/change-places.server";
import { cancelCase } from "~/services/operating-day/cancel-case.server";
import { weekFiles } from "~/services/solve-week-files.server";
import { loadWeek } from "~/services/solve-week-load.server";
import { findStandBy } from "~/services/stand-by/find-stand-by.server";
import { weekRevision } from "~db/placements";
import { recordPlacements } from "~db/record-placements";
import { aSession, importEntries } from "../db/given-hub";
import { DAY, HUB, hubOnTheDay, patient, THEATRE, WEEK, type HubOnTheDay } from "./operating-day/a-hub";

const NEXT_DAY = "2026-12-16";
const NEXT_WEEK = "2026-12-21";
const SOON = { shortNotice: true, screening: "fit" } as const;
let hub: HubOnTheDay;
beforeEach(async () => {
  hub = await hubOnTheDay(
    [patient("DONE", SOON), patient("FREE", SOON)],
    ["DONE"],
    [
      aSession({ sessionId: "S1" }),
      aSession({ sessionId: "FRI", date: "2026-12-18" }),
      aSession({ sessionId: "NEXT", date: "2026-12-22" }),
    ],
  );
});
afterEach(() => hub.close());

const planned = async (week: string, planDate: string) => {
  const asked = { organisation: "RQM", sites: HUB.sites, week, planDate, policyNumber: 0 };
  const held = await loadWeek(hub.store.db, { ...asked, toldMovesMax: 0, scenario: null });
  const { files, fixed } = weekFiles(held);
  const rows = files["waiting-list.csv"]!.split("\r\n");
  const column = rows[0]!.split(",").indexOf("TCI_Date");
  const row = (name: string) => rows.find((each) => each.includes(name))?.split(",");
  const whys = fixed.fixed.map(({ standing, why }) => [standing.entry, why]);
  const status = held.sessions.map(({ session }) => `${session.sessionId} ${session.status}`);
  return { date: (name: string) => row(name)?.[column] ?? null, whys, pins: files["pins.csv"]!, status };
};
const move = async (entry: string, session: string | null, week: string, today: string) => {
  const baseRevision = await weekRevision(HUB, hub.store.db, "RQM", week);
  const moves = [{ entry: hub.entry[entry]!, session: session && hub.session[session]! }];
  const asked = { organisation: "RQM", week, today, baseRevision, moves, lifted: [], reason: "r" };
  return changePlaces(HUB, { override: HUB, reopen: HUB }, hub.store, THEATRE, asked);
};
const cancel = (today: string) => {
  const reason = CANCELLATION_REASONS.find(({ clinical, by }) => !clinical && by === "hospital")!;
  const asked = {
    session: hub.session.S1!,
    entry: hub.entry.DONE!,
    reason,
    note: "",
    channel: "phone" as const,
    today,
  };
  return cancelCase(HUB, hub.store, THEATRE, asked);
};

describe("who was operated on here", () => {
  it("is not planned in another week, on the day or after it", async () => {
    for (const planDate of [DAY, NEXT_DAY, "2027-03-01"]) {
      const { date } = await planned(planDate > "2027" ? "2027-03-08" : NEXT_WEEK, planDate);
      expect([planDate, date("DONE"), date("FREE")]).toEqual([planDate, DAY, ""]);
    }
  });

  it("stays where it stands when the same week is planned again, and days that are over take nobody", async () => {
    const before = await planned(WEEK, DAY);
    expect(before.whys).toEqual([[hub.entry.DONE, "byHand"]]);
    expect(before.status).toEqual(["S1 open", "FRI open"]);
    const { whys, pins, status } = await planned(WEEK, NEXT_DAY);
    expect(whys).toEqual([[hub.entry.DONE, "operated"]]);
    expect(pins).toContain("DONE,S1");
    expect(status).toEqual(["S1 locked", "FRI open"]);
  });

  it("is moved by nobody's hand, out neither, and the store refuses it too", async () => {
    for (const [session, week] of [
      ["FRI", WEEK],
      [null, WEEK],
      ["NEXT", NEXT_WEEK],
    ] as const)
      expect(await move("DONE", session, week, NEXT_DAY)).toMatchObject({
        kind: "operated",
        sentence: expect.stringMatching(/15 December.*cancel that case/),
      });
    const changes = [{ entry: hub.entry.DONE!, session: hub.session.NEXT!, reason: "", override: [] }];
    const wanted = { organisation: "RQM", week: NEXT_WEEK, baseRevision: 0, run: null, changes };
    const recorded = (today: string) => recordPlacements(HUB, hub.store, THEATRE, { ...wanted, today });
    expect((await recorded(DAY)).kind).toBe("placedElsewhere");
    expect((await recorded(NEXT_DAY)).kind).toBe("operated");
  });

  it("is offered no place and no gap", async () => {
    const fit = (entry: string) => bestFit(HUB, hub.store, { entry: hub.entry[entry]!, today: NEXT_DAY });
    expect(await fit("DONE")).toMatchObject({
      places: [],
      everywhere: expect.stringContaining("Had a place here"),
    });
    expect((await fit("FREE"))!.places.length).toBeGreaterThan(0);
    hub.at("08:00", "2026-12-18");
    const asked = { session: hub.session.FRI!, today: "2026-12-18", now: hub.store.now(), minutes: null };
    const found = (await findStandBy(HUB, hub.store.db, asked))!;
    expect(found.patients.map(({ held }) => held.entry.pathwayId)).toEqual(["FREE"]);
    expect(found.kept.get("was operated on here already")).toBe(1);
  });
});

describe("who says otherwise", () => {
  it("is a person who cancels the case, also on the next day", async () => {
    hub.at("09:00", NEXT_DAY);
    expect((await cancel(NEXT_DAY)).kind).toBe("cancelled");
    expect((await planned(NEXT_WEEK, NEXT_DAY)).date("DONE")).toBe("");
    expect(await move("DONE", "NEXT", NEXT_WEEK, NEXT_DAY)).toMatchObject({ kind: "changed" });
  });

  it("is an import with a later decision to admit, or one that no longer lists them", async () => {
    await importEntries(hub.store, [
      patient("DONE", { ...SOON, decisionToAdmit: NEXT_DAY }),
      patient("FREE", SOON),
    ]);
    expect((await planned(NEXT_WEEK, "2026-12-17")).date("DONE")).toBe("");
    await importEntries(hub.store, [patient("FREE", SOON)]);
    expect((await planned(NEXT_WEEK, "2026-12-17")).date("DONE")).toBeNull();
  });

  it("is a person, weeks after an import dropped them and another brought them back", async () => {
    const LATER = "2027-01-20";
    hub.at("09:00", LATER);
    await importEntries(hub.store, [patient("FREE", SOON)], HUB.sites, "2026-12-20");
    await importEntries(hub.store, [patient("DONE", SOON), patient("FREE", SOON)], HUB.sites, LATER);
    const dated = async () => (await planned("2027-01-25", LATER)).date("DONE");
    expect(await dated()).toBe(DAY);
    const best = await bestFit(HUB, hub.store, { entry: hub.entry.DONE!, today: LATER });
    expect(best!.everywhere).toMatch(/has it again since 20 January\..*cancel that case/);
    expect((await cancel(LATER)).kind).toBe("cancelled");
    expect(await dated()).toBe("");
  });
});
