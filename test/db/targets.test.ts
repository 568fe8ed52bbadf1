import { expect, it } from "vitest";
import { DEFAULT_POLICY } from "~/domain/policy";
import { ACTOR, onEachEngine } from "./engines";
import { anEntry, givenHub, HUB, importEntries, TODAY } from "./given-hub";

const BY_TARGET = { sort: "target", descending: false, page: 1, size: 10 } as const;
const urgent = { priority: "P2", decisionToAdmit: "2026-11-01" } as const;

onEachEngine("targets of the waiting list", (given, load) => {
  const list = load(() => import("~db/waiting-list"));
  const policies = load(() => import("~db/policies"));

  const targets = async () => {
    const found = await list().searchWaitingList(HUB, given.store.db, {}, BY_TARGET, TODAY);
    return found.entries.map(({ entry, target }) => [entry.pathwayId, target]);
  };

  it("come with an import, and the list sorts by them with none last", async () => {
    await givenHub(given.store);
    await importEntries(given.store, [
      anEntry({ pathwayId: "PP1", patientId: "L1" }),
      anEntry({ pathwayId: "PP2", patientId: "L2", ...urgent }),
      anEntry({ pathwayId: "PP3", patientId: "L3", offerBy: "2026-11-25" }),
    ]);
    expect(await targets()).toEqual([
      ["PP3", "2026-11-25"],
      ["PP2", "2026-11-29"],
      ["PP1", null],
    ]);
  });

  it("follow a changed entry and a new policy", async () => {
    await givenHub(given.store);
    await importEntries(given.store, [anEntry({ pathwayId: "PP1", patientId: "L1", ...urgent })]);
    await importEntries(given.store, [anEntry({ ...urgent, lastPriorityReview: "2026-11-10" })]);
    expect(await targets()).toEqual([["PP1", "2026-12-08"]]);
    const policy = { ...DEFAULT_POLICY, targetDays: { ...DEFAULT_POLICY.targetDays, P2: 14 } };
    const saved = { organisation: "RQM", base: 0, policy, reason: "Stricter" };
    expect(await policies().savePolicy(HUB, given.store, ACTOR, saved)).toMatchObject({ kind: "saved" });
    expect(await targets()).toEqual([["PP1", "2026-11-24"]]);
  });
});
