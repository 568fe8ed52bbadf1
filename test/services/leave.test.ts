import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LeaveDays } from "~/domain/leave";
import { bestFit } from "~/services/best-fit/best-fit.server";
import { changePlaces } from "~/services/hand/change-places.server";
import { weekFiles } from "~/services/solve-week-files.server";
import { loadWeek } from "~/services/solve-week-load.server";
import { findStandBy } from "~/services/stand-by/find-stand-by.server";
import { insertLeave } from "~db/leave";
import { weekRevision } from "~db/placements";
import { aSession } from "../db/given-hub";
import { DAY, HUB, hubOnTheDay, patient, THEATRE, WEEK, type HubOnTheDay } from "./operating-day/a-hub";

const PLAN_DATE = "2026-12-14";
const SOON = { shortNotice: true, screening: "fit" } as const;
let hub: HubOnTheDay;
beforeEach(async () => {
  hub = await hubOnTheDay(
    [
      patient("STANDS", SOON),
      patient("FREE", SOON),
      patient("BOOKED", { ...SOON, tciDate: DAY, tciSession: "S1" }),
      patient("POOLED", { ...SOON, pooled: true, tciDate: "2026-12-17", tciSession: "TWO" }),
      patient("OWN", { ...SOON, tciDate: "2026-12-17", tciSession: "TWO" }),
    ],
    ["STANDS"],
    [
      aSession({ sessionId: "S1", end: "12:30" }),
      aSession({ sessionId: "TWO", date: "2026-12-17", surgeons: ["C1", "C2"] }),
    ],
  );
});
afterEach(() => hub.close());

const away = (facts: Partial<LeaveDays> = {}) =>
  hub.store.commit(THEATRE, "leave.add", (tx) =>
    insertLeave(tx, "RQM", [
      {
        ...{ person: "C1", role: "surgeon", from: DAY, to: "2026-12-17", half: "day", ...facts },
        ...{ source: "form", uid: "", note: "" },
      },
    ]),
  );
const week = async () => {
  const asked = { organisation: "RQM", sites: HUB.sites, week: WEEK, planDate: PLAN_DATE, policyNumber: 0 };
  const held = await loadWeek(hub.store.db, { ...asked, toldMovesMax: 0, scenario: null });
  const { fixed } = weekFiles(held);
  return {
    sessions: held.sessions.map(({ session }) => [session.sessionId, session.status, session.surgeons]),
    booked: Object.fromEntries(
      held.entries.flatMap(({ entry }) =>
        entry.tciDate === null ? [] : [[entry.pathwayId, entry.tciSession]],
      ),
    ),
    fixed: fixed.fixed.map(({ standing }) => standing.entry),
    free: fixed.free.map(({ entry }) => entry),
  };
};

describe("leave of all who operate", () => {
  it("keeps the planner off the session, and lets go of who stands or is booked there", async () => {
    const before = await week();
    expect(before.fixed).toEqual([hub.entry.STANDS]);
    await away();
    const { sessions, booked, fixed, free } = await week();
    expect(sessions).toEqual([
      ["S1", "unstaffed", ["C1"]],
      ["TWO", "open", ["C2"]],
    ]);
    expect(booked).toEqual({ BOOKED: null, POOLED: "TWO", OWN: null });
    expect([fixed, free]).toEqual([[], [hub.entry.STANDS]]);
  });

  it("is refused by hand, offered by no search, and filled by no stand-by", async () => {
    await away();
    const entry = hub.entry.FREE!;
    const baseRevision = await weekRevision(HUB, hub.store.db, "RQM", WEEK);
    const moves = [{ entry, session: hub.session.S1! }];
    const asked = { organisation: "RQM", week: WEEK, today: PLAN_DATE, baseRevision, moves, reason: "r" };
    const permits = { override: HUB, reopen: HUB };
    expect(
      await changePlaces(HUB, permits, hub.store, THEATRE, { ...asked, lifted: ["no_operator"] }),
    ).toMatchObject({ kind: "refused", breaks: [{ code: "no_operator" }] });
    const { places } = (await bestFit(HUB, hub.store, { entry, today: PLAN_DATE }))!;
    expect(places.find(({ id }) => id === hub.session.S1)?.kind).toBe("refused");
    const gap = { session: hub.session.S1!, today: DAY, now: hub.store.now(), minutes: null };
    expect((await findStandBy(HUB, hub.store.db, gap))?.shut).toBe("closed");
  });
});

it.each([
  ["pm", "open"],
  ["am", "unstaffed"],
] as const)("of half a day, %s, leaves a morning list %s", async (half, status) => {
  await away({ half });
  expect((await week()).sessions[0]).toEqual(["S1", status, ["C1"]]);
});

it("of an anaesthetist closes nothing", async () => {
  await away({ role: "anaesthetist" });
  expect((await week()).sessions.map(([, status]) => status)).toEqual(["open", "open"]);
});
