import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acceptPlan } from "~/services/accept-plan.server";
import { theQueue } from "~/services/solve-queue.server";
import { readPlanFile } from "~db/plans";
import type { Placement } from "~db/placements";
import {
  acceptedHub,
  byHand,
  close,
  hold,
  lock,
  nameOf,
  places,
  reopen,
  replanned,
  standing,
  tell,
} from "./replan-hub";
import { PLAN_DATE, QUICK, SCHEDULER } from "./solve-week-hub";

let held: Awaited<ReturnType<typeof acceptedHub>>;
let cases: Placement[];
beforeEach(async () => {
  held = await acceptedHub();
  cases = await standing(held);
});
afterEach(async () => {
  await theQueue().close();
  await held.close();
});

const whys = (record: Awaited<ReturnType<typeof replanned>>["record"]) =>
  new Map(record!.fixed!.map(({ entry, why }) => [entry, why]));
const told = (limit: number) => ({ wishes: { ...QUICK, movePrice: 0, seed: 7, toldMovesMax: limit } });
/** The session with the most cases. */
function fullest(): Placement[] {
  const lists = [...new Set(cases.map(({ session }) => session))].map((session) =>
    cases.filter((each) => each.session === session),
  );
  return lists.sort((a, b) => b.length - a.length)[0]!;
}

describe("planning around what is fixed", () => {
  it("keeps held, hand-placed, told and locked cases where they stand, each with its reason", async () => {
    const [one, two, three, four, five] = cases;
    await hold(held, one!);
    await byHand(held, two!);
    await tell(held, three!, "told");
    await tell(held, four!, "told");
    await tell(held, four!, "declined", 2);
    await hold(held, five!);
    await hold(held, five!, false, 2);
    const locked = cases.filter(({ session }) => session === cases.at(-1)!.session);
    await lock(held, locked[0]!.session);
    const { run, record, planned } = await replanned(held, told(0));
    expect(run).toMatchObject({ state: "done", options: { maxMoves: 0 } });
    const why = whys(record);
    const lockedIds = new Set(locked.map(({ entry }) => entry));
    for (const [placement, expected] of [
      [one!, "held"],
      [two!, "byHand"],
      [three!, "told"],
      [four!, undefined],
      [five!, undefined],
    ] as const)
      if (!lockedIds.has(placement.entry)) expect(why.get(placement.entry)).toBe(expected);
    for (const { entry } of locked) expect(why.get(entry)).toBe("locked");
    for (const [entry] of why) {
      const stood = cases.find((each) => each.entry === entry)!;
      expect(planned.get(entry), why.get(entry)).toBe(await nameOf(held, stood.session));
    }
    const inLocked = record!.lists.find(({ cases: own }) => own.some(({ entry }) => lockedIds.has(entry)))!;
    expect(inLocked.cases.map(({ entry }) => entry).sort()).toEqual([...lockedIds].sort());
    const pins = (await readPlanFile(held.scope, held.store.db, run.id, "pins.csv"))!.toString();
    expect(pins.trim().split("\r\n")).toHaveLength(1 + why.size);
  });

  it("keeps whoever stands within the notice that is owed, since nobody else could be told in time", async () => {
    const late = { ...told(0), planDate: "2026-12-04" };
    const { record, planned } = await replanned(held, late);
    const why = whys(record);
    expect(new Set(why.values())).toEqual(new Set(["noNotice"]));
    for (const { entry, session } of cases) {
      if (!why.has(entry)) continue;
      expect(planned.get(entry)).toBe(await nameOf(held, session));
    }
    expect(why.size).toBeGreaterThan(cases.length / 2);
  });

  it("moves no more patients who were told than it may", async () => {
    for (const placement of cases) await tell(held, placement, "accepted");
    const { run, record, planned } = await replanned(held, told(2));
    expect(run.state).toBe("done");
    expect(record).toMatchObject({ maxMoves: 2, fixed: [] });
    expect(record!.told).toHaveLength(cases.length);
    const stood = await Promise.all(
      cases.map(async ({ entry, session }) => [entry, await nameOf(held, session)] as const),
    );
    const moved = stood.filter(([entry, sessionId]) => planned.get(entry) !== sessionId);
    expect(moved.length).toBeLessThanOrEqual(2);
  });

  it("says by name how many it would take when a session with told patients is closed", async () => {
    const list = fullest();
    for (const placement of list) await tell(held, placement, "told");
    await close(held, list[0]!.session);
    const refused = await replanned(held, told(list.length - 1));
    expect(refused.run).toMatchObject({ state: "failed" });
    expect(refused.run.message).toContain(`Allow at least ${list.length} moves`);
    const { run, planned } = await replanned(held, told(list.length));
    expect(run.state).toBe("done");
    const closed = await nameOf(held, list[0]!.session);
    expect([...planned.values()]).not.toContain(closed);
    const accepted = await acceptPlan(held.scope, held.store, SCHEDULER, {
      run: run.id,
      baseRevision: 1,
      today: PLAN_DATE,
    });
    expect(accepted).toMatchObject({ kind: "accepted", revision: 2 });
    expect([...(await places(held)).values()]).not.toContain(list[0]!.session);
  });

  it("is refused by name when a list was locked or a case held after the plan was made", async () => {
    const list = fullest();
    for (const placement of list) await tell(held, placement, "told");
    await close(held, list[0]!.session);
    const { run } = await replanned(held, told(list.length));
    const accept = () =>
      acceptPlan(held.scope, held.store, SCHEDULER, { run: run.id, baseRevision: 1, today: PLAN_DATE });
    const moved = cases.find(({ session }) => session === list[0]!.session)!;
    await reopen(held, list[0]!.session);
    await hold(held, moved);
    expect(await accept()).toMatchObject({
      ...{ kind: "outdated", lost: [{ entry: moved.entry, sentence: expect.stringContaining("held") }] },
    });
    await hold(held, moved, false, 2);
    await lock(held, list[0]!.session);
    const locked = await accept();
    expect(locked.kind === "outdated" && locked.lost.map(({ entry }) => entry).sort()).toEqual(
      list.map(({ entry }) => entry).sort(),
    );
    await lock(held, list[0]!.session, "unlocked");
    expect(await accept()).toMatchObject({ kind: "accepted" });
  });

  it("accepts a plan that keeps a locked list and what lies within the notice", async () => {
    await lock(held, cases[0]!.session);
    await byHand(held, cases[1]!);
    const { run } = await replanned(held, { ...told(0), planDate: "2026-12-04" });
    const accepted = await acceptPlan(held.scope, held.store, SCHEDULER, {
      run: run.id,
      baseRevision: 3,
      today: "2026-12-04",
    });
    expect(["accepted", "unchanged"]).toContain(accepted.kind);
  });
});
