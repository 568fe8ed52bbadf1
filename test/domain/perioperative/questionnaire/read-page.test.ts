import { describe, expect, it } from "vitest";
import type { Answers } from "~/domain/perioperative/answers";
import { contextAnswers } from "~/domain/perioperative/questionnaire/context";
import { pagesOf } from "~/domain/perioperative/questionnaire/questionnaire";
import { readPage, type Posted } from "~/domain/perioperative/questionnaire/read-page";
import { settle } from "~/domain/perioperative/questionnaire/settle";
import { urgentAnswers } from "~/domain/perioperative/questionnaire/urgent";
import { QUESTIONNAIRE } from "~/facts/questionnaire";

const RECORD = contextAnswers(
  QUESTIONNAIRE,
  { birthDate: "1990-01-15", listedOn: "2026-11-30", severity: "minor", anaesthetic: "GA" },
  "2026-11-30",
);
const page = (id: string) => pagesOf(QUESTIONNAIRE).find((one) => one.id === id)!;
function post(id: string, posted: Record<string, string | string[]>, given: Answers = {}) {
  const fields: Posted = Object.fromEntries(
    Object.entries(posted).map(([name, value]) => [name, [value].flat()]),
  );
  return readPage(QUESTIONNAIRE, page(id), { who_answering: "me", ...RECORD, ...given }, fields, 1);
}
const body = (fields: Record<string, string>) => post("about", { sex_birth: "male", ...fields });
const faultsOf = (fields: Record<string, string>) => body(fields).faults.map(({ field }) => field);

describe("height and weight", () => {
  it.each([
    [{ "height_cm-cm": "175", "weight_kg-kg": "73" }, 175, 73],
    [{ "height_cm-cm": "175,5 cm", "weight_kg-kg": "73.5kg" }, 175.5, 73.5],
    [
      { "height_cm-feet": "5", "height_cm-inches": "9", "weight_kg-stones": "11", "weight_kg-pounds": "7" },
      175.3,
      73,
    ],
    [{ "height_cm-feet": "6", "weight_kg-stones": "12" }, 182.9, 76.2],
    [
      { "height_cm-feet": "6 ft.", "weight_kg-stones": "12 stone", "weight_kg-pounds": "0.0lbs" },
      182.9,
      76.2,
    ],
    [{ "height_cm-feet": "5 feet", "height_cm-inches": "9.5 in", "weight_kg-kg": "73 kg" }, 176.5, 73],
    [{ "height_cm-dk": "1", "weight_kg-dk": "1" }, "dk", "dk"],
    [{ "height_cm-cm": "120", "weight_kg-kg": "30" }, 120, 30],
    [{ "height_cm-cm": "230", "weight_kg-kg": "300" }, 230, 300],
  ])("are read from %o", (fields, cm, kg) => {
    const { given, faults } = body(fields);
    expect(faults).toEqual([]);
    expect([given.height_cm, given.weight_kg]).toEqual([cm, kg]);
  });

  const kg = { "weight_kg-kg": "73" };
  const cm = { "height_cm-cm": "175" };
  it.each([
    [{ ...kg, "height_cm-cm": "1750" }, "height_cm-cm", "from 120 to 230 centimetres"],
    [{ ...kg, "height_cm-feet": "8" }, "height_cm-feet", "from 4 feet 0 inches to 7 feet 6 inches"],
    [{ ...cm, "weight_kg-kg": "730" }, "weight_kg-kg", "from 30 to 300 kilograms"],
    [{ ...cm, "weight_kg-stones": "70" }, "weight_kg-stones", "from 4 stone 11 pounds to 47 stone 3 pounds"],
  ])("%o are refused with the range in the units that were used", (fields, field, range) => {
    expect(body(fields).faults).toMatchObject([{ field, message: expect.stringContaining(range) }]);
  });

  it("name a range in old units whose ends are taken, and the next inch or pound is not", () => {
    const old = (feet: string, inches: string, stones: string, pounds: string) =>
      faultsOf({
        ...{ "height_cm-feet": feet, "height_cm-inches": inches },
        ...{ "weight_kg-stones": stones, "weight_kg-pounds": pounds },
      });
    expect(old("4", "0", "4", "11")).toEqual([]);
    expect(old("3", "11", "4", "10")).toEqual(["height_cm-feet", "weight_kg-stones"]);
    expect(old("7", "6", "47", "3")).toEqual([]);
    expect(old("7", "7", "47", "4")).toEqual(["height_cm-feet", "weight_kg-stones"]);
  });

  it.each([
    [{ ...kg }, ["height_cm"]],
    [{ ...kg, "height_cm-cm": "119.9" }, ["height_cm-cm"]],
    [{ ...kg, "height_cm-cm": "230.1" }, ["height_cm-cm"]],
    [{ ...kg, "height_cm-cm": "tall" }, ["height_cm-cm"]],
    [{ ...kg, "height_cm-cm": "-175" }, ["height_cm-cm"]],
    [{ ...kg, "height_cm-cm": "175", "height_cm-feet": "5" }, ["height_cm-cm"]],
    [{ ...kg, "height_cm-cm": "175", "height_cm-dk": "1" }, ["height_cm-dk"]],
    [{ ...kg, "height_cm-feet": "5", "height_cm-inches": "12" }, ["height_cm-inches"]],
    [{ "height_cm-cm": "175", "weight_kg-stones": "11", "weight_kg-pounds": "14" }, ["weight_kg-pounds"]],
    [{ "height_cm-cm": "175", "weight_kg-kg": "300.5" }, ["weight_kg-kg"]],
    [{ "height_cm-cm": "175", "weight_kg-kg": "1e2" }, ["weight_kg-kg"]],
    [{ "height_cm-cm": "175", "weight_kg-kg": "150lb" }, ["weight_kg-kg"]],
    [{ "height_cm-cm": "175", "weight_kg-stones": "50kg" }, ["weight_kg-stones"]],
    [{ ...kg, "height_cm-feet": "5.11" }, ["height_cm-feet"]],
    [{ ...kg, "height_cm-feet": "5,9", "height_cm-inches": "0" }, ["height_cm-feet"]],
    [{ "height_cm-cm": "175", "weight_kg-stones": "10.12" }, ["weight_kg-stones"]],
  ])("are refused in %o", (fields, fields2) => {
    expect(faultsOf(fields)).toEqual(fields2);
  });

  it("are asked for once more outside of what is likely, alone or together", () => {
    const doubts = (cm: string, kilos: string) =>
      body({ "height_cm-cm": cm, "weight_kg-kg": kilos }).doubts.map(({ question }) => question);
    expect(doubts("139.9", "50")).toEqual(["height_cm"]);
    expect(doubts("140", "50")).toEqual([]);
    expect(doubts("205", "180")).toEqual([]);
    expect(doubts("205", "180.1")).toEqual(["weight_kg"]);
    expect(doubts("175", "161")).toEqual(["height_cm", "weight_kg"]);
    expect(doubts("175", "137.8")).toEqual([]);
    expect(doubts("175", "49")).toEqual([]);
    expect(doubts("175", "48.9")).toEqual(["height_cm", "weight_kg"]);
  });
});

describe("a page of choices", () => {
  it("needs each question that applies", () => {
    expect(post("chest", { chest_pain: "never" }).faults.map(({ field }) => field)).toEqual(["breathless"]);
  });

  it("takes no code that it does not offer, nor one of another question", () => {
    expect(post("chest", { chest_pain: "maybe", breathless: "yes" }).faults).toHaveLength(2);
  });

  it("does not take “none” together with others", () => {
    expect(post("heart", { heart_screen: ["mi", "none"] }).faults).toHaveLength(1);
    expect(post("heart", { heart_screen: ["mi", "dk"] }).faults).toEqual([]);
  });

  it("passes over fields that do not apply after the answer beside them", () => {
    const no = post("bp", { bp_checked: "no", bp_sys: "nonsense", bp_dia: "80" });
    expect(no.faults).toEqual([]);
    expect(settle(QUESTIONNAIRE, no.given, 1).answers).not.toHaveProperty("bp_dia");
    const numbers = post("bp", { bp_checked: "numbers", bp_sys: "nonsense" });
    expect(numbers.faults.map(({ field }) => field)).toEqual(["bp_sys", "bp_dia"]);
  });

  it("wants the top number above the bottom one", () => {
    const read = (sys: string, dia: string) =>
      post("bp", { bp_checked: "numbers", bp_sys: sys, bp_dia: dia });
    expect(read("90", "90").faults).toHaveLength(1);
    expect(read("91", "90").faults).toEqual([]);
    expect(read("201", "90").doubts).toHaveLength(1);
    expect(read("200", "90").doubts).toEqual([]);
  });

  it("takes an answer away that was left empty", () => {
    const read = post(
      "finish",
      { contact_ways: "text", contact_phone: "07700 900982", anything_else: " " },
      { anything_else: "x" },
    );
    expect(read.faults).toEqual([]);
    expect(read.given).not.toHaveProperty("anything_else");
  });
});

describe("text", () => {
  const finish = (fields: Record<string, string>) =>
    post("finish", { contact_ways: "text", contact_phone: "07700 900982", ...fields });

  it.each(["07700 900982", "+44 7700 900982", "(01632) 960-001", "01632 960001 ext 12"])(
    "takes the number %s",
    (phone) => {
      expect(finish({ contact_phone: phone }).faults).toEqual([]);
    },
  );

  it.each(["", "12345", "ask my son", "0770090098212345678", "07700 900982; x"])(
    "does not take the number “%s”",
    (phone) => {
      expect(finish({ contact_phone: phone }).faults.map(({ field }) => field)).toEqual(["contact_phone"]);
    },
  );

  it("keeps 2000 characters and refuses one more", () => {
    expect(finish({ anything_else: "a".repeat(2000) }).faults).toEqual([]);
    expect(finish({ anything_else: "a".repeat(2001) }).faults).toHaveLength(1);
  });

  it("drops characters that no keyboard writes", () => {
    expect(finish({ anything_else: "one\u0000\r\ntwo" }).given.anything_else).toBe("one\ntwo");
  });
});

it("says at once what cannot wait", () => {
  const questions = page("chest").questions;
  const advice = (answers: Answers) =>
    urgentAnswers(questions, answers).map(({ question, action }) => [question, action]);
  expect(advice({ chest_pain: "rest", breathless: "hill" })).toEqual([["chest_pain", "interrupt"]]);
  expect(advice({ chest_pain: "walk", breathless: "rest" })).toEqual([["breathless", "interrupt"]]);
  expect(advice({ chest_pain: "walk", breathless: "flat" })).toEqual([]);
  expect(urgentAnswers(page("feeling").questions, { mood: "yes" })[0]).toMatchObject({ action: "advise" });
});

describe("a blood pressure that was typed", () => {
  const top = (bp_sys: string) =>
    post("bp", { bp_checked: "numbers", bp_sys, bp_dia: "60" }).faults.map(({ message }) => message);

  it("is told the range when it is out of it, and to enter it when it is not there", () => {
    expect(top("")).toEqual(["Enter the top number"]);
    expect(top("70")).toEqual([]);
    expect(top("69")).toEqual(["Enter the top number, from 70 to 260 mmHg"]);
    expect(top("260")).toEqual([]);
    expect(top("261")).toEqual(["Enter the top number, from 70 to 260 mmHg"]);
    expect(top("high")).toEqual(["Enter a number, like 126"]);
  });
});
