import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NOT_KNOWN_CODES, type Condition } from "~/domain/perioperative/condition";
import { blocksLowRisk, ruleTitle } from "~/domain/perioperative/risk-rule";
import { factsOfCondition, questionsOfRule } from "~/domain/perioperative/rule-questions";
import { DEFAULT_THRESHOLDS, THRESHOLD_NAMES } from "~/domain/perioperative/thresholds";
import { hubLimitFacts, HUB_LIMIT_NAMES } from "~/facts/hub-limits";
import { PROCEDURES } from "~/facts/procedures";
import { RISK_RULES_TABLE } from "~/facts/risk-rules";
import { SCREENING_QUESTIONS } from "~/facts/screening-questions";
import { thresholdFacts } from "~/facts/screening-thresholds";
import { surgerySeverity } from "~/facts/surgery-severity";
import { readRuleSet } from "~/import/risk-rules";
import { SHARED } from "../setup/shared";

const { ruleSet, faults } = readRuleSet(RISK_RULES_TABLE, SCREENING_QUESTIONS);
const rules = ruleSet?.rules ?? [];
const byId = new Map(SCREENING_QUESTIONS.map((question) => [question.id, question]));

/** The codes that a condition names for each question. */
function codesNamed(part: Condition): [question: string, code: string][] {
  if ("all" in part) return part.all.flatMap(codesNamed);
  if ("any" in part) return part.any.flatMap(codesNamed);
  if ("not" in part) return codesNamed(part.not);
  if (!part.fact.startsWith("q.")) return [];
  const codes = Array.isArray(part.value) ? part.value : typeof part.value === "string" ? [part.value] : [];
  return codes.map((code: string) => [part.fact.slice(2), code]);
}

describe("screening rules", () => {
  it("read without a fault, each with its source and confidence", () => {
    expect(faults).toEqual([]);
    expect(rules.length).toBe(121);
    expect(
      rules.filter(({ source }) => /draft questionnaire|memory|seed/i.test(source) && source.length < 20),
    ).toEqual([]);
  });

  it("link to who said it, in a reader's words: no document-sharing copy, no cram sheet, no word of the makers", () => {
    const copies =
      /scribd|yumpu|docsbay|docslib|studylib|slideshare|longdom|theguidewire|leedscrammer|\/search\?/;
    expect(rules.filter(({ sourceUrl }) => copies.test(sourceUrl)).map(({ id }) => id)).toEqual([]);
    const jargon = /\bOSC\b|\bdraft\b|\bRBH\b|Hublist's reading of|seen in/;
    expect(rules.filter(({ source }) => jargon.test(source)).map(({ id }) => id)).toEqual([]);
    expect(rules.filter(({ weak, verified }) => weak && verified === "found").map(({ id }) => id)).toEqual(
      [],
    );
  });

  it("keep an answer to every question that feeds a rule which can block a low-risk result", () => {
    const fed = rules.filter(blocksLowRisk).flatMap(questionsOfRule);
    const loose = [...new Set(fed)].filter((id) => {
      const question = byId.get(id);
      return !question?.safety && question?.optional === undefined;
    });
    expect(loose).toEqual([]);
  });

  it("look at every code of a safety question that is not plain, opens a question or counts in a score", () => {
    const named = new Set(
      rules
        .filter(({ id }) => !/^Z0[567]$/.test(id))
        .flatMap(({ condition }) => codesNamed(condition))
        .map((pair) => pair.join("=")),
    );
    const unseen = SCREENING_QUESTIONS.filter(({ safety }) => safety).flatMap(
      ({ id, codes = [], plain = [], opens = [], scored = [] }) =>
        codes
          .filter((code) => ![...plain, ...opens, ...scored, ...NOT_KNOWN_CODES].includes(code))
          .filter((code) => !named.has(`${id}=${code}`))
          .map((code) => `${id}=${code}`),
    );
    expect(unseen).toEqual([]);
  });

  it("name no code plain that a rule acts on", () => {
    const acting = rules.filter(
      (rule) =>
        blocksLowRisk(rule) &&
        !/^Z0[567]$/.test(rule.id) &&
        !JSON.stringify(rule.condition).includes('"not"'),
    );
    const named = new Set(
      acting.flatMap(({ condition }) => codesNamed(condition)).map((pair) => pair.join("=")),
    );
    const plain = SCREENING_QUESTIONS.flatMap(({ id, plain: codes = [] }) =>
      codes.map((code) => `${id}=${code}`),
    );
    expect(
      plain.filter((pair) => named.has(pair) && pair !== "bp_checked=yes" && pair !== "skin=dk"),
    ).toEqual([]);
  });

  it("ask a follow-up only after a safety question, or what the record knows", () => {
    const firsts = SCREENING_QUESTIONS.filter(({ safety, neededWhen }) => safety && neededWhen).flatMap(
      ({ neededWhen }) =>
        factsOfCondition(neededWhen!)
          .filter((fact) => fact.startsWith("q."))
          .map((fact) => fact.slice(2)),
    );
    expect([...new Set(firsts)].filter((id) => !byId.get(id)?.safety)).toEqual(["sex_birth", "bp_checked"]);
  });

  it("show a site's borders in their titles", () => {
    const titles = rules.map(({ title }) => ruleTitle(title, DEFAULT_THRESHOLDS));
    expect(titles.filter((title) => /[{}]/.test(title))).toEqual([]);
    expect(titles).toContain("Blood pressure 160/100 or above, from the GP or the patient");
  });

  it.runIf(SHARED)("leave out no rule of the draft", () => {
    const draft = JSON.parse(readFileSync(join(SHARED!, "facts", "risk-rules-draft.json"), "utf8")) as {
      rules: { id: string }[];
    };
    const ids = new Set(rules.map(({ id }) => id));
    expect(draft.rules.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it.runIf(SHARED)("know questions and codes as the draft questionnaire has them", () => {
    const draft = JSON.parse(readFileSync(join(SHARED!, "facts", "questionnaire-draft.json"), "utf8")) as {
      questions: { id: string; options?: { value: string }[] }[];
    };
    const codes = new Map(
      draft.questions.map(({ id, options = [] }) => [id, options.map(({ value }) => value)]),
    );
    expect(
      SCREENING_QUESTIONS.filter(({ id, codes: ours = [] }) => ours.join() !== codes.get(id)?.join()),
    ).toEqual([]);
  });
});

describe("a rule set that does not read", () => {
  const changed = (change: (rule: Record<string, unknown>) => void) => {
    const table = structuredClone(RISK_RULES_TABLE) as { rules: Record<string, unknown>[] };
    change(table.rules.find(({ id }) => id === "C14")!);
    return readRuleSet(table, SCREENING_QUESTIONS).faults;
  };

  it.each<[string, (rule: Record<string, unknown>) => void, object]>([
    [
      "an unknown outcome",
      (rule) => (rule.outcomes = [{ type: "route", value: "theatre" }]),
      { path: "rules.C14.outcomes.0.value", value: "theatre" },
    ],
    [
      "an unknown fact",
      (rule) => (rule.condition = { all: [{ fact: "patient.age", op: "gte", value: 1 }] }),
      { path: "rules.C14.condition.all.0.fact", value: "patient.age" },
    ],
    [
      "an unknown question",
      (rule) => (rule.condition = { fact: "q.shoe_size", op: "gte", value: 1 }),
      { path: "rules.C14.condition.fact", value: "q.shoe_size" },
    ],
    [
      "a code that the question lacks",
      (rule) => (rule.condition = { fact: "q.stroke", op: "in", value: ["lt3", "lt9"] }),
      { path: "rules.C14.condition.value", value: "lt9" },
    ],
    [
      "a setting that there is not",
      (rule) => (rule.condition = { fact: "m.hb", op: "lt", value: "cfg.hb" }),
      { path: "rules.C14.condition.value", value: "cfg.hb" },
    ],
    [
      "a text where a number is compared",
      (rule) => (rule.condition = { fact: "m.hb", op: "lt", value: "low" }),
      { path: "rules.C14.condition.value", value: "low" },
    ],
    ["a version below 1", (rule) => (rule.version = 0), { path: "rules.C14.version", value: 0 }],
    ["a key that nobody knows", (rule) => (rule.colour = "red"), { path: "rules.C14" }],
    ["an id twice", (rule) => (rule.id = "C13"), { path: "rules.C13.id", value: "C13" }],
    [
      "a title with a border that there is not",
      (rule) => (rule.title = "Above {bp}"),
      { path: "rules.C14.title", value: "bp" },
    ],
  ])("names path and value of %s", (_, change, fault) => {
    expect(changed(change)).toEqual(expect.arrayContaining([expect.objectContaining(fault)]));
  });

  it("refuses what is no rule set at all", () => {
    expect(readRuleSet(null, []).ruleSet).toBeNull();
    expect(
      readRuleSet({ version: "1", date: "today", rules: [] }, []).faults.map(({ path }) => path),
    ).toEqual(["date", "rules"]);
  });
});

describe("borders, limits and severities", () => {
  it("have words, limits that hold the default, and a source", () => {
    for (const name of THRESHOLD_NAMES) {
      const { words, least, most, source, status } = thresholdFacts(name);
      expect([name, DEFAULT_THRESHOLDS[name] >= least && DEFAULT_THRESHOLDS[name] <= most]).toEqual([
        name,
        true,
      ]);
      expect([words, source, status].every(Boolean)).toBe(true);
    }
    expect(HUB_LIMIT_NAMES.filter((name) => !hubLimitFacts(name).source)).toEqual([]);
  });

  it("grade every procedure of the table, and no other code", () => {
    expect(PROCEDURES.filter(({ code }) => surgerySeverity(code).severity === null)).toEqual([]);
    expect(surgerySeverity("W401")).toEqual({
      severity: "major",
      jointImplant: true,
      highCardiacRisk: false,
    });
    expect(surgerySeverity("X999")).toEqual({ severity: null, jointImplant: null, highCardiacRisk: null });
  });
});
