import { isBetween, type Fact, type FactName, type Facts } from "./fact";
import type { ThresholdName } from "./thresholds";

export const COMPARISONS = [
  "eq",
  "in",
  "not_in",
  "contains_any",
  "gte",
  "gt",
  "lte",
  "lt",
  "exists",
  "missing",
] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** The numbers of a hub that rules may compare with, as `hub.NAME`. */
export type HubNumber = "max_bmi";

/** A value that a site or a hub sets. */
export type Setting = `cfg.${ThresholdName}` | `hub.${HubNumber}`;

/** A comparison of one fact. `value` is a text, number, yes or no, a list of codes, or a setting. */
export interface Leaf {
  fact: FactName;
  op: Comparison;
  value?: string | number | boolean | readonly string[];
}

export type Condition = Leaf | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** null: it cannot be told, as something is not known. */
export type Truth = boolean | null;

/** How one comparison came out. */
export interface LeafTrace {
  fact: FactName;
  op: Comparison;
  /** What was compared with, settings as their value. */
  value: Leaf["value"] | null;
  /** What was found; null: it does not apply to the patient; absent: not known. */
  found?: Fact | null;
  truth: Truth;
}

/** Numbers that sites and hubs set, by `cfg.NAME` and `hub.NAME`; null: no limit is set. */
export type SettingValues = Readonly<Record<string, number | null>>;

/** Codes of an answer that say that the patient does not know or would rather not say. */
export const NOT_KNOWN_CODES: readonly string[] = ["dk", "pns"];

/**
 * Tells whether a condition holds, and appends how each of its comparisons came out to `trace`. All of them are looked
 * at, so that a person sees what is missing. A fact that is not known, or an answer "I do not know" that the comparison
 * does not name, makes a comparison neither true nor false; so `not_in` of a missing fact is not true. `missing` and
 * `exists` alone always tell.
 */
export function holds(
  condition: Condition,
  facts: Facts,
  settings: SettingValues,
  trace: LeafTrace[],
): Truth {
  if ("all" in condition) return allHold(condition.all, facts, settings, trace);
  if ("any" in condition) return negated(allHold(condition.any, facts, settings, trace, true));
  if ("not" in condition) return negated(holds(condition.not, facts, settings, trace));
  return leafHolds(condition, facts, settings, trace);
}

const negated = (truth: Truth): Truth => (truth === null ? null : !truth);

/** Whether all hold, or with `opposite` whether all do not. */
function allHold(
  parts: readonly Condition[],
  facts: Facts,
  settings: SettingValues,
  trace: LeafTrace[],
  opposite = false,
): Truth {
  let whole: Truth = true;
  for (const part of parts) {
    const truth = holds(part, facts, settings, trace);
    if (truth === null) whole = whole && null;
    else if (truth === opposite) whole = false;
  }
  return whole;
}

function leafHolds(leaf: Leaf, facts: Facts, settings: SettingValues, trace: LeafTrace[]): Truth {
  const found = facts[leaf.fact];
  const value = typeof leaf.value === "string" && leaf.value in settings ? settings[leaf.value] : leaf.value;
  const truth = compare(leaf.op, found, value);
  trace.push({ fact: leaf.fact, op: leaf.op, value: value ?? null, found, truth });
  return truth;
}

function compare(op: Comparison, found: Fact | null | undefined, value: Leaf["value"] | null): Truth {
  if (op === "missing") return found === undefined;
  if (op === "exists") return found !== undefined && found !== null;
  if (found === undefined) return null;
  if (found === null) return op === "not_in";
  // A limit that is not set is never passed.
  if (value === undefined || value === null) return op === "lte" || op === "lt";
  if (typeof value === "number" && op !== "eq") return order(op, found, value);
  return among(op, found, value);
}

function order(op: Comparison, found: Fact, value: number): Truth {
  const passes = (number: number) =>
    op === "gte"
      ? number >= value
      : op === "gt"
        ? number > value
        : op === "lte"
          ? number <= value
          : number < value;
  if (typeof found === "number") return passes(found);
  if (typeof found !== "object" || !isBetween(found)) return null;
  const [least, most] = [passes(found.least), passes(found.most)];
  return least === most ? least : null;
}

function among(op: Comparison, found: Fact, value: NonNullable<Leaf["value"]>): Truth {
  if (isBetween(found)) return null;
  const [given, wanted] = [listOf(found), listOf(value)];
  const known = given.filter((code) => !(typeof code === "string" && NOT_KNOWN_CODES.includes(code)));
  const named = given.some((code) => wanted.includes(code));
  if (named) return op !== "not_in";
  return known.length < given.length ? null : op === "not_in";
}

type Single = string | number | boolean;
const listOf = (value: Single | readonly string[]): readonly Single[] =>
  typeof value === "object" ? value : [value];
