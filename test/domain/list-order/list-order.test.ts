import { describe, expect, it } from "vitest";
import { admissionTime } from "~/domain/list-order/admission";
import { costBefore, costBeside } from "~/domain/list-order/order-costs";
import { orderFlagWords } from "~/domain/list-order/order-flags";
import { caseLimits } from "~/domain/list-order/order-limits";
import { orderFacts } from "~/domain/list-order/ordered-entry";
import {
  DEFAULT_LIST_ORDER,
  ORDER_LIMITS,
  ORDER_RULES,
  RANK_COSTS,
  listOrderAt,
  type OrderRule,
} from "~/domain/list-order/order-policy";
import type { UrgentClass } from "~/domain/urgency";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { ORDER_LIMIT_FACTS, ORDER_RULE_FACTS } from "~/facts/list-order";
import { aWaitingListEntry } from "../../factories";

const DATE = "2026-12-14";
const facts = (entry: Partial<WaitingListEntry> = {}, urgent: UrgentClass | null = null) =>
  orderFacts(aWaitingListEntry(entry), DATE, urgent);
const only = (rule: OrderRule) => ({
  ...Object.fromEntries(ORDER_RULES.map((each) => [each, 0])),
  [rule]: 1,
});
const { costs } = DEFAULT_LIST_ORDER;
const plain = facts();

describe("a rule of the order speaks against", () => {
  it.each<[OrderRule, ReturnType<typeof facts>, ReturnType<typeof facts>]>([
    ["mh", facts({ orderFlags: ["MH "] }), plain],
    ["latex", facts({ orderFlags: ["latex"] }), plain],
    ["diabetes", facts({ orderFlags: ["diabetes"] }), plain],
    ["infection", plain, facts({ orderFlags: ["infection"] })],
    ["urgent", facts({}, "P1"), facts({}, "dueLate")],
    ["urgent", facts({}, "dueLate"), facts({}, "dueInTime")],
    ["urgent", facts({}, "dueInTime"), facts({}, "notYetDue")],
    ["child", facts({ birthDate: "2008-12-15" }), facts({ birthDate: "2008-12-14" })],
    ["child", facts({ birthDate: "2020-01-02" }), facts({ birthDate: "2020-01-01" })],
    ["dayCase", plain, facts({ nights: 1 })],
    ["drugAllergy", facts({ orderFlags: ["Drug_Allergy"] }), plain],
    ["adjustment", facts({ orderFlags: ["learning disability"] }), plain],
    ["criticalCare", facts({ criticalCare: true }), plain],
    ["localLast", facts({ anaesthetic: "RA" }), facts({ anaesthetic: "LA" })],
  ])("%s: the second case before the first", (rule, first, second) => {
    const priced = { ...costs, ...only(rule) };
    expect(costBefore(second, first, priced)).toBe(1);
    expect(costBefore(first, second, priced)).toBe(0);
    expect(costBefore(first, first, priced)).toBe(0);
  });

  it("outweighs by its rank all rules after it together; all but one are on by default", () => {
    ORDER_RULES.forEach((rule, at) => {
      const after = ORDER_RULES.slice(at + 1).reduce((sum, other) => sum + RANK_COSTS[other], 0);
      expect(RANK_COSTS[rule]).toBeGreaterThan(after);
    });
    expect(costs).toEqual({ ...RANK_COSTS, localLast: 0 });
  });

  it("has words, a source and how sure it is", () => {
    expect(ORDER_RULE_FACTS.map(({ rule }) => rule)).toEqual([...ORDER_RULES]);
    expect(ORDER_LIMIT_FACTS.map(({ limit }) => limit)).toEqual([...ORDER_LIMITS]);
    for (const fact of [...ORDER_RULE_FACTS, ...ORDER_LIMIT_FACTS]) {
      expect(fact.source).not.toBe("");
      expect(["found", "partly found", "unverified"]).toContain(fact.status);
    }
  });
});

describe("a changeover", () => {
  it("costs where the equipment changes or the side", () => {
    const left = facts({ laterality: "left", equipment: ["B", "A"] });
    expect(costBeside(left, facts({ laterality: "left", equipment: ["A", "B"] }), costs)).toBe(1 - 1);
    expect(costBeside(left, facts({ laterality: "right", equipment: ["A", "B"] }), costs)).toBe(1);
    expect(costBeside(left, facts({ laterality: "left", equipment: ["A"] }), costs)).toBe(1);
    expect(costBeside(left, facts({ laterality: "bilateral", equipment: ["A", "B"] }), costs)).toBe(0);
  });
});

describe("limits of time", () => {
  const policy = { ...DEFAULT_LIST_ORDER, dayCaseEndBy: "17:00", lastCaseStartBy: "16:00" };
  const child = facts({ birthDate: "2020-01-01", nights: 1 });
  const named = (...asked: Parameters<typeof caseLimits>) =>
    caseLimits(...asked).map(({ limit, latestStart }) => [limit, latestStart]);

  it("are those of the case, a day case's counted from its end", () => {
    expect(named(child, 45, "08:30", policy)).toEqual([
      ["childStartBy", 660],
      ["lastCaseStartBy", 960],
    ]);
    expect(named(plain, 45, "08:30", policy)).toEqual([
      ["dayCaseEndBy", 1020 - 45],
      ["lastCaseStartBy", 960],
    ]);
  });

  it("count on sessions that begin before them alone", () => {
    expect(named(child, 45, "10:59", DEFAULT_LIST_ORDER)).toEqual([["childStartBy", 660]]);
    expect(named(child, 45, "11:00", DEFAULT_LIST_ORDER)).toEqual([]);
  });
});

describe("admission", () => {
  it.each([
    ["11:20", "09:45"],
    ["11:15", "09:45"],
    ["11:14", "09:30"],
    ["08:30", "07:00"],
    ["08:15", "07:00"],
    ["06:30", "06:30"],
  ])("for a start at %s is at %s", (start, admission) => {
    expect(admissionTime(start, DEFAULT_LIST_ORDER)).toBe(admission);
  });
});

describe("a site's switches", () => {
  const at = (site: string, sites: (typeof DEFAULT_LIST_ORDER)["sites"]) =>
    listOrderAt({ ...DEFAULT_LIST_ORDER, costs: { ...costs, latex: 7 }, sites }, site);

  it("switch a rule off, and one that costs nothing on at its rank; others keep the policy's cost", () => {
    const switched = at("RQM02", { RQM02: { mh: false, localLast: true, latex: true } });
    expect(switched.costs).toEqual({ ...costs, mh: 0, localLast: RANK_COSTS.localLast, latex: 7 });
  });

  it("count at their own site alone, and leave the golden patient to be chosen unless they say no", () => {
    expect(at("RQM01", { RQM02: { mh: false, golden: false } })).toMatchObject({
      costs: { mh: costs.mh },
      golden: true,
    });
    expect(at("RQM02", { RQM02: { golden: false } }).golden).toBe(false);
  });
});

describe("an early place as a reasonable adjustment", () => {
  it.each([
    ["First on the list", true],
    ["Has autism, quiet room", true],
    ["Learning disability, hospital passport", true],
    ["Carer stays until the anaesthetic", false],
    ["Large print letters", false],
    ["", false],
  ])("%s: %s", (reasonableAdjustments, early) => {
    const { details } = aWaitingListEntry();
    expect(facts({ details: { ...details, reasonableAdjustments } }).flags.has("adjustment")).toBe(early);
  });
});

describe("flags in words", () => {
  it("say what they mean in full, each once, and an unknown one as it stands", () => {
    expect(
      orderFlagWords(["latex", "NRL", "drug_allergy", "learning_disability", "needle-phobia", " "]),
    ).toEqual(["Latex allergy", "Anaesthetic drug allergy", "Learning disability", "Needle phobia"]);
  });
});
