import { z } from "zod";
import { isFactName, questionOf, type FactName } from "~/domain/perioperative/fact";
import { OWNERS } from "~/domain/perioperative/preparation/owner";
import { PLAN_PHASES, REFERRALS } from "~/domain/perioperative/preparation/plan";
import {
  isStartedBy,
  type ActionSet,
  type PreparationAction,
  type Trigger,
} from "~/domain/perioperative/preparation/action";
import type { RuleSet } from "~/domain/perioperative/risk-rule";
import type { ScreeningQuestion } from "~/domain/perioperative/screening-question";
import { condition, conditionFaults, type RuleFault } from "./risk-rules";

const words = z.string().trim().min(1);
const verified = z.enum(["found", "partly found", "unverified"]);
const fact = z.custom<FactName>((name) => typeof name === "string" && isFactName(name), {
  error: "There is no such fact.",
});
const trigger = z.union([
  z.strictObject({ optimise: words }),
  z.strictObject({ plan: words }),
  z.strictObject({ rule: words }),
  z.strictObject({ when: condition }),
]);
const action = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, { error: "Expected small letters, digits and hyphens." }),
  title: words,
  triggers: z.array(trigger).min(1),
  unless: condition.optional(),
  why: z.string(),
  patientText: words,
  staffText: words,
  owner: z.enum(OWNERS),
  phase: z.enum(PLAN_PHASES),
  due: z.strictObject({ from: z.enum(["today", "surgery"]), days: z.int(), verified, source: words }),
  blocks: z.boolean(),
  referral: z.enum(REFERRALS).nullable(),
  letter: z.strictObject({ title: words, readings: z.array(words) }).optional(),
  text: words.nullable(),
  advice: z.boolean().optional(),
  source: words,
  verified,
  enabledDefault: z.boolean(),
});
const actionSet = z.object({
  version: words,
  owners: z.record(z.enum(OWNERS), z.strictObject({ patient: words, staff: words })),
  referrals: z.record(z.enum(REFERRALS), z.strictObject({ name: words, asks: words })),
  readings: z.record(z.string(), z.strictObject({ words, unit: z.string(), facts: z.array(fact).min(1) })),
  texts: z.record(z.string(), words),
  askWords: words,
  actions: z.array(action).min(1),
  noAction: z.array(z.strictObject({ rules: z.array(words).min(1), reason: words })),
});

/**
 * Reads the actions of preparation plans (app/facts/preparation-actions.json, parsed). Triggers must name rules and topics
 * that there are, and texts topics of the table; any fault refuses the whole set.
 */
export function readActionSet(
  value: unknown,
  { rules }: Pick<RuleSet, "rules">,
  questions: readonly ScreeningQuestion[],
): { actionSet: ActionSet; faults: [] } | { actionSet: null; faults: RuleFault[] } {
  const read = actionSet.safeParse(value);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => ({
      path: path.map(String).join("."),
      value: undefined,
      message,
    }));
    return { actionSet: null, faults };
  }
  const { texts, actions } = read.data;
  const byId = new Map(questions.map((question) => [question.id, question]));
  const faults = actions.flatMap((each, at) => {
    const path = `actions.${each.id}`;
    const wrong = (where: string, what: unknown, message: string): RuleFault[] => [
      { path: `${path}.${where}`, value: what, message },
    ];
    const twice = actions.findIndex(({ id }) => id === each.id) < at;
    const conditions = [...each.triggers.flatMap((one) => ("when" in one ? [one.when] : [])), each.unless];
    return [
      ...(twice ? wrong("id", each.id, "This id is there twice.") : []),
      ...(each.text !== null && !(each.text in texts)
        ? wrong("text", each.text, "There is no such topic of texts.")
        : []),
      ...(each.due.from === "today" && each.due.days < 0
        ? wrong("due.days", each.due.days, "Days from today are not negative.")
        : []),
      ...(each.due.from === "surgery" && each.due.days > 0 !== (each.phase === "after")
        ? wrong("due.days", each.due.days, "Days before surgery are negative, and days after it positive.")
        : []),
      ...((each.referral === null) !== (each.letter === undefined)
        ? wrong("letter", each.letter, "An action has a letter where it has a referral, and only there.")
        : []),
      ...(each.letter?.readings ?? [])
        .filter((name) => !(name in read.data.readings) && !byId.has(questionOf(name as FactName) ?? ""))
        .flatMap((name) => wrong("letter", name, "There is no such reading or question.")),
      ...(each.triggers.some((one) => "when" in one) && each.why === ""
        ? wrong("why", each.why, "A condition needs its words.")
        : []),
      ...each.triggers.flatMap((one) => triggerFaults(one, rules, `${path}.triggers`)),
      ...conditions.flatMap((one) => (one ? conditionFaults(one, `${path}.when`, byId) : [])),
    ];
  });
  faults.push(...readingFaults(read.data.readings, byId));
  faults.push(...noActionFaults(read.data.noAction, actions as PreparationAction[], rules));
  if (faults.length > 0) return { actionSet: null, faults };
  return { actionSet: { ...read.data, actions: actions as PreparationAction[] }, faults: [] };
}

function readingFaults(
  readings: ActionSet["readings"],
  questions: ReadonlyMap<string, ScreeningQuestion>,
): RuleFault[] {
  return Object.entries(readings).flatMap(([name, { facts }]) =>
    facts
      .filter((each) => !questions.has(questionOf(each) ?? "") && questionOf(each) !== null)
      .map((value) => ({ path: `readings.${name}`, value, message: "There is no such question." })),
  );
}

function noActionFaults(
  noAction: ActionSet["noAction"],
  actions: readonly PreparationAction[],
  rules: RuleSet["rules"],
): RuleFault[] {
  return noAction.flatMap((one) =>
    one.rules.flatMap((id) => {
      const rule = rules.find((known) => known.id === id);
      const path = `noAction.${id}`;
      if (!rule) return [{ path, value: id, message: "There is no such rule." }];
      const starts = actions.find((action) => isStartedBy(action, rule));
      return starts ? [{ path, value: starts.id, message: "This rule starts an action." }] : [];
    }),
  );
}

function triggerFaults(one: Trigger, rules: RuleSet["rules"], path: string): RuleFault[] {
  if ("when" in one) return [];
  if ("rule" in one)
    return rules.some(({ id }) => id === one.rule)
      ? []
      : [{ path, value: one.rule, message: "There is no such rule." }];
  const [type, topic] = "optimise" in one ? ["optimise", one.optimise] : ["plan", one.plan];
  const said = rules.some(({ outcomes }) =>
    outcomes.some((outcome) => outcome.type === type && "topic" in outcome && outcome.topic === topic),
  );
  return said ? [] : [{ path, value: topic, message: `No rule has this outcome of ${type}.` }];
}
