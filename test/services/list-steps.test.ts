import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ListStep } from "~/domain/list-life";
import { confirmSeen } from "~/services/lists/confirm-seen.server";
import { doOnList } from "~/services/lists/list-form.server";
import { listNow } from "~/services/lists/list-now.server";
import { takeListStep, type StepAsked } from "~/services/lists/list-steps.server";
import { orderByHand } from "~/services/lists/order-by-hand.server";
import { earliestOffers } from "~db/earliest-offers";
import { listSeenBy, listVersions } from "~db/list-versions";
import { findSession } from "~db/theatre-sessions";
import { HUB, listsHub, OTHER, SCHEDULER, TODAY, type ListsHub } from "./lists-hub";

let hub: ListsHub;
beforeEach(async () => void (hub = await listsHub()));
afterEach(() => hub.close());

type More = Partial<StepAsked> & { by?: typeof SCHEDULER };
async function take(step: ListStep, { by = SCHEDULER, ...more }: More = {}) {
  const asked = {
    session: hub.session,
    step,
    reason: "",
    onBehalfOf: "",
    today: TODAY,
    ...(await hub.stand()),
    ...more,
  };
  return takeListStep(HUB, hub.store, by, asked);
}
const versions = () => listVersions(HUB, hub.store.db, hub.session);
const list = async () => (await listNow(HUB, hub.store.db, hub.session, TODAY))!;
const order = (
  entries: string[] | null,
  more: { golden?: string | null; reason?: string; base?: number } = {},
) =>
  orderByHand(HUB, hub.store, SCHEDULER, {
    ...{ session: hub.session, base: 0, entries, golden: null, reason: "", mayReopen: false, today: TODAY },
    ...more,
  });

describe("signing a list off", () => {
  it("keeps the week's revision, who and for whom", async () => {
    expect(await take("signOff", { onBehalfOf: "Mr Shah" })).toMatchObject({ kind: "done" });
    expect((await list()).state.signedOff).toMatchObject({
      ...{ by: "user:scheduler", revision: 1, onBehalfOf: "Mr Shah" },
    });
  });

  it("happens once for a double click", async () => {
    const stand = await hub.stand();
    const both = await Promise.all([take("signOff", stand), take("signOff", stand)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["changedSince", "done"]);
  });

  it("does not sign what another has changed since the page was opened: the week, or the order", async () => {
    const stand = await hub.stand();
    await hub.place(hub.ids[0], null, OTHER);
    expect(await take("signOff", stand)).toEqual({ kind: "changedSince", what: "list" });
    const again = await hub.stand();
    await order([hub.ids[2], hub.ids[1]]);
    expect(await take("signOff", again)).toEqual({ kind: "changedSince", what: "list" });
    expect((await list()).state.signedOff).toBeNull();
  });
});

describe("locking a list", () => {
  it("locks its session for the planner, and unlocking with a reason gives it back as it was", async () => {
    await take("signOff");
    await take("lock");
    expect((await findSession(HUB, hub.store.db, hub.session))!.session.status).toBe("locked");
    expect(await take("unlock")).toMatchObject({ kind: "refused" });
    expect(await take("unlock", { reason: "Surgeon is ill" })).toMatchObject({ kind: "done" });
    expect((await findSession(HUB, hub.store.db, hub.session))!.session.status).toBe("open");
  });
});

describe("publishing a list", () => {
  it("freezes it without those whose fitness is not confirmed, and keeps their place without a name", async () => {
    await take("signOff");
    expect(await take("publish")).toMatchObject({ kind: "done", version: 1 });
    const [first] = await versions();
    expect(first!.content.cases.map(({ hospitalNumber, order: place }) => [hospitalNumber, place])).toEqual([
      ["L1", 1],
      ["L2", 2],
    ]);
    expect(first!.content.kept).toEqual([{ start: "11:20", minutes: 70 }]);
    expect(JSON.stringify(first!.content)).not.toContain("L3");
    expect(first!.changes).toEqual([]);
  });

  it("twice at once makes one version", async () => {
    await take("signOff");
    const stand = await hub.stand();
    const both = await Promise.all([take("publish", stand), take("publish", { ...stand, by: OTHER })]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["changedSince", "done"]);
    expect(await versions()).toHaveLength(1);
    expect(await take("publish", { reason: "Again" })).toMatchObject({ kind: "refused" });
  });

  it("again, with a reason, says what changed; the version before stays as it was", async () => {
    await take("signOff");
    await take("publish");
    const before = (await versions())[0]!;
    await hub.place(hub.ids[1], null);
    expect(await take("publish")).toMatchObject({
      kind: "refused",
      sentence: expect.stringContaining("Say why"),
    });
    expect(await take("publish", { reason: "Patient rang" })).toMatchObject({ kind: "done", version: 2 });
    const [latest, first] = await versions();
    expect(latest).toMatchObject({ number: 2, reason: "Patient rang" });
    expect(latest!.changes).toEqual(["EXAMPLE, Ada (L2) is no longer on this list."]);
    expect(first).toEqual(before);
  });

  it("needs the sign-off, which somebody may withdraw with a reason", async () => {
    expect(await take("publish")).toMatchObject({ kind: "refused" });
    await take("signOff");
    await take("withdraw", { reason: "Wrong list" });
    expect(await take("publish")).toMatchObject({ kind: "refused" });
  });

  it("keeps to the sites of the person", async () => {
    const asked = {
      session: hub.session,
      step: "signOff" as const,
      reason: "",
      onBehalfOf: "",
      today: TODAY,
    };
    const elsewhere = { organisations: ["RQM"], sites: ["RQM01"] };
    const outcome = await takeListStep(elsewhere, hub.store, SCHEDULER, { ...asked, ...(await hub.stand()) });
    expect(outcome).toEqual({ kind: "notFound" });
  });
});

describe("confirming that a version was seen", () => {
  const seen = (number: number, reader: "surgeon" | "ward") =>
    confirmSeen(HUB, hub.store, OTHER, { session: hub.session, number, reader });

  it("is kept once for each reader and version, and never for one that is not the latest", async () => {
    await take("signOff");
    await take("publish");
    expect(await seen(1, "ward")).toEqual({ kind: "confirmed", fresh: true });
    expect(await seen(1, "ward")).toEqual({ kind: "confirmed", fresh: false });
    await hub.place(hub.ids[1], null);
    await take("publish", { reason: "Patient rang" });
    expect(await seen(1, "surgeon")).toEqual({ kind: "newer", number: 2 });
    expect(await seen(2, "ward")).toEqual({ kind: "confirmed", fresh: true });
    expect(await seen(3, "ward")).toEqual({ kind: "notFound" });
    const kept = await listSeenBy(HUB, hub.store.db, hub.session);
    expect(kept.map(({ number, reader }) => [number, reader])).toEqual([
      [1, "ward"],
      [2, "ward"],
    ]);
  });
});

describe("ordering a list by hand", () => {
  const names = async () => (await list()).cases.map(({ entry }) => entry.pathwayId);

  it("stands as the person said, with the golden patient first", async () => {
    const [first, second, third] = hub.ids;
    expect(await order([third, second, first])).toEqual({ kind: "ordered" });
    expect(await names()).toEqual(["PP3", "PP2", "PP1"]);
    expect(await order(null, { base: 1, golden: second })).toEqual({ kind: "ordered" });
    expect(await names()).toEqual(["PP2", "PP1", "PP3"]);
  });

  it("is refused to who saw another list or another order", async () => {
    const [first, second, third] = hub.ids;
    expect(await order([first, second])).toEqual({ kind: "changedSince" });
    expect(await order([first, second, second])).toEqual({ kind: "changedSince" });
    await order([third, second, first]);
    expect(await order([first, second, third])).toEqual({ kind: "changedSince" });
  });

  it("after sign-off needs a reason, and on a locked list who may reopen it", async () => {
    const all = [...hub.ids].reverse();
    await take("signOff");
    expect(await order(all)).toMatchObject({ kind: "refused" });
    await take("lock");
    expect(await order(all, { reason: "Kit" })).toMatchObject({ kind: "refused" });
    const asked = { session: hub.session, base: 0, entries: all, golden: null, reason: "Kit", today: TODAY };
    expect(await orderByHand(HUB, hub.store, SCHEDULER, { ...asked, mayReopen: true })).toEqual({
      kind: "ordered",
    });
  });
});

it("keeps what else could have been offered when a list is published, of those who are new on it", async () => {
  const post = async (intent: "signOff" | "publish", reason = "") => {
    const form = new FormData();
    const stand = await hub.stand();
    for (const [name, value] of Object.entries(stand)) form.set(name, String(value));
    form.set("reason", reason);
    const asked = { session: hub.session, today: TODAY, form, intent, readers: [] };
    expect((await doOnList(HUB, hub.store, SCHEDULER, asked)).kind).toBe("done");
  };
  const kept = async () =>
    Promise.all(hub.ids.map(async (id) => (await earliestOffers(HUB, hub.store.db, id)).length));
  await hub.place(hub.ids[1], null);
  await post("signOff");
  await post("publish");
  expect(await kept()).toEqual([1, 0, 0]);
  await hub.place(hub.ids[1], hub.session);
  await post("publish", "One more");
  expect(await kept()).toEqual([1, 1, 0]);
  const [offer] = await earliestOffers(HUB, hub.store.db, hub.ids[0]);
  expect(offer).toMatchObject({ by: "user:scheduler", date: "2026-12-15" });
});
