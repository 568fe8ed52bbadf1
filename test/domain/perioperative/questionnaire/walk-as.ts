import type { Answers, AnswerValue } from "~/domain/perioperative/answers";
import type { Question } from "~/domain/perioperative/questionnaire/questionnaire";
import { readPage, type Posted } from "~/domain/perioperative/questionnaire/read-page";
import { settle } from "~/domain/perioperative/questionnaire/settle";
import { firstOpenPage, nextPage, questionsOn, shownPages } from "~/domain/perioperative/questionnaire/walk";
import { QUESTIONNAIRE } from "~/facts/questionnaire";

/** What is true of a fit adult: the answers they would give to each question, were it asked by itself. */
export const FIT: Answers = {
  ...{ interpreter: "none", access_needs: ["none"], ld_autism: "no", contact_ways: ["text"] },
  ...{ contact_phone: "07700 900982", still_want: "yes", sdm_talked: "yes", sdm_time: "yes" },
  ...{
    condition_change: "same",
    short_notice: "7d",
    travel_hub: "yes",
    travel_time: "lt30",
    sex_birth: "male",
  },
  ...{ height_cm: 175, weight_kg: 73, weight_loss: "no", pregnant: "no", heart_conditions: ["none"] },
  ...{ chest_pain: "never", breathless: "never", blackouts: "no", lie_flat: "yes", high_bp: "no" },
  ...{
    bp_checked: "numbers",
    bp_sys: 126,
    bp_dia: 78,
    stroke: "never",
    clots: "no",
    lung_conditions: ["none"],
  },
  ...{
    chest_infection: "no",
    osa_known: "no",
    sleep_features: ["none"],
    diabetes: "no",
    kidney: "no",
    liver: "no",
  },
  ...{ anaemia: "no", bleeding: "no", sickle: "no", neuro: ["none"], neck_mouth: "no", reflux: "no" },
  ...{ cancer5: "no", skin: "no", hospital_6m: "no", other_conditions: "no", meds_any: "no", allergy: "no" },
  ...{ anaes_before: "yes", anaes_problem: ["none"], anaes_family: "no", blood_refuse: "no", stairs2: "yes" },
  ...{ activity_limit: "nothing", walking_aid: "none", daily_help: ["none"], falls: "no", memory: "no" },
  ...{ smoke: "never", audit1: "1", audit2: "0", audit3: "0", drugs: "no", active_days: "5+" },
  ...{
    help_wanted: ["none"],
    mood: "no",
    worry: "no",
    mental_health: "no",
    lives: "adult",
    adult_24h: "yes",
  },
  ...{ ride_home: "lift", phone_home: "yes", home_layout: "yes", carer_role: "no", smoke_help: "no" },
  ...{ blood_thinners: ["none"], special_meds: ["none"], diabetes_treatment: ["tablets"], hypos: "no" },
  ...{
    heart_event_when: "gt12",
    asthma_control: "well",
    lung_flare: "no",
    home_oxygen: "no",
    fit_last: "gt12",
  },
  ...{
    hospital_why: "A cut hand",
    other_conditions_text: "Gout",
    allergy_what: "Cats",
    allergy_severe: "no",
  },
  ...{
    ...{ teeth: ["none"], infection_risk: "no", cjd: "no", travel_sick: "no", vape: "no", meds_list: "Iron" },
    helper_name: "Ann",
    helper_relation: "family",
    helper_permission: "yes",
    interpreter_language: "Polish",
  },
};
const ACTIVITIES = [
  "selfcare",
  "indoors",
  "flat",
  "stairs",
  "run",
  "light",
  "moderate",
  "heavy",
  "garden",
  "brisk",
];
const yes = Object.fromEntries([...ACTIVITIES, "leisure", "sport"].map((name) => [`act_${name}`, "yes"]));

/** The ticks of a check-box page that say what is true. */
function ticksOf(screen: Question, truth: Answers): string[] {
  const isNo = (question: string, code: string) => [truth[question]].flat().includes(code);
  const none = screen.options.find(({ role }) => role === "none")!;
  const no = new Map(none.sets.map(({ question, code }) => [question, code]));
  const ticks = screen.options.filter(({ role, sets, opens }) => {
    if (role) return false;
    if (opens)
      return truth[opens] !== undefined && truth[opens] !== "dk" && !isNo(opens, no.get(opens) ?? "none");
    return sets.every(({ question, code }) => isNo(question, code));
  });
  const unsure = [...no.keys()].some((question) => isNo(question, "dk"));
  if (unsure && screen.options.some(({ role }) => role === "unsure"))
    return [...ticks.map(({ code }) => code), "dk"];
  const alone = screen.options.find(
    ({ role, sets }) => role === "only" && sets.every((s) => isNo(s.question, s.code)),
  );
  const codes = ticks.map(({ code }) => code);
  return codes.length > 0 ? codes : [alone?.code ?? "none"];
}

/** What a browser would post of the page. */
export function postedBy(questions: readonly Question[], truth: Answers): Posted {
  const fields = questions.flatMap((question): [string, string[]][] => {
    if (question.screen) return [[question.id, ticksOf(question, truth)]];
    const value: AnswerValue | undefined = truth[question.id];
    if (value === undefined) return [];
    const end = question.entry === "height" ? "-cm" : question.entry === "weight" ? "-kg" : "";
    return value === "dk" && end
      ? [[`${question.id}-dk`, ["1"]]]
      : [[question.id + end, [value].flat().map(String)]];
  });
  return Object.fromEntries(fields);
}

export interface Walk {
  pages: string[];
  given: Answers;
}

/** Walks from the first page to the check of answers as a patient of whom `truth` is true, by posting each page. */
export function walkAs(truth: Answers, record: Answers, parts = 1): Walk {
  const all = { ...yes, ...FIT, ...truth };
  let given: Answers = { who_answering: "me", ...record };
  const pages: string[] = [];
  let page = shownPages(QUESTIONNAIRE, settle(QUESTIONNAIRE, given, parts))[0] ?? null;
  while (page) {
    pages.push(page.id);
    const questions = questionsOn(page, settle(QUESTIONNAIRE, given, parts));
    const read = readPage(QUESTIONNAIRE, page, given, postedBy(questions, all), parts);
    if (read.faults.length > 0) throw new Error(`${page.id}: ${JSON.stringify(read.faults)}`);
    given = read.given;
    page = nextPage(QUESTIONNAIRE, settle(QUESTIONNAIRE, given, parts), page.id);
    if (pages.length > 200) throw new Error("walks in a circle");
  }
  const open = firstOpenPage(QUESTIONNAIRE, settle(QUESTIONNAIRE, given, parts));
  if (open) throw new Error(`${open.id} is left without an answer`);
  return { pages, given };
}
