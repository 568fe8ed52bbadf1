import { describe, expect, it } from "vitest";
import { CONTRACT_FILES } from "~/domain/plan-input";
import { resolvePolicy, type PolicyOverrides } from "~/domain/resolve-policy";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { orderedList, orderList } from "~/services/planning/order-list.server";
import { planContext } from "~/services/planning/plan-context.server";
import { aTheatreSession, aWaitingListEntry } from "../factories";

const session = aTheatreSession({ start: "08:30", end: "17:00", paediatric: true });

const contextOf = (policy: PolicyOverrides) =>
  planContext({
    ...{ planDate: "2026-11-20", sessions: [session], policy: resolvePolicy(policy), files: CONTRACT_FILES },
    ...{ entries: [], resources: [], pins: [], previous: null, rejected: [], warnings: [] },
  });

function ordered(entries: Partial<WaitingListEntry>[], policy: PolicyOverrides = {}) {
  const context = contextOf(policy);
  return orderList(
    context,
    session,
    entries.map((entry) => aWaitingListEntry(entry)),
  );
}
const names = (...asked: Parameters<typeof ordered>) => ordered(...asked).map(({ entry }) => entry.pathwayId);

describe("the order of a list", () => {
  it("puts due urgent patients first, then children, youngest first, then the longest waiting", () => {
    const found = names([
      { pathwayId: "notYet", priority: "P2", decisionToAdmit: "2026-12-10", clockStart: "2026-03-02" },
      { pathwayId: "long", clockStart: "2026-03-01" },
      { pathwayId: "child", birthDate: "2012-05-05", clockStart: "2026-09-01" },
      { pathwayId: "infant", birthDate: "2024-05-05", clockStart: "2026-10-01" },
      { pathwayId: "due", priority: "P2", decisionToAdmit: "2026-11-16" },
      { pathwayId: "p1", priority: "P1b" },
    ]);
    expect(found).toEqual(["p1", "due", "infant", "child", "long", "notYet"]);
  });

  it("settles equals by identifier", () => {
    expect(names([{ pathwayId: "b" }, { pathwayId: "a" }])).toEqual(["a", "b"]);
  });

  it("puts flags at their ends, and leaves a rule that is switched off", () => {
    const entries = [
      { pathwayId: "infected", orderFlags: ["infection"], clockStart: "2025-01-01" },
      { pathwayId: "stays", nights: 2, clockStart: "2025-02-01" },
      { pathwayId: "sweet", orderFlags: ["diabetes"] },
      { pathwayId: "due", priority: "P1b" as const },
      { pathwayId: "latex", orderFlags: ["latex"], nights: 1 },
    ];
    expect(names(entries)).toEqual(["latex", "due", "sweet", "stays", "infected"]);
    expect(names(entries, { listOrder: { costs: { infection: 0 } } })).toEqual([
      "latex",
      "due",
      "sweet",
      "infected",
      "stays",
    ]);
  });

  it("starts children by the limit where it can, before an urgent case that is long", () => {
    const entries = [
      { pathwayId: "urgent", priority: "P1b" as const, minutes: 136 },
      { pathwayId: "child", birthDate: "2020-01-01", minutes: 60 },
    ];
    expect(ordered(entries)).toMatchObject([
      { entry: { pathwayId: "child" }, start: "08:30", admission: "07:00", notes: [] },
      { entry: { pathwayId: "urgent" }, start: "09:45", admission: "08:15", notes: [] },
    ]);
    expect(names([{ ...entries[0]!, minutes: 135 }, entries[1]!])).toEqual(["urgent", "child"]);
  });

  it("tells what it cannot give: limits of time and places at the ends", () => {
    const children = ["2020-01-01", "2021-01-01", "2022-01-01"].map((birthDate, at) => ({
      ...{ pathwayId: `child${at}`, birthDate, minutes: 90 },
    }));
    expect(ordered(children).map(({ notes }) => notes)).toEqual([
      [],
      [],
      ["starts at 12:00, after the 11:00 limit for children"],
    ]);
    const clash = ordered([
      { pathwayId: "both", orderFlags: ["latex", "infection"] },
      { pathwayId: "mh", orderFlags: ["mh"] },
      { pathwayId: "other" },
    ]);
    expect(clash.map(({ entry, notes }) => [entry.pathwayId, ...notes])).toEqual([
      ["mh"],
      ["both", "latex allergy, yet 1 case before", "infection risk, yet 1 case after"],
      ["other"],
    ]);
  });
});

describe("a list that a person ordered", () => {
  const given = ["old", "sweet", "plain", "young"].map((pathwayId) =>
    aWaitingListEntry({
      pathwayId,
      ...(pathwayId === "sweet" ? { orderFlags: ["diabetes"] } : {}),
      ...(pathwayId === "young" ? { birthDate: "2015-01-01" } : {}),
      clockStart: pathwayId === "old" ? "2025-01-01" : "2026-06-01",
    }),
  );
  const [old, sweet, plain, young] = given as [
    WaitingListEntry,
    WaitingListEntry,
    WaitingListEntry,
    WaitingListEntry,
  ];
  const byHand = (hand: Parameters<typeof orderedList>[3], policy: PolicyOverrides = {}, entries = given) => {
    const { cases, breaks } = orderedList(contextOf(policy), session, entries, hand);
    return {
      order: cases.map(({ entry }) => entry.pathwayId),
      starts: cases.map(({ start }) => start),
      breaks: breaks.map(({ rule, cases: broken }) => [
        rule,
        ...broken.map(({ entry, others }) =>
          [entry, ...others].map(({ pathwayId }) => pathwayId).join(" after "),
        ),
      ]),
    };
  };

  it("stands as they said, with its own times, and names the rules that it does not keep", () => {
    expect(byHand({ entries: [plain, old, young, sweet], golden: null })).toEqual({
      order: ["plain", "old", "young", "sweet"],
      starts: ["08:30", "09:15", "10:00", "10:45"],
      breaks: [
        ["child", "young after plain after old"],
        ["diabetes", "sweet after plain after old after young"],
      ],
    });
    expect(byHand(undefined)).toMatchObject({
      order: ["young", "sweet", "old", "plain"],
      breaks: [["diabetes", "sweet after young"]],
    });
  });

  it("takes who came since at its end in the order of the rules, and passes over who left", () => {
    const gone = aWaitingListEntry({ pathwayId: "gone" });
    expect(byHand({ entries: [plain, gone, old], golden: null }).order).toEqual([
      "plain",
      "old",
      "young",
      "sweet",
    ]);
  });

  it("begins with the golden patient, whatever limit that breaks, unless the site has none", () => {
    const long = { ...old, minutes: 200 };
    const entries = [long, sweet, plain, young];
    expect(byHand({ entries: [], golden: long }, {}, entries).order[0]).toBe("old");
    expect(byHand({ entries: [plain, long], golden: long }, {}, entries).order.slice(0, 2)).toEqual([
      "old",
      "plain",
    ]);
    const off = { listOrder: { sites: { [session.site]: { golden: false } } } };
    expect(byHand({ entries: [], golden: long }, off, entries).order[0]).toBe("young");
  });

  it("is told of changeovers beyond the fewest", () => {
    const [a, b, c] = ["A", "B", "A"].map((equipment, at) =>
      aWaitingListEntry({ pathwayId: `${equipment}${at}`, equipment: [equipment] }),
    ) as [WaitingListEntry, WaitingListEntry, WaitingListEntry];
    const { breaks } = orderedList(contextOf({}), session, [a, b, c], { entries: [a, b, c], golden: null });
    expect(breaks).toEqual([{ rule: "sameSetUp", cases: [], changeovers: { count: 2, fewest: 1 } }]);
    expect(byHand({ entries: [a, c, b], golden: null }, {}, [a, b, c]).breaks).toEqual([]);
  });
});
