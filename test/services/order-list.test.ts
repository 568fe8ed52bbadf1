import { describe, expect, it } from "vitest";
import { CONTRACT_FILES } from "~/domain/plan-input";
import { resolvePolicy, type PolicyOverrides } from "~/domain/resolve-policy";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { orderList } from "~/services/planning/order-list.server";
import { planContext } from "~/services/planning/plan-context.server";
import { aTheatreSession, aWaitingListEntry } from "../factories";

const session = aTheatreSession({ start: "08:30", end: "17:00", paediatric: true });

function ordered(entries: Partial<WaitingListEntry>[], policy: PolicyOverrides = {}) {
  const context = planContext({
    ...{ planDate: "2026-11-20", sessions: [session], policy: resolvePolicy(policy), files: CONTRACT_FILES },
    ...{ entries: [], resources: [], pins: [], previous: null, rejected: [], warnings: [] },
  });
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
