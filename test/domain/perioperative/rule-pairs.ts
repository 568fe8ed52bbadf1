import { CATARACT, KNEE } from "./fit-patient";
import {
  a,
  able,
  bmi,
  cataract,
  diabetes,
  heart,
  lungs,
  m,
  medicines,
  older,
  past,
  t,
  weak,
  type RulePair,
} from "./patients-by-finding";

/** By rule id. Each pair stands on both sides of the rule's border. */
export const RULE_PAIRS: Record<string, RulePair> = {
  G01: [[t({ status: "answered" }), t({ status: "unfit" })], [t({ status: "fit_confirmed" })]],
  G02: [
    [t({ status: "fit_confirmed", daysSinceFitConfirmed: 91 })],
    [t({ status: "fit_confirmed", daysSinceFitConfirmed: 90 }), t({ daysSinceFitConfirmed: 91 })],
  ],
  G03: [
    [t({ daysSinceLastContact: 84 })],
    [t({ daysSinceLastContact: 83 }), t({ daysSinceLastContact: null })],
  ],
  G04: [[t({ status: "not_invited", daysSinceListed: 0 })], [t({ status: "invited", daysSinceListed: 0 })]],
  G05: [[t({ stageTwoConfirmed: false })], [t({ stageTwoConfirmed: true })]],
  G06: [
    [a({ still_want: "unsure" }), a({ still_want: "no" }), a({ still_want: "had" })],
    [a({ still_want: "yes" })],
  ],
  G07: [[t({ unansweredMessages: 2 })], [t({ unansweredMessages: 1 })]],
  G08: [
    [a({ stroke: "dk" }), a({ stroke: null }), a({ heart_conditions: ["af", "dk"] })],
    [{}, a({ travel_hub: "unsure" })],
  ],
  G09: [
    [
      a({ who_answering: "proxy", helper_permission: "no" }),
      a({ who_answering: "proxy", helper_permission: "cannot" }),
    ],
    [a({ who_answering: "proxy", helper_permission: "yes" })],
  ],
  G10: [
    [a({ interpreter: "bsl" }), a({ access_needs: ["large_print"] })],
    [a({ interpreter: "none", access_needs: ["none"] }), a({ access_needs: null })],
  ],
  G11: [
    [a({ ld_autism: "ld" }), a({ ld_autism: "autism" }), a({ ld_autism: "both" })],
    [a({ ld_autism: "no" }), a({ ld_autism: "pns" })],
  ],
  G12: [
    [a({ sex_birth: "female", pregnant: "yes" }), a({ sex_birth: "female", pregnant: "dk" })],
    [a({ sex_birth: "female", pregnant: "no" })],
  ],
  G13: [[{ age: 17 }], [{ age: 18 }]],
  G14: [[a({ condition_change: "much_worse" })], [a({ condition_change: "worse" })]],
  G15: [[t({ healthChangeReported: true })], [t({ healthChangeReported: false })]],
  G16: [[a({ anything_else: "I fell ill in Spain" })], [a({ anything_else: "" }), {}]],
  G17: [
    [a({ sdm_time: "more_time" }), a({ sdm_time: "talk" })],
    [a({ sdm_time: "yes" }), a({ sdm_time: null })],
  ],
  U01: [[a({ chest_pain: "rest" })], [a({ chest_pain: "walk" })]],
  U02: [[a({ breathless: "rest" })], [a({ breathless: "flat" })]],
  U03: [[a({ blackouts: "yes" })], [a({ blackouts: "no" }), a({ blackouts: "dk" })]],
  C01: [
    [a({ heart_conditions: ["mi"], heart_event_when: "lt3" })],
    [a({ heart_conditions: ["mi"], heart_event_when: "3to6" }), a({ heart_conditions: ["mi"] })],
  ],
  C02: [
    [a({ heart_conditions: ["mi"], heart_event_when: "3to6" })],
    [a({ heart_conditions: ["mi"], heart_event_when: "6to12" })],
  ],
  C03: [
    [
      a({ heart_conditions: ["mi"], heart_event_when: "6to12" }),
      a({ heart_conditions: ["stent_cabg"], heart_event_when: "dk" }),
    ],
    [a({ heart_conditions: ["mi"], heart_event_when: "3to6" })],
  ],
  C04: [
    [a({ stroke: "lt3" }), a({ stroke: "3to6" })],
    [a({ stroke: "6to12" }), a({ stroke: "dk" })],
  ],
  C05: [
    [a({ stroke: "6to12" }), a({ stroke: "gt12" })],
    [a({ stroke: "3to6" }), a({ stroke: "never" })],
  ],
  C06: [[heart("hf")], [heart("af"), heart("dk")]],
  C07: [[heart("icd")], [heart("pacemaker")]],
  C08: [[heart("pacemaker")], [heart("icd")]],
  C09: [[heart("valve"), heart("congenital")], [heart("af")]],
  C10: [[heart("af")], [heart("valve")]],
  C11: [
    [a({ chest_pain: "walk" }), heart("angina")],
    [a({ chest_pain: "hard" }), heart("mi")],
  ],
  C12: [
    [a({ heart_conditions: ["angina", "hf"] }), a({ heart_conditions: ["hf"], stroke: "gt12" })],
    [a({ heart_conditions: ["mi", "angina"], heart_event_when: "gt12" }), heart("hf")],
  ],
  C13: [
    [
      m({ "m.bp_sys_clinic": 180, "m.bp_dia_clinic": 80 }),
      m({ "m.bp_sys_clinic": 130, "m.bp_dia_clinic": 110 }),
    ],
    [m({ "m.bp_sys_clinic": 179, "m.bp_dia_clinic": 109 }), {}],
  ],
  C14: [
    [
      a({ bp_sys: 160 }),
      a({ bp_dia: 100 }),
      m({ "m.bp_sys_primary": 160, "m.bp_dia_primary": 70 }),
      m({ "m.bp_dia_primary": 100 }),
    ],
    [a({ bp_sys: 159, bp_dia: 99 }), m({ "m.bp_sys_primary": 159, "m.bp_dia_primary": 99 })],
  ],
  C15: [
    [
      a({ bp_checked: "no", bp_sys: null, bp_dia: null }),
      a({ bp_checked: null, bp_sys: null, bp_dia: null }),
    ],
    [
      a({ bp_checked: "numbers" }),
      { ...a({ bp_checked: "no", bp_sys: null, bp_dia: null }), ...m({ "m.bp_sys_primary": 120 }) },
    ],
  ],
  C16: [[a({ high_bp: "untreated" })], [a({ high_bp: "treated" })]],
  C17: [[a({ clots: "lt3" })], [a({ clots: "gt3" })]],
  C18: [[a({ clots: "gt3" })], [a({ clots: "lt3" }), a({ clots: "no" })]],
  C19: [[a({ lie_flat: "no_breath" })], [a({ lie_flat: "no_other" })]],
  C20: [
    [cataract({ lie_flat: "no_other" }), cataract({ lie_flat: "dk" })],
    [cataract({ lie_flat: "yes" }), a({ lie_flat: "no_other" })],
  ],
  C21: [[a({ breathless: "flat" })], [a({ breathless: "hill" })]],
  C22: [[heart("other")], [heart("none"), heart("af")]],
  R01: [[lungs("copd", { home_oxygen: "yes" })], [lungs("copd", { home_oxygen: "no" })]],
  R02: [[lungs("copd"), lungs("bronchiectasis"), lungs("fibrosis"), lungs("other")], [lungs("asthma")]],
  R03: [[lungs("asthma", { lung_flare: "yes" })], [lungs("asthma", { lung_flare: "no" })]],
  R04: [
    [lungs("asthma", { asthma_control: "often" }), lungs("asthma", { asthma_control: "night" })],
    [lungs("asthma", { asthma_control: "some" })],
  ],
  R05: [[a({ chest_infection: "yes" })], [a({ chest_infection: "no" })]],
  R06: [[a({ osa_known: "cpap_ok" })], [a({ osa_known: "cpap_no" })]],
  R07: [[a({ osa_known: "cpap_no" }), a({ osa_known: "no_machine" })], [a({ osa_known: "cpap_ok" })]],
  R08: [
    [a({ sleep_features: ["snore", "sleepy"] })],
    [
      a({ sleep_features: ["snore"] }),
      cataract({ sleep_features: ["snore", "sleepy"] }),
      a({ sleep_features: ["snore", "dk"] }),
    ],
  ],
  R09: [[m({ "m.stopbang": 5 })], [m({ "m.stopbang": 4 }), {}]],
  D01: [
    [diabetes({}), { ...diabetes({}), ...m({ "m.hba1c": 50, "m.hba1c_age_days": 91 }) }],
    [{ ...diabetes({}), ...m({ "m.hba1c": 50, "m.hba1c_age_days": 90 }) }, a({ diabetes: "pre" })],
  ],
  D02: [
    [diabetes({ hba1c_value: 69 }), m({ "m.hba1c": 69 })],
    [diabetes({ hba1c_value: 68 }), m({ "m.hba1c": 68 })],
  ],
  D03: [
    [diabetes({ diabetes_treatment: ["insulin"] }), diabetes({ diabetes_treatment: ["pump"] })],
    [diabetes({ diabetes_treatment: ["injection"] })],
  ],
  D04: [[diabetes({ hypos: "often" }), diabetes({ hypos: "unaware" })], [diabetes({ hypos: "some" })]],
  D05: [[medicines("special_meds", ["sglt2"])], [medicines("special_meds", ["glp1"])]],
  D06: [[medicines("special_meds", ["glp1"])], [medicines("special_meds", ["sglt2"])]],
  D07: [
    [bmi(30), bmi(30, { diabetes: "pre" })],
    [bmi(29.9), { ...bmi(30, { diabetes: "t2", diabetes_treatment: ["diet"], hypos: "no" }) }],
  ],
  D08: [
    [diabetes({}), diabetes({ diabetes_treatment: ["tablets"] })],
    [diabetes({ diabetes_treatment: ["insulin"] }), a({ diabetes: "pre" })],
  ],
  D09: [[diabetes({})], [a({ diabetes: "pre" })]],
  W01: [
    [bmi(40), bmi(49.9)],
    [bmi(39.9), bmi(50)],
  ],
  W02: [[bmi(50)], [bmi(49.9)]],
  W03: [
    [bmi(35), bmi(39.9)],
    [bmi(34.9), bmi(40)],
  ],
  W04: [
    [bmi(30), bmi(34.9)],
    [bmi(29.9), bmi(35)],
  ],
  W05: [
    [bmi(18.4), a({ weight_loss: "lots" })],
    [bmi(18.5), a({ weight_loss: "little" })],
  ],
  B01: [[m({ "m.hb": 129 })], [m({ "m.hb": 130 }), { ...m({ "m.hb": 129 }), procedure: CATARACT }, {}]],
  B02: [[a({ anaemia: "now" })], [a({ anaemia: "past" })]],
  B03: [[a({ bleeding: "disorder" })], [a({ bleeding: "easily" })]],
  B04: [[a({ bleeding: "easily" })], [a({ bleeding: "no" })]],
  B05: [[a({ sickle: "disease" })], [a({ sickle: "trait" })]],
  B06: [
    [
      medicines("blood_thinners", ["warfarin"]),
      medicines("blood_thinners", ["doac"]),
      medicines("blood_thinners", ["aspirin", "heparin"]),
    ],
    [medicines("blood_thinners", ["aspirin"])],
  ],
  B07: [
    [medicines("blood_thinners", ["aspirin"]), medicines("blood_thinners", ["antiplatelet"])],
    [medicines("blood_thinners", ["doac"])],
  ],
  B08: [
    [medicines("blood_thinners", ["dk"]), medicines("special_meds", ["dk"]), a({ meds_any: "dk" })],
    [medicines("special_meds", ["none"]), a({ meds_any: "no" })],
  ],
  B09: [[a({ blood_refuse: "yes" }), a({ blood_refuse: "talk" })], [a({ blood_refuse: "no" })]],
  B10: [[a({ sickle: "trait" })], [a({ sickle: "no" }), a({ sickle: "disease" })]],
  K01: [[a({ kidney: "dialysis" })], [a({ kidney: "transplant" })]],
  K02: [[a({ kidney: "ckd" }), a({ kidney: "transplant" })], [a({ kidney: "no" })]],
  K03: [[a({ liver: "cirrhosis" })], [a({ liver: "mild" })]],
  K04: [[a({ liver: "mild" })], [a({ liver: "no" }), a({ liver: "cirrhosis" })]],
  N01: [
    [a({ neuro: ["epilepsy"], fit_last: "lt12" }), a({ neuro: ["epilepsy"], fit_last: "dk" })],
    [a({ neuro: ["epilepsy"], fit_last: "gt12" }), {}],
  ],
  N02: [[a({ neuro: ["muscle"] }), a({ neuro: ["spinal"] })], [a({ neuro: ["ms"] })]],
  N03: [
    [a({ neuro: ["parkinsons"] }), a({ neuro: ["ms"] }), a({ neuro: ["other"] })],
    [a({ neuro: ["muscle"] })],
  ],
  I01: [
    [{ ...a({ skin: "yes" }), procedure: KNEE }],
    [{ ...a({ skin: "no" }), procedure: KNEE }, a({ skin: "yes" })],
  ],
  I02: [[a({ cjd: "yes" }), a({ infection_risk: "yes" })], [a({ cjd: "no", infection_risk: "no" })]],
  A01: [
    ["airway", "icu", "allergy", "mh", "sux", "aware", "other"]
      .map((code) => past(code))
      .concat(past("sick", "icu")),
    [past("sick"), past("confused")],
  ],
  A02: [
    [past("mh"), a({ anaes_family: "yes" })],
    [past("sux"), a({ anaes_family: "no" })],
  ],
  A03: [
    [a({ sex_birth: "female", pregnant: "no" }), a({ travel_sick: "yes" })],
    [{}, a({ sex_birth: "female", pregnant: "no", smoke: "daily" })],
  ],
  A04: [[a({ neck_mouth: "yes" })], [a({ neck_mouth: "no" })]],
  A05: [[a({ reflux: "often" })], [a({ reflux: "controlled" })]],
  A06: [
    [
      a({ allergy: "yes", allergy_what: "nuts", allergy_severe: "severe" }),
      a({ allergy: "yes", allergy_severe: "latex" }),
    ],
    [a({ allergy: "yes", allergy_severe: "no" })],
  ],
  A07: [[past("confused")], [past("sick")]],
  A08: [
    [a({ allergy: "yes", allergy_severe: "latex" }), a({ allergy: "yes", allergy_severe: "both" })],
    [a({ allergy: "yes", allergy_severe: "severe" })],
  ],
  A09: [[past("allergy")], [past("airway")]],
  F01: [[{ age: 65 }], [{ age: 64 }, { age: 65, ...m({ "m.cfs": 3 }) }, { age: 65, procedure: CATARACT }]],
  F02: [[m({ "m.cfs": 5 })], [m({ "m.cfs": 4 })]],
  F03: [
    [
      older({ daily_help: ["wash"] }),
      older({ daily_help: ["shop", "pills"] }),
      a({ walking_aid: "frame" }),
      a({ walking_aid: "wheelchair" }),
      older({ falls: "more" }),
    ],
    [older({ daily_help: ["shop"], falls: "one" }), a({ walking_aid: "stick" })],
  ],
  F04: [
    [older({ memory: "worried" }), older({ memory: "dementia" })],
    [older({ memory: "no" }), older({ memory: "pns" })],
  ],
  X01: [
    [weak(["act_run", "act_heavy", "act_sport", "act_flat"])],
    [
      weak(["act_run", "act_heavy", "act_sport"]),
      { ...weak(["act_run", "act_heavy", "act_sport", "act_flat"]), procedure: CATARACT },
    ],
  ],
  X02: [
    [{ age: 66, procedure: KNEE, answers: able("act_selfcare", "act_indoors", "act_flat", "act_light") }],
    [
      { age: 66, procedure: KNEE, answers: able("act_stairs", "act_indoors", "act_flat", "act_selfcare") },
      { age: 66, answers: able("act_selfcare", "act_indoors", "act_flat", "act_light") },
    ],
  ],
  X03: [[a({ stairs2: "slow", ...able() }), a({ stairs2: "no", ...able() })], [a({ stairs2: "yes" })]],
  S01: [[a({ smoke: "some" }), a({ smoke: "daily" })], [a({ smoke: "ex" })]],
  S02: [[a({ audit1: "3", audit2: "1", audit3: "1" })], [a({ audit1: "2", audit2: "1", audit3: "1" })]],
  S03: [
    [a({ audit1: "4", audit2: "3", audit3: "3" }), a({ audit1: "4", audit2: "4", audit3: "0" })],
    [a({ audit1: "3", audit2: "3", audit3: "3" }), a({ audit1: "3", audit2: "4", audit3: "0" })],
  ],
  S04: [[a({ drugs: "cannabis" }), a({ drugs: "other" }), a({ drugs: "pns" })], [a({ drugs: "no" })]],
  S05: [[a({ active_days: "0" }), a({ active_days: "1-2" })], [a({ active_days: "3-4" })]],
  M01: [
    ["steroid", "immuno", "opioid", "psych"].map((code) => medicines("special_meds", [code])),
    [medicines("special_meds", ["acei_arb"])],
  ],
  M02: [[medicines("special_meds", ["acei_arb"])], [medicines("special_meds", ["herbal"])]],
  M03: [
    [medicines("special_meds", ["oestrogen"]), medicines("special_meds", ["herbal"])],
    [medicines("special_meds", ["steroid"])],
  ],
  H01: [[a({ mental_health: "unwell" })], [a({ mental_health: "stable" }), a({ mental_health: "pns" })]],
  H02: [[a({ mood: "yes" }), a({ worry: "very" }), a({ worry: "talk" })], [a({ mood: "no", worry: "bit" })]],
  H03: [[a({ help_wanted: ["money"] })], [a({ help_wanted: ["none"] }), a({ help_wanted: null })]],
  Y01: [
    [a({ adult_24h: "no" }), a({ adult_24h: "unsure" })],
    [a({ adult_24h: "yes" }), cataract({ adult_24h: "no" })],
  ],
  Y02: [
    [
      a({ ride_home: "need" }),
      a({ ride_home: "unsure" }),
      a({ phone_home: "no" }),
      a({ travel_time: "gt60" }),
    ],
    [a({ travel_time: "30to60" })],
  ],
  Y03: [[a({ lives: "care_home" }), a({ lives: "no_home" })], [a({ lives: "alone" })]],
  Z01: [
    [
      { procedure: KNEE, answers: able("act_run") },
      { procedure: { severity: "major_complex" }, answers: able("act_run") },
    ],
    [{ procedure: { severity: "intermediate" } }, { procedure: { severity: null } }],
  ],
  Z02: [
    [{ age: 61 }],
    [
      { age: 60 },
      { age: 61, procedure: { severity: "minor" } },
      { age: 61, procedure: { anaesthetic: "local" } },
    ],
  ],
  Z03: [[m({ "m.asa": 4 }), m({ "m.asa": 5 })], [m({ "m.asa": 3 })]],
  Z04: [[m({ "m.asa": 3 })], [m({ "m.asa": 2 }), m({ "m.asa": 4 })]],
};
