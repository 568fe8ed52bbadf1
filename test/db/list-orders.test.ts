import { expect, it } from "vitest";
import { ACTOR, onEachEngine } from "./engines";
import { anEntry, aSession, givenHub, HUB, importEntries, importSessions } from "./given-hub";

const ABOUT = { organisation: "RQM", site: "RQM02" };
const OTHER_SITE = { organisations: ["RQM"], sites: ["RQM01"] };

onEachEngine("orders of lists", (given, load) => {
  const orders = load(() => import("~db/list-orders"));
  const sessions = load(() => import("~db/theatre-sessions"));
  const list = load(() => import("~db/waiting-list"));

  async function givenSession() {
    await givenHub(given.store);
    await importEntries(given.store, [anEntry(), anEntry({ pathwayId: "PP2", patientId: "L2" })]);
    await importSessions(given.store, [aSession(), aSession({ sessionId: "S2", theatre: "T2" })]);
    const span = { from: "2026-12-14", until: "2026-12-21" };
    const [first, second] = await sessions().listSessions(HUB, given.store.db, span);
    const entries = (await list().entriesForPlanning(HUB, given.store.db, "RQM")).map(({ id }) => id);
    return { session: first!.id, other: second!.id, entries };
  }
  type Wish = Parameters<ReturnType<typeof orders>["recordListOrder"]>[1];
  const record = (wish: Wish) =>
    given.store.commit(ACTOR, "list.order", (tx) => orders().recordListOrder(tx, wish, ABOUT));

  it("count by their highest number, and keep the golden patient until another is chosen", async () => {
    const { session, other, entries } = await givenSession();
    const wish = { session, entries: [entries[1]!, entries[0]!], reason: "Theatre asked" };
    expect(await record({ ...wish, base: 0, golden: entries[1]! })).toEqual({ kind: "recorded", number: 1 });
    expect(await record({ ...wish, base: 1, entries: [] })).toEqual({ kind: "recorded", number: 2 });
    const held = await orders().currentListOrders(HUB, given.store.db, [session, other]);
    expect([...held.keys()]).toEqual([session]);
    expect(held.get(session)).toMatchObject({ number: 2, entries: [], golden: entries[1] });
    expect(await record({ ...wish, base: 2, golden: null })).toEqual({ kind: "recorded", number: 3 });
    const history = await orders().listOrderHistory(HUB, given.store.db, session);
    expect(history.map(({ number, golden }) => [number, golden])).toEqual([
      [1, entries[1]],
      [2, entries[1]],
      [3, null],
    ]);
  });

  it("are not overwritten by who decided on an earlier one, and show only in scope", async () => {
    const { session, entries } = await givenSession();
    await record({ session, base: 0, entries, reason: "" });
    expect(await record({ session, base: 0, entries: [], reason: "" })).toEqual({
      ...{ kind: "changedSince", number: 1, by: "command:test" },
    });
    expect(await orders().listOrderHistory(OTHER_SITE, given.store.db, session)).toEqual([]);
    expect((await orders().currentListOrders(OTHER_SITE, given.store.db, [session])).size).toBe(0);
  });
});
