import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acceptPlan } from "~/services/accept-plan.server";
import { readWeekRecord } from "~/services/week-record.server";
import type { Actor } from "~db/actor";
import { currentPlacements } from "~db/placements";
import { recordPlacements } from "~db/record-placements";
import { waitingListEntry } from "~db/schema";
import { plannedHub, PLAN_DATE, SCHEDULER, WEEK } from "./solve-week-hub";

let held: Awaited<ReturnType<typeof plannedHub>>;
beforeEach(async () => void (held = await plannedHub()));
afterEach(() => held.close());

const OTHER: Actor = { kind: "user", id: "other-scheduler" };

const accept = (baseRevision: number, { run, scope } = { run: held.run, scope: held.scope }) =>
  acceptPlan(scope, held.store, SCHEDULER, { run, baseRevision, today: PLAN_DATE });
const standing = () => currentPlacements(held.scope, held.store.db, "RQM", WEEK);
const placed = async () =>
  (await readWeekRecord(held.scope, held.store.db, held.run))!.lists.flatMap(({ cases }) =>
    cases.map(({ entry }) => entry),
  );

/** Somebody else takes a patient off the accepted week. */
function takeOff(entry: string, baseRevision: number) {
  const changes = [{ entry, session: null, reason: "Rang to say no", override: [] }];
  const wanted = { organisation: "RQM", week: WEEK, baseRevision, run: null, today: PLAN_DATE, changes };
  return recordPlacements(held.scope, held.store, OTHER, wanted);
}

describe("accepting a plan", () => {
  it("gives every case its place, once", async () => {
    const entries = await placed();
    expect(entries.length).toBeGreaterThan(10);
    expect(await accept(0)).toEqual({ kind: "accepted", week: WEEK, revision: 1, changes: entries.length });
    expect((await standing()).map(({ entry }) => entry).sort()).toEqual(entries.sort());
    expect(await accept(1)).toEqual({ kind: "unchanged", week: WEEK, revision: 1 });
    expect(await accept(0)).toEqual({ kind: "unchanged", week: WEEK, revision: 1 });
  });

  it("of two people lets the second know what the first did, and overwrites nothing", async () => {
    const [first] = await placed();
    await accept(0);
    expect(await takeOff(first!, 1)).toMatchObject({ kind: "recorded" });
    const before = await standing();
    expect(await accept(1)).toMatchObject({
      ...{ kind: "changedSince", revision: 2 },
      changes: [{ entry: first, kind: "removed", changedBy: "user:other-scheduler" }],
    });
    expect(await standing()).toEqual(before);
    expect(await accept(2)).toMatchObject({ kind: "accepted", revision: 3, changes: 1 });
  });

  it("refuses a plan whose patient has left the waiting list since, by name, and changes nothing", async () => {
    const [first] = await placed();
    await held.store.commit(OTHER, "import.confirm", async (tx) => {
      await tx.update(waitingListEntry, { id: first! }, { state: "gone", goneOn: PLAN_DATE });
      const subject = { subjectKind: "waiting_list_entry", subjectId: first!, organisation: "RQM", site: "" };
      await tx.tell([{ ...subject, before: "{}", after: "{}" }]);
    });
    const outcome = await accept(0);
    expect(outcome).toMatchObject({
      ...{ kind: "outdated", lost: [{ entry: first, sentence: "No longer on the waiting list." }] },
    });
    expect(await standing()).toEqual([]);
  });

  it("knows no plan of somebody else's sites, nor one that was never made", async () => {
    const { run, scope } = held;
    expect(await accept(0, { run, scope: { ...scope, sites: ["RQM01"] } })).toEqual({ kind: "notFound" });
    expect(await accept(0, { run: "no-such-run", scope })).toEqual({ kind: "notFound" });
    expect(await standing()).toEqual([]);
  });
});
