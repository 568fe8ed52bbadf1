import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "~/domain/perioperative/answers";
import { SHARED } from "../../setup/shared";
import { assessed, CATARACT, FOLLOW_UPS, HERNIA, KNEE, type Given } from "./fit-patient";

interface Persona {
  id: string;
  what: string;
  age: number;
  procedure: "hernia" | "cataract" | "knee";
  answers: Record<string, AnswerValue | null>;
  measured?: Record<string, number>;
  result: { route: string; risk: string; hub: string; daycase: string };
  rules: string[];
}

const PROCEDURES = { hernia: HERNIA, cataract: CATARACT, knee: KNEE };
/** Rules that hold for everybody here, or that suggest and are looked at apart. */
const APART = ["G01", "G05", "Z05", "Z06"];

/** Where Hublist says something else than the draft did, and why. */
const BETTER: Record<
  string,
  { result?: Partial<Persona["result"]>; without?: string[]; also?: string[]; why: string }
> = {
  P2: { also: ["D01", "D09"], why: "D09 is new: diabetes early on the list" },
  P3: {
    without: ["D07"],
    why: "D07 is off unless a site switches it on, as NICE NG45 does not offer HbA1c routinely",
  },
  P5: {
    result: { hub: "review" },
    why: "Three safety answers are not known, weight among them: a clinician decides where (rule G08)",
  },
};

const personas = (): Persona[] =>
  (JSON.parse(readFileSync(join(SHARED!, "facts", "personas.json"), "utf8")) as { personas: Persona[] })
    .personas;

function givenOf({ age, procedure, answers, measured = {} }: Persona): Given {
  const followed = Object.keys(answers).some((id) => id === "meds_any")
    ? { blood_thinners: FOLLOW_UPS.blood_thinners!, special_meds: FOLLOW_UPS.special_meds! }
    : {};
  const more: Record<string, AnswerValue | null> =
    answers.sex_birth === "female" && age <= 55 ? { pregnant: "no" } : {};
  if (answers.diabetes) more.hypos = "no";
  if (answers.lung_conditions) more.asthma_control = null;
  const no = Array.isArray(answers.activities_no) ? answers.activities_no : [];
  const cannot = Object.fromEntries(no.map((activity) => [activity, "no"]));
  const { activities_no: _, ...rest } = answers;
  return {
    age,
    answers: { ...followed, ...more, ...rest, ...cannot },
    procedure: PROCEDURES[procedure],
    measures: Object.fromEntries(Object.entries(measured).map(([name, value]) => [`m.${name}`, value])),
  };
}

describe.runIf(SHARED)("the nine personas", () => {
  it.each(
    SHARED ? personas().map((persona): [string, Persona] => [`${persona.id} ${persona.what}`, persona]) : [],
  )("%s", (_, persona) => {
    const better = BETTER[persona.id];
    const { route, risk, hub, dayCase, fired } = assessed(givenOf(persona));
    expect({ route, risk, hub, daycase: dayCase }).toEqual({ ...persona.result, ...better?.result });
    const expected = [...persona.rules, ...(better?.also ?? [])].filter(
      (id) => !better?.without?.includes(id),
    );
    expect(fired.filter((id) => !APART.includes(id)).sort()).toEqual([...new Set(expected)].sort());
  });

  it("suggests a low-risk result for those alone of whom everything is known and nothing found", () => {
    const low = personas().filter((persona) => assessed(givenOf(persona)).lowRisk);
    expect(low.map(({ id }) => id)).toEqual(["P1", "P2"]);
  });

  it("suggests the hub for those whom it takes, and not for whom it asks somebody", () => {
    const hubs = personas().map((persona) => `${persona.id} ${assessed(givenOf(persona)).hubs[0]!.level}`);
    expect(hubs).toEqual([
      "P1 ok",
      "P2 ok",
      "P3 no",
      "P4 review",
      "P5 review",
      "P6 no",
      "P7 no",
      "P8 ok",
      "P9 ok",
    ]);
  });
});
