import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "~/domain/perioperative/answers";
import { said, type Assessment } from "~/domain/perioperative/assess";
import { HUB_FITS } from "~/domain/perioperative/hub-limits";
import { blocksLowRisk, DAY_CASE_LEVELS, HUB_LEVELS, RISKS, ROUTES } from "~/domain/perioperative/risk-rule";
import { SCREENING_QUESTIONS } from "~/facts/screening-questions";
import {
  answersOf,
  assessed,
  CATARACT,
  FOLLOW_UPS,
  HERNIA,
  KNEE,
  ruleOf,
  RULES,
  type Given,
} from "./fit-patient";

const RUNS = { numRuns: 200 };
const procedure = fc.constantFrom(HERNIA, CATARACT, KNEE);
const age = fc.integer({ min: 16, max: 95 });

/** Any answer to a question: any of its codes, some of them, or a likely number. */
function anyAnswer({
  id,
  kind,
  codes = [],
}: (typeof SCREENING_QUESTIONS)[number]): fc.Arbitrary<AnswerValue> {
  if (kind === "code") return fc.constantFrom(...codes);
  if (kind === "codes") return fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 });
  if (kind === "text") return fc.constantFrom("", "see my letter");
  return id === "height_cm" ? fc.integer({ min: 140, max: 200 }) : fc.integer({ min: 40, max: 180 });
}

/** A patient of whom some questions are answered by anything, the others as a fit person answers them. */
const anybody: fc.Arbitrary<Given> = fc
  .tuple(age, procedure, fc.subarray([...SCREENING_QUESTIONS], { maxLength: 12 }))
  .chain(([years, wanted, questions]) =>
    fc.tuple(...questions.map(anyAnswer)).map((given) => ({
      age: years,
      procedure: wanted,
      answers: { ...FOLLOW_UPS, ...Object.fromEntries(questions.map(({ id }, at) => [id, given[at]!])) },
    })),
  );

const ranks = ({ route, risk, hub, dayCase, hubs }: Assessment) => [
  ROUTES.indexOf(route),
  RISKS.indexOf(risk),
  HUB_LEVELS.indexOf(hub),
  DAY_CASE_LEVELS.indexOf(dayCase),
  HUB_FITS.indexOf(hubs[0]!.level),
];
const milder = (after: Assessment, before: Assessment) =>
  ranks(after).some((rank, at) => rank < ranks(before)[at]!) || (after.lowRisk && !before.lowRisk);

const safety = SCREENING_QUESTIONS.filter((question) => question.safety);
const quiet = (id: string, answer: AnswerValue | undefined) => {
  const { plain = [], scored = [] } = SCREENING_QUESTIONS.find((question) => question.id === id)!;
  const given = Array.isArray(answer) ? answer : [answer];
  return given.every((code) => plain.includes(code as string) && !scored.includes(code as string));
};

describe("not known is never no", () => {
  it("sends whoever leaves out a safety question that applies to a person, and no hub is simply ok", () => {
    const always = safety.filter(({ neededWhen }) => neededWhen === undefined);
    expect(always.length).toBeGreaterThan(40);
    for (const { id } of always) {
      const { route, lowRisk, hub, unknown } = assessed({ answers: { [id]: null } });
      expect([id, unknown]).toEqual([id, id === "weight_kg" || id === "height_cm" ? [id] : [id]]);
      expect([id, ROUTES.indexOf(route) >= ROUTES.indexOf("phone"), lowRisk, hub !== "ok"]).toEqual([
        id,
        true,
        false,
        true,
      ]);
    }
  });

  it("is never milder when an answer that asks for nothing becomes “I do not know” or is left out", () => {
    fc.assert(
      fc.property(
        anybody,
        fc.constantFrom(...safety),
        fc.constantFrom("dk", null),
        (given, { id, kind }, instead) => {
          const before = assessed(given);
          fc.pre(quiet(id, answersOf(given)[id]));
          const answer = instead === null ? null : kind === "codes" ? ["dk"] : "dk";
          const after = assessed({ ...given, answers: { ...given.answers, [id]: answer } });
          expect(milder(after, before)).toBe(false);
        },
      ),
      RUNS,
    );
  });

  it("is never milder when “I do not know” is ticked beside what is known", () => {
    const boxes = safety.filter(({ codes = [], kind }) => kind === "codes" && codes.includes("dk"));
    fc.assert(
      fc.property(anybody, fc.constantFrom(...boxes), (given, { id }) => {
        const ticked = answersOf(given)[id];
        fc.pre(Array.isArray(ticked));
        const after = assessed({
          ...given,
          answers: { ...given.answers, [id]: [...(ticked as string[]), "dk"] },
        });
        expect(milder(after, assessed(given))).toBe(false);
      }),
      RUNS,
    );
  });

  it("counts a safety question as unknown wherever a rule that blocks stays open for want of an answer", () => {
    const optional = new Set(SCREENING_QUESTIONS.filter((question) => question.optional).map(({ id }) => id));
    const leaveOut = fc.subarray(
      SCREENING_QUESTIONS.map(({ id }) => id),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(anybody, leaveOut, (given, left) => {
        const answers = { ...given.answers, ...Object.fromEntries(left.map((id) => [id, null])) };
        const { open, unknown, route, lowRisk } = assessed({ ...given, answers });
        const blocking = open.filter(
          ({ blocks, questions }) => blocks && questions.some((id) => !optional.has(id)),
        );
        if (blocking.length > 0) expect(unknown.length).toBeGreaterThan(0);
        if (unknown.length > 0) expect([route === "none", lowRisk]).toEqual([false, false]);
      }),
      RUNS,
    );
  });

  it("says which measures nobody took, and does not hold it against the patient", () => {
    const { open, route, lowRisk } = assessed({});
    expect(open.filter(({ questions }) => questions.length > 0)).toEqual([]);
    expect(open.find(({ rule }) => rule === "B01")?.facts).toEqual(["m.hb"]);
    expect([route, lowRisk]).toEqual(["none", true]);
  });

  it("takes a weight that no adult has for a unit that was mixed up", () => {
    expect(assessed({ answers: { weight_kg: 730 } })).toMatchObject({
      route: "phone",
      unknown: ["weight_kg"],
    });
    expect(assessed({ answers: { height_cm: 5.9 } })).toMatchObject({ route: "phone", lowRisk: false });
    const measured = { "m.height_cm": 175, "m.weight_kg": 73 };
    expect(assessed({ answers: { weight_kg: null }, measures: measured })).toMatchObject({
      route: "none",
      unknown: [],
    });
    expect(assessed({ measures: { ...measured, "m.weight_kg": 160 } }).fired).toContain("W02");
  });
});

describe("a body mass index", () => {
  it.each([
    [160, 102.4, "W01"],
    [155, 96.1, "W01"],
    [160, 128, "W02"],
    [160, 89.6, "W03"],
    [160, 127.9, "W01"],
    [160, 102.3, "W03"],
  ])("of %f cm and %f kg reaches %s, its border included", (height_cm, weight_kg, rule) => {
    const { fired } = assessed({ answers: { height_cm, weight_kg } });
    expect(fired.filter((id) => /^W0[1-4]$/.test(id))).toEqual([rule]);
  });
});

describe("the worst wins", () => {
  it("is as bad as the worst that any rule says, and no worse", () => {
    fc.assert(
      fc.property(anybody, (given) => {
        const result = assessed(given);
        const at = <Level>(order: readonly Level[], levels: Level[]) =>
          Math.max(0, ...levels.map((level) => order.indexOf(level)));
        expect(ranks(result).slice(0, 4)).toEqual([
          at(
            ROUTES,
            said(result, "route").map(({ value }) => value),
          ),
          at(
            RISKS,
            said(result, "risk").map(({ value }) => value),
          ),
          at(
            HUB_LEVELS,
            said(result, "hub").map(({ value }) => value),
          ),
          at(
            DAY_CASE_LEVELS,
            said(result, "daycase").map(({ value }) => value),
          ),
        ]);
      }),
      RUNS,
    );
  });

  it("does not depend on the order of the rules", () => {
    const shuffled = fc.shuffledSubarray([...RULES], { minLength: RULES.length });
    fc.assert(
      fc.property(anybody, shuffled, (given, rules) => {
        const [one, other] = [assessed(given), assessed(given, {}, rules)];
        expect([...other.fired].sort()).toEqual([...one.fired].sort());
        expect([ranks(other), other.lowRisk]).toEqual([ranks(one), one.lowRisk]);
      }),
      { numRuns: 50 },
    );
  });

  it("is never milder with one more rule on", () => {
    const blocking = RULES.filter(blocksLowRisk);
    fc.assert(
      fc.property(anybody, fc.constantFrom(...blocking), (given, { id }) => {
        expect(
          milder(
            assessed(given, { switches: { [id]: true } }),
            assessed(given, { switches: { [id]: false } }),
          ),
        ).toBe(false);
      }),
      RUNS,
    );
  });

  it("says why somebody is no low-risk patient, comparison by comparison", () => {
    const trace = assessed({ answers: { still_want: "unsure" } }).traces.find(({ rule }) => rule === "Z05")!;
    expect(trace.leaves.filter(({ truth }) => truth !== true)).toEqual([
      { fact: "q.still_want", op: "eq", value: "yes", found: "unsure", truth: false },
    ]);
  });
});

describe("a site's own borders", () => {
  it("moves a rule with its threshold", () => {
    const given = { measures: { "m.hb": 125 } };
    expect(assessed(given).fired).toContain("B01");
    expect(assessed(given, { thresholds: { hb_threshold: 120 } }).fired).not.toContain("B01");
    expect(ruleOf("B01").title).toContain("{hb_threshold}");
  });
});
