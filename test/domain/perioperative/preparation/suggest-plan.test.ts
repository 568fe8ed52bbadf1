import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/calendar";
import { OWNERS, workingDayBy, worksOn } from "~/domain/perioperative/preparation/owner";
import { earliestReady } from "~/domain/perioperative/preparation/plan";
import { dueOf } from "~/domain/perioperative/preparation/suggest-plan";
import { a, m } from "../patients-by-finding";
import { RULE_PAIRS } from "../rule-pairs";
import { isHoliday, itemOf, suggested, TODAY } from "./a-plan";

const anyDate = fc.integer({ min: 0, max: 700 }).map((days) => addDays("2026-06-01", days));

describe("due dates", () => {
  it("are never a day on which the owner does not work", () => {
    const due = fc.record({
      from: fc.constantFrom("today" as const, "surgery" as const),
      days: fc.integer({ min: -60, max: 90 }),
    });
    const phase = fc.constantFrom("before" as const, "after" as const);
    fc.assert(
      fc.property(
        fc.constantFrom(...OWNERS),
        due,
        phase,
        fc.boolean(),
        anyDate,
        fc.option(anyDate),
        (owner, { from, days }, when, blocks, today, surgeryOn) => {
          const of = {
            from,
            days: from === "today" ? Math.abs(days) : days,
            verified: "found" as const,
            source: "",
          };
          const day = dueOf({ due: of, owner, phase: when, blocks }, { today, surgeryOn, isHoliday });
          if (day === null) expect(from === "surgery" && surgeryOn === null).toBe(true);
          else expect(worksOn(owner, day, isHoliday)).toBe(true);
        },
      ),
    );
  });

  it("pass over Christmas for staff and not for patients", () => {
    // 25 December 2026 is a Friday, and Monday 28 December is Boxing Day's substitute.
    expect(workingDayBy("nurse", "2026-12-28", TODAY, isHoliday)).toBe("2026-12-24");
    expect(workingDayBy("patient", "2026-12-28", TODAY, isHoliday)).toBe("2026-12-28");
    expect(workingDayBy("nurse", "2026-12-24", TODAY, isHoliday)).toBe("2026-12-24");
    expect(workingDayBy("nurse", "2026-12-25", "2026-12-25", isHoliday)).toBe("2026-12-29");
  });

  it("count from today for what takes time, and from surgery for the day itself", () => {
    const plan = suggested(a({ smoke: "daily" }), { surgeryOn: "2027-02-10" });
    expect(itemOf(plan, "stop-smoking")!.due).toBe("2026-12-28");
    expect(itemOf(plan, "way-home")!.due).toBe("2027-02-03");
    expect(itemOf(plan, "after-smoke-free")).toMatchObject({ phase: "after", due: "2027-03-10" });
    const undated = suggested(a({ smoke: "daily" }));
    expect(itemOf(undated, "way-home")!.due).toBeNull();
    expect(undated.items.at(-1)!.phase).toBe("after");
  });

  it("end before surgery, but for what blocks: that takes its time", () => {
    const soon = { surgeryOn: "2026-12-10" };
    expect(itemOf(suggested(a({ smoke: "daily" }), soon), "stop-smoking")!.due).toBe("2026-12-09");
    const high = suggested(m({ "m.hba1c": 70 }), soon);
    expect(itemOf(high, "hba1c-recheck")!.due! > soon.surgeryOn).toBe(true);
    expect(high.earliestReady! > soon.surgeryOn).toBe(true);
  });
});

describe("a suggested plan", () => {
  it("names the rules that start an action, once each", () => {
    const plan = suggested(a({ high_bp: "untreated", bp_sys: 170, bp_dia: 100 }));
    expect(itemOf(plan, "blood-pressure")!.because).toEqual(["C14", "C16"]);
  });

  it("starts an action at the border of its rule and not short of it", () => {
    const starts: Record<string, string> = {
      S01: "stop-smoking",
      D02: "hba1c-recheck",
      B01: "anaemia-treatment",
    };
    for (const [rule, id] of Object.entries({
      ...starts,
      C13: "blood-pressure",
      H03: "social-prescribing",
    })) {
      const [fires, short] = RULE_PAIRS[rule]!;
      for (const given of fires) expect(itemOf(suggested(given), id), rule).toBeDefined();
      for (const given of short)
        expect(itemOf(suggested(given), id)?.because ?? [], rule).not.toContain(rule);
    }
  });

  it("leaves the service out for somebody who wants no help, and offers it where that is not known", () => {
    expect(itemOf(suggested(a({ smoke: "daily", smoke_help: "no" })), "smoking-service")).toBeUndefined();
    expect(itemOf(suggested(a({ smoke: "daily" })), "smoking-service")!.referral).toBe("smoking");
  });

  it("is ready when the last action that blocks is due, and says nothing where none blocks", () => {
    const plan = suggested(m({ "m.hba1c": 70, "m.hb": 110 }));
    expect(plan.earliestReady).toBe(itemOf(plan, "hba1c-recheck")!.due);
    expect(suggested({}).earliestReady).toBeNull();
    const item = { blocks: true, phase: "before" as const, due: "2027-01-04" };
    expect(
      earliestReady([item, { ...item, due: "2027-01-05" }, { ...item, phase: "after", due: "2027-03-01" }]),
    ).toBe("2027-01-05");
    expect(
      earliestReady([
        { ...item, due: null },
        { ...item, blocks: false },
      ]),
    ).toBeNull();
  });

  it("quotes the approved text of the site, and no other", () => {
    const text = {
      site: "RQM01",
      topic: "fasting",
      number: 3,
      text: "Words of the site.",
      by: "user:a",
      at: "",
      alone: false,
    };
    const plan = suggested({}, { texts: new Map([["fasting", text]]) });
    expect(itemOf(plan, "fasting")!.quotes).toEqual({ topic: "fasting", site: "RQM01", number: 3 });
    expect(itemOf(suggested({}), "fasting")!.quotes).toEqual({ topic: "fasting", site: "", number: null });
    expect(itemOf(suggested({ procedure: { anaesthetic: "local" } }), "fasting")).toBeUndefined();
  });
});

describe("going home", () => {
  it("lacks whatever is not settled: not asked and not sure count as nobody", () => {
    const lacks = (answers: Record<string, string | null>) => suggested(a(answers)).goingHome.length;
    expect(lacks({ ride_home: "lift", adult_24h: "yes" })).toBe(0);
    expect(lacks({ ride_home: "need", adult_24h: "yes" })).toBe(1);
    expect(lacks({ ride_home: "lift", adult_24h: "unsure" })).toBe(1);
    expect(lacks({ ride_home: null, adult_24h: null })).toBe(2);
    const local = {
      answers: { ride_home: null, adult_24h: "no" },
      procedure: { anaesthetic: "local" as const },
    };
    expect(suggested(local).goingHome).toEqual([]);
  });
});
