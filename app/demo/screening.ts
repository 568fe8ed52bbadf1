import type { Answers, AnswerValue } from "~/domain/perioperative/answers";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { SCREENING_QUESTIONS } from "~/facts/screening-questions";
import type { Random } from "./random";

/** What a demo patient has to tell, and how often: estimates, for demonstration. */
const FINDINGS: [finding: Answers, weight: number][] = [
  [{}, 14],
  [
    { high_bp: "treated", meds_any: "yes", special_meds: ["acei_arb"], meds_list: "Ramipril 5mg, 1 a day" },
    4,
  ],
  [{ smoke: "daily" }, 3],
  [
    {
      diabetes: "t2",
      diabetes_treatment: ["tablets"],
      hba1c_value: 55,
      hypos: "no",
      meds_any: "yes",
      meds_list: "Metformin 500mg, 2 a day",
    },
    3,
  ],
  [{ reflux: "often" }, 2],
  [{ lung_conditions: ["asthma"], asthma_control: "often", lung_flare: "no" }, 2],
  [{ anything_else: "I had a bad cold last month and still cough at night." }, 2],
  [{ adult_24h: "unsure", lives: "alone" }, 2],
  [
    {
      heart_conditions: ["af"],
      meds_any: "yes",
      blood_thinners: ["doac"],
      meds_list: "Apixaban 5mg, 2 a day",
    },
    2,
  ],
  [{ osa_known: "cpap_ok" }, 1],
  [{ anaemia: "now" }, 1],
  [{ stroke: "dk", heart_conditions: ["dk"] }, 1],
  [{ still_want: "unsure" }, 1],
  [{ breathless: "flat", lung_conditions: ["copd"], lung_flare: "yes", home_oxygen: "no" }, 1],
  [
    {
      heart_conditions: ["mi"],
      heart_event_when: "lt3",
      meds_any: "yes",
      blood_thinners: ["aspirin"],
      meds_list: "Aspirin 75mg, 1 a day",
    },
    1,
  ],
  [{ audit1: "4", audit2: "3", audit3: "3" }, 1],
  [{ allergy: "yes", allergy_what: "Latex gloves: a rash and swelling", allergy_severe: "latex" }, 1],
];

/** Findings that the demo shows for certain, whatever chance brings. */
export const DEMO_FINDINGS = {
  nothing: {},
  urgent: { chest_pain: "rest" },
  uncertain: { weight_kg: "dk", stroke: "dk", heart_conditions: ["dk"] },
  heart: { breathless: "flat" },
  heavy: { height_cm: 170, weight_kg: 122 },
} as const satisfies Record<string, Answers>;

/** Answers that are no code of their question's plain ones. */
const OTHERS: Answers = {
  ...{ interpreter: "none", access_needs: ["none"], ld_autism: "no", condition_change: "same" },
  ...{ travel_hub: "yes", travel_sick: "no", sdm_time: "yes", infection_risk: "no", cjd: "no" },
  ...{ bp_checked: "numbers", active_days: "3-4", help_wanted: ["none"], mood: "no", worry: "bit" },
  ...{ high_bp: "no", anaemia: "no", stairs2: "yes" },
  ...{ meds_any: "no", audit1: "1", audit2: "0", audit3: "0", short_notice: "7d" },
};

/** What an invented patient answers: plainly, but for one finding. */
export function inventAnswers(entry: WaitingListEntry, random: Random, finding?: Answers): Answers {
  const plain = SCREENING_QUESTIONS.flatMap(({ id, kind, plain: codes = [] }): [string, AnswerValue][] => {
    if (id.startsWith("act_")) return [[id, "yes"]];
    const [code] = codes;
    return code === undefined ? [] : [[id, kind === "codes" ? [code] : code]];
  });
  const woman = entry.gender === "2";
  const height = (woman ? 156 : 168) + random.whole(18);
  return {
    ...Object.fromEntries(plain),
    ...OTHERS,
    ...{ sex_birth: woman ? "female" : "male", height_cm: height },
    weight_kg: Math.round((21 + random.whole(9)) * (height / 100) ** 2),
    ...{ bp_sys: 112 + random.whole(30), bp_dia: 66 + random.whole(20) },
    ...(finding ?? random.weighted(FINDINGS)),
  };
}
