import { afterEach, beforeEach, expect, it } from "vitest";
import { fixedClashes } from "~/services/planning/fixed-clashes.server";
import { aSession, importSessions } from "../db/given-hub";
import { HUB, hubOnTheDay, patient, WEEK, type HubOnTheDay } from "./operating-day/a-hub";

const SOON = { shortNotice: true, screening: "fit" } as const;
let hub: HubOnTheDay;
beforeEach(async () => {
  hub = await hubOnTheDay(
    ["ONE", "TWO"].map((name) => patient(name, { ...SOON, minutes: 100, minutesDeviation: 10 })),
    ["ONE", "TWO"],
    [aSession({ sessionId: "S1", end: "13:00" })],
  );
});
afterEach(() => hub.close());

const sentences = async () => {
  const asked = { organisation: "RQM", sites: HUB.sites, week: WEEK, planDate: WEEK, policyNumber: 0 };
  const found = await fixedClashes(hub.store.db, { ...asked, toldMovesMax: 0, scenario: null });
  return found.sentences(
    ({ entry }) => `Mx ${entry.pathwayId}`,
    ({ theatre }) => theatre,
  );
};
const ends = (end: string) => importSessions(hub.store, [aSession({ sessionId: "S1", end })]);

it("says nothing of fixed cases that fit, and names those that do not with rule and amounts", async () => {
  expect(await sentences()).toEqual([]);
  await ends("11:30");
  expect(await sentences()).toEqual([
    "Mx ONE; Mx TWO in T1. They need 215 minutes with turnarounds, the session has 180.",
    "Mx ONE; Mx TWO in T1. The list would run over with probability 0.996, at most 0.25 is allowed.",
  ]);
});

it("names who breaks a rule by themselves", async () => {
  await ends("10:00");
  const [first] = await sentences();
  expect(first).toMatch(/^Mx ONE is pinned to S1 and breaks the rule too_long/);
});
