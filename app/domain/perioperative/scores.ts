import { NOT_KNOWN_CODES } from "./condition";
import { answerFact, type Between, type Fact, type FactName, type Facts } from "./fact";

/** Points of each activity that a patient can do. */
export const ACTIVITY_POINTS = {
  act_selfcare: 2.75,
  act_indoors: 1.75,
  act_flat: 2.75,
  act_stairs: 5.5,
  act_run: 8,
  act_light: 2.7,
  act_moderate: 3.5,
  act_heavy: 8,
  act_garden: 4.5,
  act_brisk: 5.25,
  act_leisure: 6,
  act_sport: 7.5,
} as const;

const ACTIVITIES = Object.keys(ACTIVITY_POINTS) as (keyof typeof ACTIVITY_POINTS)[];
const ALCOHOL = ["audit1", "audit2", "audit3"];
const ISCHAEMIC = ["mi", "angina", "stent_cabg"];
/** µmol/L. Source: Lee, Circulation 1999. */
const HIGH_CREATININE = 177;

/** The questions behind each score. */
export const SCORE_QUESTIONS: Partial<Record<FactName, readonly string[]>> = {
  "score.activity_score": ACTIVITIES,
  "score.mets": ACTIVITIES,
  "score.audit_c": ALCOHOL,
  "score.apfel_patient": ["sex_birth", "smoke", "travel_sick", "anaes_problem"],
  "score.rcri": ["heart_conditions", "chest_pain", "stroke", "diabetes_treatment"],
  "score.sleep_feature_count": ["sleep_features"],
};

/** All scores of a patient whose answers and measures are among the facts. A part that is not known makes a range. */
export function scoresOf(facts: Facts): Facts {
  const activity = activityScore(facts);
  return withoutMissing({
    "score.activity_score": activity,
    "score.mets": activity === null ? null : each(activity, metsOf),
    "score.audit_c": auditC(facts),
    "score.apfel_patient": apfel(facts),
    "score.rcri": rcri(facts),
    "score.sleep_feature_count": sleepFeatures(facts),
  });
}

/**
 * Activity score, 0 to 58.2 points: the sum over activities that the patient can do, in Hublist's own words. Weights as
 * published for the Duke Activity Status Index (Hlatky, Am J Cardiol 1989), the item on sex replaced by a brisk walk
 * uphill as in the UK version of Musgrove. null: the activities were not asked, as two flights of stairs are no trouble.
 */
function activityScore(facts: Facts): Fact | null {
  if (ACTIVITIES.every((activity) => facts[answerFact(activity)] === null)) return null;
  return sum(ACTIVITIES.map((activity) => when(facts, activity, ["yes"], ACTIVITY_POINTS[activity])));
}

/** Metabolic equivalents: oxygen uptake 0.43 × score + 9.6 ml/kg/min, of which 3.5 are one (Hlatky 1989). */
const metsOf = (score: number): number => (0.43 * score + 9.6) / 3.5;

/**
 * AUDIT-C, 0 to 12 points: the first three questions of the Alcohol Use Disorders Identification Test (World Health
 * Organization; UK bands). Who never drinks has 0.
 */
function auditC(facts: Facts): Fact | null {
  if (facts["q.audit1"] === "0") return 0;
  return sum(ALCOHOL.map((question) => pointsOf(facts, question)));
}

/** Apfel criteria without opioids after surgery, 0 to 3: female, no smoker, sickness when travelling or before (Apfel 1999). */
function apfel(facts: Facts): Fact {
  const sick = either([when(facts, "travel_sick", ["yes"]), when(facts, "anaes_problem", ["sick"])]);
  return sum([when(facts, "sex_birth", ["female"]), when(facts, "smoke", ["never", "ex"]), sick]);
}

/**
 * Revised Cardiac Risk Index (Lee, Circulation 1999), 0 to 6 criteria, for staff alone and never as a percentage: high-risk
 * surgery, ischaemic heart disease, heart failure, stroke or TIA, insulin, creatinine above 177 µmol/L.
 */
function rcri(facts: Facts): Fact {
  const creatinine = facts["m.creatinine"];
  const surgery = facts["proc.high_cardiac_risk"];
  return sum([
    either([when(facts, "heart_conditions", ISCHAEMIC), when(facts, "chest_pain", ["walk", "rest"])]),
    when(facts, "heart_conditions", ["hf"]),
    when(facts, "stroke", ["lt3", "3to6", "6to12", "gt12"]),
    when(facts, "diabetes_treatment", ["insulin", "pump"]),
    typeof creatinine === "number" ? Number(creatinine > HIGH_CREATININE) : unknown(1, "m.creatinine"),
    typeof surgery === "boolean" ? Number(surgery) : unknown(1, "proc.high_cardiac_risk"),
  ]);
}

/** How many features of sleep apnoea are ticked, 0 to 8: own words after NICE NG202. */
function sleepFeatures(facts: Facts): Fact | null {
  const ticked = facts["q.sleep_features"];
  if (ticked === null) return null;
  if (ticked === undefined || !Array.isArray(ticked)) return unknown(8, "q.sleep_features");
  const counted = ticked.filter((code: string) => code !== "none" && !NOT_KNOWN_CODES.includes(code)).length;
  const rest = ticked.some((code: string) => NOT_KNOWN_CODES.includes(code));
  return rest ? { least: counted, most: 8, without: ["q.sleep_features"] } : counted;
}

const unknown = (most: number, fact: FactName): Between => ({ least: 0, most, without: [fact] });

/** `points` when the answer is one of these codes, or holds one; a range when it is not known. */
function when(facts: Facts, question: string, codes: readonly string[], points = 1): number | Between {
  const fact = answerFact(question);
  const found = facts[fact];
  if (found === null) return 0;
  const given: readonly unknown[] = Array.isArray(found) ? found : [found];
  if (given.some((code) => codes.includes(code as string))) return points;
  const known = found !== undefined && !given.some((code) => NOT_KNOWN_CODES.includes(code as string));
  return known ? 0 : unknown(points, fact);
}

/** The points that the code itself says, 0 to 4. */
function pointsOf(facts: Facts, question: string): number | Between {
  const fact = answerFact(question);
  const found = facts[fact];
  if (found === null) return 0;
  const points = Number(found);
  return Number.isInteger(points) && points >= 0 && points <= 4 ? points : unknown(4, fact);
}

function either(parts: (number | Between)[]): number | Between {
  if (parts.includes(1)) return 1;
  return parts.find((part) => typeof part !== "number") ?? 0;
}

function sum(parts: readonly (number | Between)[]): number | Between {
  let [least, most] = [0, 0];
  const without: FactName[] = [];
  for (const part of parts) {
    least += typeof part === "number" ? part : part.least;
    most += typeof part === "number" ? part : part.most;
    if (typeof part !== "number") without.push(...part.without);
  }
  return without.length === 0 ? least : { least, most, without };
}

function each(fact: Fact, change: (value: number) => number): Fact {
  if (typeof fact === "number") return change(fact);
  const { least, most, without } = fact as Between;
  return { least: change(least), most: change(most), without };
}

const withoutMissing = (facts: Record<string, Fact | null | undefined>): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
