import { describe, expect, it } from "vitest";
import { passesOf } from "~/domain/perioperative/assess";
import { assessed, RULES } from "./fit-patient";
import type { RulePair } from "./patients-by-finding";
import { RULE_PAIRS } from "./rule-pairs";
import { HUB_RULE_PAIRS, SUGGESTION_PAIRS } from "./suggestion-pairs";

const allOn = { switches: Object.fromEntries(RULES.map(({ id }) => [id, true])) };
const PAIRS = { ...RULE_PAIRS, ...SUGGESTION_PAIRS };
const perHub = passesOf(RULES).perHub.map(({ id }) => id);

describe("every rule on each side of its border", () => {
  it("has a pair for each rule and none for rules that are not there", () => {
    const ids = RULES.map(({ id }) => id);
    expect(Object.keys(PAIRS).sort()).toEqual(ids.filter((id) => !perHub.includes(id)).sort());
    expect(Object.keys(HUB_RULE_PAIRS).sort()).toEqual([...perHub].sort());
    const pairs: [string, RulePair][] = Object.entries({ ...PAIRS, ...HUB_RULE_PAIRS });
    expect(pairs.filter(([, [fires, short]]) => fires.length === 0 || short.length === 0)).toEqual([]);
  });

  it.each(Object.entries(PAIRS))("%s", (id, [fires, short]) => {
    const firesAt = (given: object) => assessed(given, allOn).fired.includes(id);
    expect(fires.filter((given) => !firesAt(given))).toEqual([]);
    expect(short.filter(firesAt)).toEqual([]);
  });

  it.each(Object.entries(HUB_RULE_PAIRS))("%s, at a hub", (id, [fires, short]) => {
    const firesAt = (given: object) =>
      assessed(given, allOn).hubs[0]!.traces.some(({ rule, truth }) => rule === id && truth === true);
    expect(fires.filter((given) => !firesAt(given))).toEqual([]);
    expect(short.filter(firesAt)).toEqual([]);
  });

  it("does not look at a rule that is off", () => {
    expect(assessed({}, { switches: { Z05: false } }).lowRisk).toBe(false);
    expect(assessed({}).lowRisk).toBe(true);
    const heavy = { answers: { weight_kg: 100 } };
    expect(assessed(heavy).traces.some(({ rule }) => rule === "D07")).toBe(false);
    expect(assessed(heavy, { switches: { D07: true } }).fired).toContain("D07");
  });
});
