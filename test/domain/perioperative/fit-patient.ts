import { assess, passesOf, siteRules, type Assessment, type RulePasses } from "~/domain/perioperative/assess";
import type { Answers, AnswerValue } from "~/domain/perioperative/answers";
import { DEFAULT_HUB_LIMITS, type Hub, type HubLimits } from "~/domain/perioperative/hub-limits";
import {
  patientFacts,
  type Measures,
  type PatientFacts,
  type ScreenedProcedure,
  type Workflow,
} from "~/domain/perioperative/patient-facts";
import type { RiskRule } from "~/domain/perioperative/risk-rule";
import { DEFAULT_THRESHOLDS, type Thresholds } from "~/domain/perioperative/thresholds";
import { RISK_RULES_TABLE } from "~/facts/risk-rules";
import { SCREENING_QUESTIONS } from "~/facts/screening-questions";
import { readRuleSet } from "~/import/risk-rules";

export const RULES: readonly RiskRule[] = readRuleSet(RISK_RULES_TABLE, SCREENING_QUESTIONS).ruleSet!.rules;
export const ruleOf = (id: string): RiskRule => RULES.find((rule) => rule.id === id)!;

const PASSES: RulePasses = passesOf(RULES);

/** Everything asked, nothing to find: 175 cm, 73 kg, wants the operation. */
export const FIT_ANSWERS: Answers = {
  ...{ who_answering: "me", interpreter: "none", access_needs: ["none"], ld_autism: "no" },
  ...{ still_want: "yes", sdm_time: "yes", condition_change: "same", travel_hub: "yes" },
  ...{ sex_birth: "male", height_cm: 175, weight_kg: 73, weight_loss: "no" },
  ...{
    heart_conditions: ["none"],
    chest_pain: "never",
    breathless: "never",
    blackouts: "no",
    lie_flat: "yes",
  },
  ...{ high_bp: "no", bp_checked: "numbers", bp_sys: 126, bp_dia: 78, stroke: "never", clots: "no" },
  ...{ lung_conditions: ["none"], chest_infection: "no", osa_known: "no", sleep_features: ["none"] },
  ...{
    diabetes: "no",
    kidney: "no",
    liver: "no",
    anaemia: "no",
    bleeding: "no",
    sickle: "no",
    neuro: ["none"],
  },
  ...{ neck_mouth: "no", reflux: "no", infection_risk: "no", skin: "no", cjd: "no", hospital_6m: "no" },
  ...{ other_conditions: "no", meds_any: "no", allergy: "no", anaes_before: "no", anaes_family: "no" },
  ...{
    travel_sick: "no",
    blood_refuse: "no",
    stairs2: "yes",
    activity_limit: "nothing",
    walking_aid: "none",
  },
  ...{ smoke: "never", audit1: "0", drugs: "no", active_days: "5+", help_wanted: ["none"], mood: "no" },
  ...{ worry: "no", mental_health: "no", lives: "adult", adult_24h: "yes", ride_home: "lift" },
  ...{ travel_time: "lt30", phone_home: "yes" },
};

/** What somebody of 65 or more is asked as well, all well. */
export const OLDER_ANSWERS: Answers = {
  ...{ daily_help: ["none"], falls: "no", memory: "no" },
  ...Object.fromEntries(
    SCREENING_QUESTIONS.filter(({ id }) => id.startsWith("act_")).map(({ id }) => [id, "yes"]),
  ),
};

/** Answers that follow-up questions get when their first question asks them. */
export const FOLLOW_UPS: Answers = {
  ...{ heart_event_when: "gt12", asthma_control: "well", lung_flare: "no", home_oxygen: "no" },
  ...{ diabetes_treatment: ["diet"], hba1c_value: 50, hypos: "no", fit_last: "gt12" },
  ...{ blood_thinners: ["none"], special_meds: ["none"], allergy_severe: "no", anaes_problem: ["none"] },
  ...{ audit2: "0", audit3: "0" },
};

export const HERNIA: ScreenedProcedure = {
  ...{ code: "T202", severity: "intermediate", anaesthetic: "general", jointImplant: false },
  ...{ highCardiacRisk: false, hvlc: true, nights: 0, criticalCare: false },
};
export const CATARACT: ScreenedProcedure = {
  ...HERNIA,
  code: "C712",
  severity: "minor",
  anaesthetic: "local",
};
export const KNEE: ScreenedProcedure = {
  ...{ ...HERNIA, code: "W401", severity: "major", anaesthetic: "regional", jointImplant: true, nights: 3 },
};

const ANSWERED: Workflow = {
  ...{ status: "answered", daysSinceListed: 10, daysSinceFitConfirmed: null, daysSinceLastContact: 10 },
  ...{ stageTwoConfirmed: false, unansweredMessages: 0, healthChangeReported: false },
};

/** What is different from a fit person of 34 with a hernia. An answer of null was left out. */
export interface Given {
  age?: number;
  answers?: Record<string, AnswerValue | null>;
  procedure?: Partial<ScreenedProcedure>;
  measures?: Measures;
  workflow?: Partial<Workflow>;
}

/** Answers of a fit person with these differences. */
export function answersOf({ age = 34, answers = {} }: Given): Answers {
  const whole = { ...FIT_ANSWERS, ...(age >= 65 ? OLDER_ANSWERS : {}), ...answers };
  return Object.fromEntries(Object.entries(whole).filter(([, answer]) => answer !== null)) as Answers;
}

export function factsGiven(given: Given): PatientFacts {
  return patientFacts(SCREENING_QUESTIONS, {
    age: given.age ?? 34,
    answers: answersOf(given),
    procedure: { ...HERNIA, ...given.procedure },
    measures: given.measures ?? {},
    workflow: { ...ANSWERED, ...given.workflow },
  });
}

export const hubOf = (limits: Partial<HubLimits> = {}): Hub => ({
  site: "HUB01",
  limits: { ...DEFAULT_HUB_LIMITS, ...limits },
});

/** The rules' answer for somebody with these differences. */
export function assessed(
  given: Given,
  settings: {
    switches?: Record<string, boolean>;
    thresholds?: Partial<Thresholds>;
    hub?: Partial<HubLimits>;
  } = {},
  rules: readonly RiskRule[] = RULES,
): Assessment {
  const { switches = {}, thresholds = {}, hub = {} } = settings;
  const passes = rules === RULES ? PASSES : passesOf(rules);
  const site = siteRules(passes, { switches, thresholds: { ...DEFAULT_THRESHOLDS, ...thresholds } });
  return assess(site, factsGiven(given), [hubOf(hub)]);
}
