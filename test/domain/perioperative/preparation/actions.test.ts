import { describe, expect, it } from "vitest";
import { actionsAt, unansweredRules } from "~/domain/perioperative/preparation/action";
import { PREPARATION_ACTIONS_TABLE } from "~/facts/preparation-actions";
import { SCREENING_QUESTIONS } from "~/facts/screening-questions";
import { readActionSet } from "~/import/preparation-actions";
import { RULES, type Given } from "../fit-patient";
import { RULE_PAIRS } from "../rule-pairs";
import { ACTION_SET, suggested } from "./a-plan";

const { actions } = ACTION_SET;

describe("the actions of preparation plans", () => {
  it("answer every outcome of the rules that makes ready or belongs in a plan", () => {
    const topics = RULES.flatMap(({ outcomes }) =>
      outcomes.flatMap((one) =>
        one.type === "optimise" || one.type === "plan" ? [`${one.type} ${one.topic}`] : [],
      ),
    );
    const triggers = actions.flatMap((action) =>
      action.triggers.flatMap((one) =>
        "optimise" in one ? [`optimise ${one.optimise}`] : "plan" in one ? [`plan ${one.plan}`] : [],
      ),
    );
    expect([...new Set(topics)].filter((topic) => !triggers.includes(topic))).toEqual([]);
  });

  it("answer every rule, or name it with the reason why it needs none", () => {
    expect(unansweredRules(ACTION_SET, RULES)).toEqual([]);
    const news = { ...RULES[0]!, id: "Q99", outcomes: [{ type: "task" as const, text: "Ask the vet" }] };
    expect(unansweredRules(ACTION_SET, [...RULES, news])).toEqual(["Q99"]);
    for (const { reason } of ACTION_SET.noAction) expect(reason.length).toBeGreaterThan(20);
  });

  it("plan for malignant hyperthermia in patient or family, and for a fit in the last year", () => {
    const ids = (given: Given) => suggested(given).items.map(({ id }) => id);
    const mh = "malignant-hyperthermia";
    expect(ids({ answers: { anaes_problem: ["mh"] } })).toContain(mh);
    expect(ids({ answers: { anaes_family: "yes" } })).toContain(mh);
    expect(ids({ answers: { anaes_problem: ["airway"], anaes_family: "no" } })).not.toContain(mh);
    const fit = (last: string) => ids({ answers: { neuro: ["epilepsy"], fit_last: last } });
    expect(fit("lt12")).toEqual(expect.arrayContaining(["seizures", "seizure-medicines"]));
    expect(fit("gt12")).not.toContain("seizures");
  });

  it.each([
    [{ chest_pain: "walk" }],
    [{ chest_pain: "rest" }],
    [{ breathless: "flat" }],
    [{ heart_conditions: ["mi"], heart_event_when: "lt3" }],
    [{ blackouts: "yes" }],
  ])("tell nobody to get out of breath who told of %o", (told) => {
    const ids = (answers: object) =>
      suggested({ answers: { active_days: "0", ...answers } }).items.map(({ id }) => id);
    expect(ids({})).toContain("be-active");
    expect(ids(told)).not.toContain("be-active");
  });

  it("tell nobody to lose weight who loses it without trying", () => {
    const ids = (weight_loss: string) =>
      suggested({ answers: { weight_kg: 110, weight_loss } }).items.map(({ id }) => id);
    expect(ids("no")).toContain("lose-weight");
    expect(ids("lots")).not.toContain("lose-weight");
    expect(ids("lots")).toContain("eat-enough");
  });

  it("can each be reached by a patient", () => {
    const patients: Given[] = [
      ...Object.values(RULE_PAIRS).flatMap(([fires]) => fires),
      { procedure: { anaesthetic: "local" } },
      { answers: { carer_role: "child" } },
      { answers: { home_layout: "no" } },
    ];
    const reached = new Set(patients.flatMap((given) => suggested(given).items.map(({ id }) => id)));
    expect(actions.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });

  it("say nothing of their own about a medicine or fasting", () => {
    const quoting = actions.filter(({ text }) => text !== null);
    expect(quoting.map(({ text }) => text).sort()).toEqual(Object.keys(ACTION_SET.texts).sort());
    for (const { patientText } of quoting)
      expect(patientText).toMatch(/^Ask your pre-op team what to do about [^.]+\.$/);
    const aboutMedicines =
      /\b(mg|dose|tablet|insulin|warfarin|aspirin|fasting|nil by mouth|do not (eat|drink|take))\b/i;
    for (const { id, patientText } of actions.filter(({ text }) => text === null))
      expect(patientText, id).not.toMatch(aboutMedicines);
  });

  it("are in words that patients read: short sentences, numerals, no please", () => {
    for (const { id, title, patientText } of actions) {
      const said = `${title}. ${patientText}`;
      expect(said, id).not.toMatch(/\b(please|kindly|two|three|four|five|six|seven|eight|nine|ten)\b/i);
      for (const sentence of said.split(/[.?!](?=\s|$)/))
        expect(sentence.trim().split(/\s+/).length, `${id}: ${sentence}`).toBeLessThanOrEqual(20);
    }
  });

  it("can be switched off, moved, made to block and reworded by a site, but never where they quote", () => {
    const settings = {
      all: { fasting: { text: "Own words" }, skin: { on: false } },
      sites: { A: { skin: { on: true, days: 21, blocks: false, text: "See your nurse." } } },
    };
    const at = (site: string) => new Map(actionsAt(actions, settings, site).map((one) => [one.id, one]));
    expect(at("B").has("skin")).toBe(false);
    expect(at("A").get("skin")).toMatchObject({
      due: { days: 21 },
      blocks: false,
      patientText: "See your nurse.",
    });
    expect(at("A").get("fasting")!.patientText).not.toBe("Own words");
  });
});

describe("a table of actions that cannot be used", () => {
  const broken = (change: (table: { actions: Record<string, unknown>[] }) => void) => {
    const table = structuredClone(PREPARATION_ACTIONS_TABLE) as { actions: Record<string, unknown>[] };
    change(table);
    return readActionSet(table, { rules: RULES }, SCREENING_QUESTIONS).faults.map(
      ({ path, message }) => `${path}: ${message}`,
    );
  };

  it.each<[string, object]>([
    ["There is no such rule.", { triggers: [{ rule: "S99" }] }],
    ["No rule has this outcome of optimise.", { triggers: [{ optimise: "luck" }] }],
    ["There is no such topic of texts.", { text: "homeopathy" }],
    [
      "There is no such question.",
      { triggers: [{ when: { fact: "q.nothing", op: "eq", value: "no" } }], why: "x" },
    ],
    [
      "Expected codes of smoke",
      { triggers: [{ when: { fact: "q.smoke", op: "eq", value: "pipe" } }], why: "x" },
    ],
    [
      "A condition needs its words.",
      { triggers: [{ when: { fact: "q.smoke", op: "eq", value: "ex" } }], why: "" },
    ],
    [
      "Days before surgery are negative",
      { due: { from: "surgery", days: 3, verified: "found", source: "x" } },
    ],
    [
      "Days from today are not negative",
      { due: { from: "today", days: -1, verified: "found", source: "x" } },
    ],
    ["Invalid option", { owner: "nobody" }],
  ])("is refused: %s", (message, change) => {
    const faults = broken(({ actions: all }) => Object.assign(all[0]!, change));
    expect(faults.join("\n")).toContain(message);
    expect(faults.join("\n")).toContain("actions.");
  });

  it("refuses a rule that needs no action and starts one, and one that there is not", () => {
    const faults = (rule: string) =>
      broken((table) => Object.assign(table, { noAction: [{ rules: [rule], reason: "It is so" }] }));
    expect(faults("A02")).toEqual(["noAction.A02: This rule starts an action."]);
    expect(faults("S99")).toEqual(["noAction.S99: There is no such rule."]);
  });

  it("refuses an id that is there twice", () => {
    expect(broken(({ actions: all }) => (all[1]!.id = all[0]!.id))[0]).toContain("there twice");
  });
});
