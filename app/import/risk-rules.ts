import { z } from "zod";
import { COMPARISONS, type Condition, type Leaf } from "~/domain/perioperative/condition";
import { isFactName, questionOf, type FactName } from "~/domain/perioperative/fact";
import {
  DAY_CASE_LEVELS,
  HUB_COVERS,
  HUB_LEVELS,
  RISKS,
  ROUTES,
  type RiskRule,
  type RuleSet,
} from "~/domain/perioperative/risk-rule";
import type { ScreeningQuestion } from "~/domain/perioperative/screening-question";
import { DEFAULT_THRESHOLDS } from "~/domain/perioperative/thresholds";
import type { JsonPath } from "./json-shape";

/** What is wrong in a rule set: where, which value, and what was expected. */
export interface RuleFault {
  /** Such as `rules.C14.condition.any.2.value`. */
  path: string;
  value: unknown;
  message: string;
}

const words = z.string().trim().min(1);
const words0 = z.string();
const leaf = z.strictObject({
  fact: z
    .string()
    .refine(isFactName, { error: "Expected the name of a fact, such as q.stroke or derived.bmi." }),
  op: z.enum(COMPARISONS),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).min(1)]).optional(),
});
/** A condition over facts, as data. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    leaf as unknown as z.ZodType<Leaf>,
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);
const outcome = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("route"), value: z.enum(ROUTES) }),
  z.strictObject({ type: z.literal("risk"), value: z.enum(RISKS) }),
  z.strictObject({ type: z.literal("hub"), value: z.enum(HUB_LEVELS), needs: z.enum(HUB_COVERS).optional() }),
  z.strictObject({ type: z.literal("daycase"), value: z.enum(DAY_CASE_LEVELS) }),
  z.strictObject({ type: z.literal("optimise"), topic: words }),
  z.strictObject({ type: z.literal("plan"), topic: words }),
  z.strictObject({ type: z.literal("listOrder"), flag: words }),
  z.strictObject({ type: z.literal("task"), text: words }),
  z.strictObject({ type: z.literal("gate"), text: words }),
  z.strictObject({ type: z.literal("urgent"), within: words }),
  z.strictObject({ type: z.literal("defer"), text: words }),
  z.strictObject({ type: z.literal("suggest"), text: words }),
]);
const rule = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{2}$/, { error: "Expected a capital and two digits, such as C14." }),
  version: z.int().min(1),
  group: words,
  title: words,
  condition,
  outcomes: z.array(outcome).min(1),
  note: words0,
  planText: words0,
  source: words,
  sourceUrl: words0,
  verified: z.enum(["found", "partly found", "unverified"]),
  weak: words.optional(),
  enabledDefault: z.boolean(),
});
const ruleSet = z.object({
  version: words,
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "Expected a date, YYYY-MM-DD." }),
  rules: z.array(rule).min(1),
});

/**
 * Reads a rule set (app/facts/risk-rules.json, parsed). Facts must have names that there are, answers must be codes of
 * their question, and settings must exist; any fault refuses the whole set.
 */
export function readRuleSet(
  value: unknown,
  questions: readonly ScreeningQuestion[],
): { ruleSet: RuleSet; faults: [] } | { ruleSet: null; faults: RuleFault[] } {
  const read = ruleSet.safeParse(value);
  const faults = read.success
    ? meaningFaults(read.data.rules, questions)
    : read.error.issues.map((issue) => shapeFault(value, issue));
  if (faults.length > 0 || !read.success) return { ruleSet: null, faults };
  const { version, date, rules } = read.data;
  return { ruleSet: { version, date, rules: rules as RiskRule[] }, faults: [] };
}

function shapeFault(whole: unknown, issue: z.core.$ZodIssue): RuleFault {
  const deepest = deepestOf(issue);
  return {
    path: pathOf(whole, deepest.path as JsonPath),
    value: valueAt(whole, deepest.path as JsonPath),
    message: deepest.message,
  };
}

/** Of the ways in which a value fails all forms of a condition, the one that got furthest says most. */
function deepestOf(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string } {
  if (issue.code !== "invalid_union") return issue;
  const inner = issue.errors
    .flat()
    .map((each) => deepestOf({ ...each, path: [...issue.path, ...each.path] }))
    .sort((a, b) => b.path.length - a.path.length);
  return inner[0] ?? issue;
}

function valueAt(whole: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], whole);
}

/** A path in which rules have their id instead of their number. */
function pathOf(whole: unknown, path: JsonPath): string {
  const id = path[0] === "rules" ? valueAt(whole, [...path.slice(0, 2), "id"]) : undefined;
  return path.map((key, at) => (at === 1 && typeof id === "string" ? id : String(key))).join(".");
}

function meaningFaults(
  rules: readonly z.infer<typeof rule>[],
  questions: readonly ScreeningQuestion[],
): RuleFault[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const seen = new Set<string>();
  return rules.flatMap((each) => {
    const path = `rules.${each.id}`;
    const twice = seen.has(each.id)
      ? [{ path: `${path}.id`, value: each.id, message: "This id is there twice." }]
      : [];
    seen.add(each.id);
    return [
      ...twice,
      ...conditionFaults(each.condition, `${path}.condition`, byId),
      ...titleFaults(each.title, path),
    ];
  });
}

function titleFaults(title: string, path: string): RuleFault[] {
  const named = [...title.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  return named
    .filter((name) => !Object.hasOwn(DEFAULT_THRESHOLDS, name))
    .map((name) => ({ path: `${path}.title`, value: name, message: "There is no such threshold." }));
}

/** What is wrong with the meaning of a condition: facts, codes and settings that there are not. */
export function conditionFaults(
  part: Condition,
  path: string,
  questions: ReadonlyMap<string, ScreeningQuestion>,
): RuleFault[] {
  if ("all" in part)
    return part.all.flatMap((each, at) => conditionFaults(each, `${path}.all.${at}`, questions));
  if ("any" in part)
    return part.any.flatMap((each, at) => conditionFaults(each, `${path}.any.${at}`, questions));
  if ("not" in part) return conditionFaults(part.not, `${path}.not`, questions);
  return [...valueFaults(part, path), ...answerFaults(part, path, questions)];
}

const NUMBERS = ["gte", "gt", "lte", "lt"];
const SETTINGS = new Set(["hub.max_bmi", ...Object.keys(DEFAULT_THRESHOLDS).map((name) => `cfg.${name}`)]);

function valueFaults({ op, value }: Leaf, path: string): RuleFault[] {
  const wrong = (message: string): RuleFault[] => [{ path: `${path}.value`, value, message }];
  if (op === "missing" || op === "exists")
    return value === undefined ? [] : wrong(`Expected no value beside ${op}.`);
  if (typeof value === "string" && /^(cfg|hub)\./.test(value) && !SETTINGS.has(value))
    return wrong("There is no such setting.");
  if (NUMBERS.includes(op) && typeof value !== "number" && !SETTINGS.has(String(value)))
    return wrong("Expected a number, or a setting such as cfg.bmi_high.");
  if (["in", "not_in", "contains_any"].includes(op) && !Array.isArray(value))
    return wrong("Expected a list of codes.");
  if (op === "eq" && (value === undefined || Array.isArray(value))) return wrong("Expected one value.");
  return [];
}

function answerFaults(
  { fact, op, value }: Leaf,
  path: string,
  questions: ReadonlyMap<string, ScreeningQuestion>,
): RuleFault[] {
  const id = questionOf(fact as FactName);
  if (id === null) return [];
  const question = questions.get(id);
  if (!question) return [{ path: `${path}.fact`, value: fact, message: "There is no such question." }];
  if (op === "missing" || op === "exists" || NUMBERS.includes(op)) return [];
  const given = Array.isArray(value) ? (value as string[]) : [value];
  const known: readonly unknown[] = question.codes ?? [];
  return given
    .filter((code) => !known.includes(code))
    .map((code) => ({
      path: `${path}.value`,
      value: code,
      message: `Expected codes of ${id}: ${known.join(", ")}.`,
    }));
}
