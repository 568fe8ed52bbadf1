import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Plan } from "~/domain/plan";
import type { WarmAnswer, WarmFigure, WarmQuestion } from "~/domain/warm-question";
import { askWarm, letWarmGo, wakeState } from "~/services/warm-plan.server";
import { readPlanText } from "~db/plans";
import { plannedHub, type HeldHub } from "./solve-week-hub";

let held: HeldHub & { run: string };
let plan: Plan;
beforeAll(async () => {
  held = await plannedHub();
  plan = JSON.parse((await readPlanText(held.scope, held.store.db, held.run))!) as Plan;
});
afterEach(() => letWarmGo("gone"));
afterAll(async () => {
  letWarmGo(held.run);
  await held.close();
});

const ask = (question: WarmQuestion, run = held.run) => askWarm(held.scope, held.store.db, run, question);

/** A case of some list, and that list's session. */
function placedCase() {
  const list = plan.sessions.find(({ cases }) => cases.length > 1)!;
  return { sessionId: list.sessionId, entry: { issuer: "", ...list.cases[0]! } };
}

/** An entry that found no room, and a session that it may go into. */
async function unplacedEntry() {
  for (const { pathwayId, issuer = "", reason } of plan.unplaced)
    for (const { sessionId } of reason === "capacity" ? plan.sessions : []) {
      const answer = await ask({ kind: "force", entry: { pathwayId, issuer }, sessionId });
      if (answer.kind === "answered") return { entry: { pathwayId, issuer }, sessionId, answer };
    }
  throw new Error("every entry that found no room may go nowhere");
}

function expectFigure(answer: WarmAnswer): WarmFigure {
  if (answer.kind !== "answered") throw new Error(JSON.stringify(answer));
  expect(answer.before).toBe(plan.score);
  expect(answer.score - answer.before).toBe(answer.change);
  if (answer.bound !== null) expect(answer.bound).toBeGreaterThanOrEqual(answer.score);
  return answer;
}

describe("the true figure of a changed question", () => {
  it("wakes once for two who ask, and gives both the same", async () => {
    expect(wakeState(held.run)).toEqual({ state: "asleep", seconds: 0 });
    const { sessionId } = placedCase();
    const [first, second] = [ask({ kind: "close", sessionId }), ask({ kind: "close", sessionId })];
    await vi.waitFor(() => expect(wakeState(held.run).state).toBe("waking"), 5_000);
    expect({ ...(await second), seconds: 0 }).toEqual({ ...(await first), seconds: 0 });
    expect(wakeState(held.run).state).toBe("ready");
  });

  it("forces an entry that found no room into a session", async () => {
    const { entry, sessionId, answer } = await unplacedEntry();
    expect(expectFigure(answer).moved).toContainEqual({ entry, from: null, to: sessionId });
  });

  it("says that nothing moves where an entry stands already", async () => {
    const { entry, sessionId } = placedCase();
    const { pathwayId, issuer } = entry;
    const answer = expectFigure(await ask({ kind: "force", entry: { pathwayId, issuer }, sessionId }));
    expect(answer.change).toBeGreaterThanOrEqual(0);
  });

  it("closes a session and leaves no case there", async () => {
    const { sessionId } = placedCase();
    const { moved, change } = expectFigure(await ask({ kind: "close", sessionId }));
    const cases = plan.sessions.find((list) => list.sessionId === sessionId)!.cases;
    expect(moved.filter(({ from }) => from === sessionId)).toHaveLength(cases.length);
    expect(moved.some(({ to }) => to === sessionId)).toBe(false);
    expect(change).toBeLessThan(0);
  });

  it("lengthens a session, which never costs points, and shortens it", async () => {
    const { sessionId } = placedCase();
    const longer = expectFigure(await ask({ kind: "longer", sessionId, minutes: 5 }));
    expect(longer.change).toBeGreaterThanOrEqual(0);
    const shorter = expectFigure(await ask({ kind: "longer", sessionId, minutes: -120 }));
    expect(shorter.change).toBeLessThan(longer.change);
  });

  it("adds a unit of a resource, of which there may have been none", async () => {
    const resource = held.hub.resources.find(({ quantity }) => quantity > 0)!;
    const id = (each: typeof resource) => `${each.resource} ${each.site} ${each.date} ${each.period}`;
    expect(
      expectFigure(await ask({ kind: "more", resource: id(resource), by: 1 })).change,
    ).toBeGreaterThanOrEqual(0);
    expect(await ask({ kind: "more", resource: id(resource), by: -1000 })).toMatchObject({ kind: "refused" });
    expect(await ask({ kind: "more", resource: "bed nowhere", by: 1 })).toEqual({
      kind: "refused",
      sentences: ["Nothing limits bed nowhere."],
    });
  });
});

describe("one day planned again", () => {
  const dateOf = (sessionId: string | null) =>
    held.hub.sessions.find((session) => session.sessionId === sessionId)?.date ?? null;

  it("loses a list and touches no other day, so the whole week can only do better", async () => {
    const { sessionId } = placedCase();
    const day = expectFigure(await ask({ kind: "day", sessionId, minutes: null }));
    expect(day.bound).toBeNull();
    expect(day.moved.filter(({ from }) => from === sessionId)).toHaveLength(
      plan.sessions.find((list) => list.sessionId === sessionId)!.cases.length,
    );
    for (const { from, to } of day.moved)
      for (const place of [from, to]) expect([null, dateOf(sessionId)]).toContain(dateOf(place));
    expect(day.change).toBeLessThan(0);
    const week = expectFigure(await ask({ kind: "close", sessionId }));
    expect(week.bound).toBeGreaterThanOrEqual(day.score);
  });

  it("lengthens a list, which never costs points", async () => {
    const { sessionId } = placedCase();
    expect(expectFigure(await ask({ kind: "day", sessionId, minutes: 60 })).change).toBeGreaterThanOrEqual(0);
  });

  it("refuses a list that takes no cases, and minutes that it has not", async () => {
    const { sessionId } = placedCase();
    expect(await ask({ kind: "day", sessionId: "none", minutes: null })).toMatchObject({ kind: "refused" });
    expect(await ask({ kind: "day", sessionId, minutes: -2000 })).toMatchObject({
      kind: "refused",
      sentences: [expect.stringMatching(/has only \d+ minutes/)],
    });
  });
});

describe("a question that has no figure", () => {
  it("says by which rule an entry may not go into a session", async () => {
    const { entry } = placedCase();
    const { pathwayId, issuer } = entry;
    const other = plan.sessions.map(({ sessionId }) => ({
      kind: "force" as const,
      entry: { pathwayId, issuer },
      sessionId,
    }));
    const answers = await Promise.all(other.map((question) => ask(question)));
    const refused = answers.filter(({ kind }) => kind === "refused");
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({ sentences: [expect.stringMatching(/\w.*\.$/)] });
    expect(await ask({ kind: "force", entry: { pathwayId: "none", issuer: "" }, sessionId: "none" })).toEqual(
      {
        kind: "refused",
        sentences: ["none is not on the waiting list that was planned."],
      },
    );
  });

  it("tells of a run that is not there, and of a worker that was let go", async () => {
    expect(await ask({ kind: "close", sessionId: "x" }, "gone")).toEqual({
      kind: "unavailable",
      sentence: "There is no such plan.",
    });
    letWarmGo(held.run);
    const open = ask({ kind: "close", sessionId: placedCase().sessionId });
    await vi.waitFor(() => expect(wakeState(held.run).state).toBe("waking"), 5_000);
    letWarmGo(held.run);
    expect(await open).toMatchObject({ kind: "unavailable", sentence: expect.stringMatching(/Ask again/) });
    expect(wakeState(held.run).state).toBe("asleep");
  });
});
