import { describe, expect, it } from "vitest";
import { healthChanges, openChange, type CheckedIn } from "~/domain/perioperative/check-in/health-change";
import { questionOf } from "~/domain/perioperative/questionnaire/questionnaire";
import { ALSO_ANSWERS, HEALTH_CHANGES } from "~/facts/check-in";
import { currentForm, QUESTIONNAIRE } from "~/facts/questionnaire";

const CHECK_IN = currentForm("checkIn");
const NONE = { still_want: "yes", ci_signs: ["none"], ci_health: "same", ci_medicines: "no" };
const at = (day: number, answers: CheckedIn["answers"]): CheckedIn => ({
  ...{ response: `R${day}`, completedAt: `2026-11-0${day}T10:00:00.000Z`, answers },
});
const NEVER = { decidedAt: null, answeredAt: null };
const open = (checkedIn: CheckedIn[], since: Partial<typeof NEVER> | object = {}) =>
  openChange(checkedIn, HEALTH_CHANGES, { ...NEVER, ...since })?.response ?? null;

describe("a change of health told at a check-in", () => {
  it("names answers that the check-in offers, and leaves one that says that nothing changed", () => {
    for (const [id, codes] of Object.entries(HEALTH_CHANGES)) {
      const offered = questionOf(CHECK_IN, id)!.options.map(({ code }) => code);
      expect(offered).toEqual(expect.arrayContaining([...codes]));
      expect(offered.length).toBeGreaterThan(codes.length);
    }
    for (const id of ALSO_ANSWERS)
      expect(questionOf(CHECK_IN, id)!.options.map(({ code }) => code)).toEqual(
        questionOf(QUESTIONNAIRE, id)!.options.map(({ code }) => code),
      );
  });

  it.each(Object.entries(HEALTH_CHANGES).flatMap(([id, codes]) => codes.map((code) => [id, code])))(
    "is %s = %s",
    (id, code) => {
      const several = questionOf(CHECK_IN, id!)!.several;
      expect(healthChanges({ ...NONE, [id!]: several ? [code!] : code! }, HEALTH_CHANGES)).toEqual([id]);
    },
  );

  it("is none when nothing changed, or nothing was answered", () => {
    expect(healthChanges(NONE, HEALTH_CHANGES)).toEqual([]);
    expect(healthChanges({}, HEALTH_CHANGES)).toEqual([]);
    expect(healthChanges({ condition_change: "worse" }, HEALTH_CHANGES)).toEqual([]);
  });

  it("stays open until somebody decides, or the patient answers about their health anew", () => {
    const worse = at(3, { ...NONE, ci_health: "worse" });
    expect(open([])).toBeNull();
    expect(open([worse])).toBe("R3");
    expect(open([worse, at(5, NONE)])).toBe("R3");
    expect(open([worse], { decidedAt: "2026-11-03T09:59:59.000Z" })).toBe("R3");
    expect(open([worse], { decidedAt: worse.completedAt })).toBeNull();
    expect(open([worse], { answeredAt: "2026-11-04T00:00:00.000Z" })).toBeNull();
    expect(open([worse, at(6, { ci_health: "changed" })], { decidedAt: "2026-11-04T00:00:00.000Z" })).toBe(
      "R6",
    );
  });
});
