import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Answers } from "~/domain/perioperative/answers";
import { contextAnswers, type RecordFacts } from "~/domain/perioperative/questionnaire/context";
import { pagesOf, questionOf } from "~/domain/perioperative/questionnaire/questionnaire";
import { answersOf, settle } from "~/domain/perioperative/questionnaire/settle";
import { lookAtAnswers } from "~/domain/perioperative/screening-question";
import { SCREENING_QUESTIONS } from "~/facts/screening-questions";
import { readPage } from "~/domain/perioperative/questionnaire/read-page";
import { textsToRead, unknownCritical } from "~/domain/perioperative/questionnaire/unknown";
import { nextPage, pageBefore, shownPages } from "~/domain/perioperative/questionnaire/walk";
import { QUESTIONNAIRE } from "~/facts/questionnaire";
import { SHARED } from "../../../setup/shared";
import { FIT, walkAs } from "./walk-as";

const TODAY = "2026-11-30";
const born = (age: number) => `${2026 - age}-01-15`;
const MINOR: RecordFacts = { birthDate: born(34), listedOn: TODAY, severity: "minor", anaesthetic: "GA" };
const record = (facts: Partial<RecordFacts> = {}) =>
  contextAnswers(QUESTIONNAIRE, { ...MINOR, ...facts }, TODAY);
const counted = (given: Answers) => answersOf(QUESTIONNAIRE, settle(QUESTIONNAIRE, given, 1));

/** Identity, list of sections, check of answers and the last page. */
const FRAME = 4;

describe("a healthy adult for a minor procedure", () => {
  it.each([
    ["a man who drinks", { sex_birth: "male" }, 20],
    ["a man who does not drink", { audit1: "0" }, 19],
    ["a woman who could be pregnant", { sex_birth: "female" }, 21],
    ["who never had an anaesthetic", { anaes_before: "no" }, 20],
  ])("%s sees at most 25 pages, from the first to the last", (_, truth: Answers, pages) => {
    const walk = walkAs(truth, record());
    expect(walk.pages).toHaveLength(pages);
    expect(walk.pages.length + FRAME).toBeLessThanOrEqual(25);
  });

  it("answers each condition of a “none of these” no", () => {
    const { height_cm: cm, weight_kg: kg, ...truth } = FIT;
    const answers = counted(walkAs({}, record()).given);
    const untouched = [
      "condition_change",
      "pregnant",
      "activity_limit",
      "daily_help",
      "falls",
      "memory",
      "smoke_help",
    ];
    const follow = [
      "blood_thinners",
      "special_meds",
      "meds_list",
      "diabetes_treatment",
      "hypos",
      "heart_event_when",
    ];
    const more = [
      "asthma_control",
      "lung_flare",
      "home_oxygen",
      "fit_last",
      "hospital_why",
      "other_conditions_text",
    ];
    const text = ["allergy_what", "allergy_severe", "helper_name", "helper_relation", "helper_permission"];
    const part2 = ["teeth", "infection_risk", "cjd", "travel_sick", "vape"];
    const left = [...untouched, ...follow, ...more, ...text, ...part2, "interpreter_language"];
    const expected = Object.fromEntries(Object.entries(truth).filter(([id]) => !left.includes(id)));
    expect(answers).toEqual({
      ...expected,
      who_answering: "me",
      height_cm: cm,
      weight_kg: kg,
      dob: born(34),
    });
    expect(unknownCritical(QUESTIONNAIRE, settle(QUESTIONNAIRE, walkAs({}, record()).given, 1))).toEqual([]);
  });

  it("is asked more at 65, or where the size of the operation is not known", () => {
    const pages = (facts: Partial<RecordFacts>) => walkAs({}, record(facts)).pages;
    expect(pages({ birthDate: "1961-12-01" })).not.toContain("older");
    expect(pages({ birthDate: "1961-11-30" })).toContain("older");
    expect(pages({ birthDate: "1961-11-30" })).toContain("activity");
    expect(pages({ birthDate: "1961-11-30", anaesthetic: "LA" })).not.toContain("activity");
    expect(pages({ birthDate: "1961-11-30", anaesthetic: "LA" })).toContain("older");
    expect(pages({ severity: null })).toContain("activity");
    expect(pages({ severity: "major", anaesthetic: "LA" })).toContain("activity");
    expect(pages({ birthDate: null })).toContain("older");
  });

  it("is asked about pregnancy from 12 to 55, and where the age is not known", () => {
    const asked = (birthDate: string | null, sex: string) =>
      walkAs({ sex_birth: sex }, record({ birthDate })).pages.includes("pregnant");
    expect(
      ["2014-12-01", "2014-11-30", "1970-12-01", "1970-11-30"].map((date) => asked(date, "female")),
    ).toEqual([...[false, true, true, false]]);
    expect([asked(null, "female"), asked(born(30), "pns"), asked(born(30), "male")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("is asked how the problem changed once they wait 28 days", () => {
    const asked = (listedOn: string) => walkAs({}, record({ listedOn })).pages.includes("change");
    expect([asked("2026-11-03"), asked("2026-11-02")]).toEqual([false, true]);
  });
});

describe("the way through the pages", () => {
  const { pages, given } = walkAs({ stroke: "lt3" }, record());
  const settled = (changes: Answers) => settle(QUESTIONNAIRE, { ...given, ...changes }, 1);

  it("goes back the way it came", () => {
    const back = [...pages].reverse().map((id) => pageBefore(QUESTIONNAIRE, settled({}), id)?.id ?? null);
    expect(back.reverse()).toEqual([null, ...pages.slice(0, -1)]);
  });

  it("asks one condition of a check-box page on a page of its own", () => {
    expect(pages).toContain("stroke");
    expect(pages).not.toContain("clots");
    expect(settled({}).answers).toMatchObject({ stroke: "lt3", clots: "no", high_bp: "no" });
  });

  it("passes over an answer that no longer applies, and finds it again", () => {
    expect(settled({ heart_screen: ["none"] }).answers.stroke).toBe("never");
    expect(settled({ heart_screen: ["clots"] }).answers.stroke).toBe("never");
    expect(settled({ heart_screen: ["stroke"] }).answers.stroke).toBe("lt3");
  });

  it("never takes a check-box page that was not answered for a no", () => {
    const { heart_screen: _, stroke: __, ...rest } = given;
    const { answers } = settle(QUESTIONNAIRE, rest, 1);
    expect(answers).not.toHaveProperty("stroke");
    expect(answers).not.toHaveProperty("heart_conditions");
    const unknown = unknownCritical(QUESTIONNAIRE, settle(QUESTIONNAIRE, rest, 1));
    expect(unknown).toEqual(
      expect.arrayContaining(["heart_conditions", "stroke", "clots", "blackouts", "high_bp"]),
    );
  });

  it("asks each condition by itself of somebody who is not sure", () => {
    const unsure = settled({ heart_screen: ["mi", "dk"] });
    const shown = shownPages(QUESTIONNAIRE, unsure).map(({ id }) => id);
    expect(shown).toEqual(
      expect.arrayContaining(["heart_conditions", "high_bp", "stroke", "clots", "blackouts"]),
    );
    expect(unsure.answers).not.toHaveProperty("heart_conditions");
    const other = settled({ heart_screen: ["blackouts", "dk"] });
    expect(other.answers.blackouts).toBe("yes");
    expect(shownPages(QUESTIONNAIRE, other).map(({ id }) => id)).not.toContain("blackouts");
  });

  it("drops what hung on a dropped answer", () => {
    const smoker = walkAs({ smoke: "daily", smoke_help: "yes" }, record()).given;
    expect(counted(smoker).smoke_help).toBe("yes");
    expect(counted({ ...smoker, smoke: "never" })).not.toHaveProperty("smoke_help");
    const mi = walkAs({ heart_conditions: ["mi"], heart_event_when: "lt3" }, record()).given;
    expect(counted(mi).heart_event_when).toBe("lt3");
    expect(counted({ ...mi, heart_screen: ["angina"] })).not.toHaveProperty("heart_event_when");
  });

  it("goes on to what a change newly asks, and else back to the check", () => {
    expect(nextPage(QUESTIONNAIRE, settled({}), "lifestyle", true)).toBeNull();
    expect(nextPage(QUESTIONNAIRE, settled({ smoke: "daily" }), "lifestyle", true)?.id).toBe("smoke_help");
  });

  it("takes blanks for no answer", () => {
    const { answers } = settle(QUESTIONNAIRE, { contact_phone: " \t", other_conditions_text: "a" }, 2);
    expect(answers).not.toHaveProperty("contact_phone");
    expect(settle(QUESTIONNAIRE, { contact_phone: "1" }, 2).answers).toHaveProperty("contact_phone", "1");
  });

  it("ignores a code that the version does not have", () => {
    expect(settled({ smoke: "pipe" }).answers).not.toHaveProperty("smoke");
  });

  it("asks part 2 only when it is opened", () => {
    const two = pagesOf(QUESTIONNAIRE).flatMap((page) => page.questions.filter(({ part }) => part === 2));
    expect(two.length).toBeGreaterThan(5);
    for (const { id } of two) expect(settled({}).states.get(id)).toBe("left");
    const later = settle(QUESTIONNAIRE, given, 2);
    expect(later.states.get(questionOf(QUESTIONNAIRE, "teeth")!.id)).toBe("asked");
  });
});

interface Persona {
  id: string;
  age: number;
  procedure: string;
  answers: Record<string, never>;
}
const PROCEDURES: Record<string, Partial<RecordFacts>> = {
  hernia: { severity: "intermediate", anaesthetic: "GA" },
  cataract: { severity: "minor", anaesthetic: "LA" },
  knee: { severity: "major", anaesthetic: "RA" },
};
const facts = (name: string) => JSON.parse(readFileSync(join(SHARED ?? "", "facts", name), "utf8")) as never;

/** Pages of questions that each persona sees; with identity, list, check and last page 4 more. */
const PAGES_OF: Record<string, number> = {
  ...{ P1: 20, P2: 26, P3: 23, P4: 23, P5: 25, P6: 22, P7: 23, P8: 21, P9: 20 },
};

describe("who takes medicines", () => {
  const MEDICINES = ["blood_thinners", "special_meds", "meds_list"];
  const asked = (meds_any: string) => {
    const { pages, given } = walkAs({ meds_any }, record());
    const answers = counted(given);
    return {
      page: pages.includes("your_medicines"),
      of: MEDICINES.filter((id) => answers[id] !== undefined),
    };
  };

  it("is asked on one page which of a list, and all of them in their own words; nobody else is", () => {
    expect(asked("yes")).toEqual({ page: true, of: MEDICINES });
    expect(asked("dk")).toEqual({ page: true, of: ["blood_thinners", "special_meds"] });
    expect(asked("no")).toEqual({ page: false, of: [] });
  });

  it("can say that they take none of the list, or do not know, and writes what they take", () => {
    const { given } = walkAs({ meds_any: "yes" }, record());
    const post = (more: Record<string, string[]>) =>
      readPage(
        QUESTIONNAIRE,
        pagesOf(QUESTIONNAIRE).find(({ id }) => id === "your_medicines")!,
        given,
        { blood_thinners: ["none"], special_meds: ["dk"], meds_list: ["Iron"], ...more },
        1,
      ).faults.map(({ field }) => field);
    expect(post({})).toEqual([]);
    expect(post({ meds_list: [" "] })).toEqual(["meds_list"]);
    expect(post({ special_meds: [] })).toEqual(["special_meds"]);
    expect(post({ blood_thinners: ["none", "warfarin"] })).toEqual(["blood_thinners"]);
  });

  it("has what they wrote read by a person", () => {
    const { given } = walkAs({ meds_any: "yes" }, record());
    expect(textsToRead(QUESTIONNAIRE, counted(given))).toEqual(["meds_list"]);
    const questions = SCREENING_QUESTIONS;
    const looked = lookAtAnswers(questions, counted(given), { "derived.age": 34, "proc.implant": false });
    expect(looked.toRead).toEqual(["meds_list"]);
  });
});

describe.runIf(SHARED)("the nine personas", () => {
  const personas = SHARED ? (facts("personas.json") as { personas: Persona[] }).personas : [];

  it.each(personas)("$id sees as many pages as is written here", ({ id, age, procedure, answers }) => {
    const { weight_kg, activities_no: no = [], ...rest } = answers as Answers & { activities_no?: string[] };
    const unknownWeight =
      (weight_kg as unknown) === null ? { weight_kg: "dk" } : weight_kg ? { weight_kg } : {};
    const cannot = Object.fromEntries(no.map((act) => [act, "no"]));
    const truth = { ...rest, ...unknownWeight, ...cannot } as Answers;
    const walk = walkAs(truth, record({ ...PROCEDURES[procedure], birthDate: born(age) }));
    expect({ id, pages: walk.pages.length }).toEqual({ id, pages: PAGES_OF[id] });
    expect(counted(walk.given)).toMatchObject(truth);
  });
});
