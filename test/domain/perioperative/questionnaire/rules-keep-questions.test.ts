import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Answers, AnswerValue } from "~/domain/perioperative/answers";
import { contextAnswers } from "~/domain/perioperative/questionnaire/context";
import { questionOf, questionsOf, type When } from "~/domain/perioperative/questionnaire/questionnaire";
import { answersOf, settle } from "~/domain/perioperative/questionnaire/settle";
import { QUESTIONNAIRE } from "~/facts/questionnaire";
import { SHARED } from "../../../setup/shared";
import { walkAs } from "./walk-as";

interface Leaf {
  fact: string;
  op: string;
  value?: unknown;
}
type Condition = Leaf & { all?: Condition[]; any?: Condition[]; not?: Condition };
interface Rule {
  id: string;
  condition: Condition;
  outcomes: { type: string; value?: string; level?: string }[];
}
const read = (name: string) => JSON.parse(readFileSync(join(SHARED ?? "", "facts", name), "utf8")) as never;
const RULES = SHARED ? (read("risk-rules-draft.json") as { rules: Rule[] }).rules : [];

const leaves = (of: Condition): Leaf[] =>
  of.all || of.any || of.not
    ? [...(of.all ?? []), ...(of.any ?? []), ...(of.not ? [of.not] : [])].flatMap(leaves)
    : [of];

/** Whether the outcome would keep a patient from a low-risk result without a visit. */
const blocks = ({ type, value, level }: Rule["outcomes"][number]) =>
  ["urgent", "gate", "defer_review"].includes(type) ||
  (type === "risk" && level !== "low") ||
  (["route", "hub", "daycase"].includes(type) && !["none", "ok"].includes(value ?? ""));

/** The questions that feed a score, each with an answer that raises or lowers it. */
const SCORES: Record<string, Record<string, AnswerValue[]>> = {
  "score.rcri": { heart_conditions: [["mi"], ["hf"]], stroke: ["gt12"], diabetes_treatment: [["insulin"]] },
  "score.audit_c": { audit1: ["4"], audit2: ["4"], audit3: ["4"] },
  "score.sleep_feature_count": { sleep_features: [["snore"], ["stops"], ["choke"]] },
  "score.activity_score": { act_selfcare: ["no"], act_run: ["no"], act_sport: ["no"] },
  "score.mets": { act_selfcare: ["no"], act_stairs: ["no"] },
  "derived.bmi": { height_cm: [150, "dk"], weight_kg: [130, "dk"] },
};

function valuesOf({ fact, op, value }: Leaf): [string, AnswerValue][] {
  if (SCORES[fact])
    return Object.entries(SCORES[fact]).flatMap(([id, values]) =>
      values.map((v): [string, AnswerValue] => [id, v]),
    );
  if (!fact.startsWith("q.") || op === "missing") return [];
  const id = fact.slice(2);
  const question = questionOf(QUESTIONNAIRE, id);
  const values = [value].flat() as (string | number)[];
  return values.map((one) => [id, question?.several ? [String(one)] : one]);
}

/** The conditions of a page and a question, made true: a patient to whom the question applies. */
function prerequisites(id: string): Answers {
  const page = QUESTIONNAIRE.sections
    .flatMap(({ pages }) => pages)
    .find((one) => one.questions.some((q) => q.id === id))!;
  const question = questionOf(QUESTIONNAIRE, id)!;
  const made: Record<string, AnswerValue> = {};
  for (const when of [page.when, question.when].filter((one): one is When => one !== null)) {
    const { question: on, code } = when.tests[0]!;
    if (on.startsWith("ctx_")) continue;
    made[on] = questionOf(QUESTIONNAIRE, on)!.several ? [code] : code;
    Object.assign(made, prerequisites(on), { [on]: made[on] });
  }
  return made;
}

const OLD = {
  birthDate: "1946-01-15",
  listedOn: "2026-01-01",
  severity: "major",
  anaesthetic: "GA",
} as const;
const YOUNG = { ...OLD, birthDate: "1990-01-15" };
const record = (id: string) => contextAnswers(QUESTIONNAIRE, id === "pregnant" ? YOUNG : OLD, "2026-11-30");

/** What counts after a walk by somebody of whom this one thing is true. */
function countedOf(id: string, value: AnswerValue): AnswerValue | undefined {
  const helper: Answers = id.startsWith("helper_") ? { who_answering: "proxy" } : {};
  const sex: Answers = id === "pregnant" ? { sex_birth: "female" } : {};
  const truth = { ...sex, ...prerequisites(id), [id]: value };
  const { given } = walkAs(truth, { ...record(id), ...helper });
  return answersOf(QUESTIONNAIRE, settle(QUESTIONNAIRE, given, 1))[id];
}

const feeding = RULES.filter((rule) => rule.outcomes.some(blocks)).map((rule) => ({
  id: rule.id,
  answers: leaves(rule.condition).flatMap(valuesOf),
}));

describe.runIf(SHARED)("every rule that can keep a patient from a low-risk result", () => {
  it("is among these", () => {
    expect(feeding.length).toBeGreaterThan(60);
  });

  it.each(feeding.filter(({ answers }) => answers.length > 0))(
    "$id keeps the questions of part 1 that feed it",
    ({ answers }) => {
      for (const [id, value] of answers) {
        const question = questionOf(QUESTIONNAIRE, id);
        expect({ id, part: question?.part }).toEqual({ id, part: 1 });
        expect({ id, counted: countedOf(id, value) }).toEqual({ id, counted: value });
      }
    },
  );
});

describe.runIf(SHARED)("the draft that it was made of", () => {
  const draft = SHARED
    ? (read("questionnaire-draft.json") as { questions: { id: string; options?: { value: string }[] }[] })
    : null;

  it("is carried with every question and every code", () => {
    expect(draft!.questions).toHaveLength(117);
    for (const { id, options = [] } of draft!.questions) {
      const question = questionOf(QUESTIONNAIRE, id);
      const codes = question?.type === "declaration" ? ["yes"] : question?.options.map(({ code }) => code);
      expect({ id, codes }).toEqual({ id, codes: options.map(({ value }) => value) });
    }
    const own = questionsOf(QUESTIONNAIRE).filter(({ id, screen }) => !screen && !id.startsWith("ctx_"));
    expect(own).toHaveLength(117);
  });
});
