import { afterEach, beforeEach, expect, it } from "vitest";
import { calendarOf } from "~/views/calendar.server";
import { addDays } from "~/domain/calendar";
import { recordSessionEvent, type NewSessionEvent } from "~db/session-events";
import { setSessionDetail } from "~db/session-details";
import { HUB, listsHub, SCHEDULER, TODAY, WEEK, type ListsHub } from "./lists-hub";

let hub: ListsHub;
beforeEach(async () => void (hub = await listsHub()));
afterEach(() => hub.close());

it("counts in a calendar no place of a patient whose fitness is not confirmed", async () => {
  const text = await calendarOf(HUB, "RQM", WEEK, { site: "RQM02", theatre: "T1" });
  expect(text).toContain("SUMMARY:T1: 2 cases");
});

const ABOUT = { organisation: "RQM", site: "RQM02" };
/** Records that the second session of the hub, which is C1's, changed hands. */
const change = (kind: NewSessionEvent["kind"], surgeons: string[] | null) =>
  hub.store.commit(SCHEDULER, `session.${kind}`, async (tx) => {
    await setSessionDetail(tx, hub.other, { surgeons }, ABOUT);
    await recordSessionEvent(tx, { session: hub.other, kind, detail: surgeons ? { surgeons } : {} }, ABOUT);
  });

/** The event of the second session in a surgeon's calendar; null: it is not there. */
async function eventOf(surgeon: string) {
  const text = (await calendarOf(HUB, "RQM", WEEK, { surgeon })) ?? "";
  const event = text.split("BEGIN:VEVENT").find((one) => one.includes(`UID:${hub.other}@hublist`));
  if (event === undefined) return null;
  const line = (name: string) => new RegExp(`^${name}:(.*)$`, "m").exec(event)?.[1]?.trim();
  return { status: line("STATUS"), sequence: Number(line("SEQUENCE")) };
}

it("cancels a session that others took in the calendar of who had it, and back again", async () => {
  expect(await eventOf("C1")).toEqual({ status: "TENTATIVE", sequence: 0 });
  expect(await eventOf("C2")).toBeNull();
  await change("offered", null);
  expect(await eventOf("C1")).toEqual({ status: "TENTATIVE", sequence: 1 });
  await change("taken", ["C2"]);
  expect(await eventOf("C1")).toEqual({ status: "CANCELLED", sequence: 2 });
  expect(await eventOf("C2")).toEqual({ status: "TENTATIVE", sequence: 2 });
  await change("givenBack", null);
  expect(await eventOf("C1")).toEqual({ status: "TENTATIVE", sequence: 3 });
  expect(await eventOf("C2")).toEqual({ status: "CANCELLED", sequence: 3 });
});

it("cancels a session that was closed, with a number that tells it from the last", async () => {
  await hub.store.commit(SCHEDULER, "session.closed", async (tx) => {
    await setSessionDetail(tx, hub.other, { status: "closed", statusReason: "Flood" }, ABOUT);
    await recordSessionEvent(tx, { session: hub.other, kind: "closed", reason: "Flood" }, ABOUT);
  });
  expect(await eventOf("C1")).toEqual({ status: "CANCELLED", sequence: 1 });
});

it("drops what a surgeon lost eight weeks ago", async () => {
  await change("taken", ["C2"]);
  hub.clock.at = `${addDays(TODAY, 56)}T10:00:00.000Z`;
  expect(await eventOf("C1")).toMatchObject({ status: "CANCELLED" });
  hub.clock.at = `${addDays(TODAY, 57)}T10:00:00.000Z`;
  expect(await eventOf("C1")).toBeNull();
});
