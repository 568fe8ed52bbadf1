import type { Answers, AnswerValue } from "~/domain/perioperative/answers";
import { assess, siteRules } from "~/domain/perioperative/assess";
import { DEFAULT_HUB_LIMITS } from "~/domain/perioperative/hub-limits";
import { patientFacts, type Screened } from "~/domain/perioperative/patient-facts";
import { ROUTES, type Route } from "~/domain/perioperative/risk-rule";
import type { ScreeningQuestion } from "~/domain/perioperative/screening-question";
import { DEFAULT_THRESHOLDS } from "~/domain/perioperative/thresholds";
import { Random } from "~/demo/random";
import { PROCEDURES } from "~/facts/procedures";
import { SCREENING_QUESTIONS } from "~/facts/screening-questions";
import { surgerySeverity } from "~/facts/surgery-severity";
import { ruleSet } from "~/services/triage/rule-set.server";
import { readGiven, usage, type Command } from "../../hublist/command";
import type { BenchProgress } from "../bench-command";
import { textTable } from "../table";

const PATIENTS = 7000;

const RULES: Command = {
  name: "rules",
  summary: `Measures the rules of perioperative screening: all of them with their traces, for ${PATIENTS} patients made at random
and two hubs. Processor seconds are those of the evaluation, user and system.`,
  positionals: [],
  options: {
    json: { type: "boolean", words: "Print the figures alone, as one line of JSON" },
    patients: { type: "string", value: "N", words: `Patients to make (${PATIENTS})` },
  },
  run: async () => undefined,
};

/** Runs `bench rules` and prints what was measured. */
export function rulesBench(words: string[], progress: BenchProgress): void {
  if (words.includes("--help")) return console.log(usage(RULES, "npm run bench -- rules"));
  const given = readGiven(RULES, words);
  const patients = Number(given.text("patients") ?? PATIENTS);
  progress.now(`making ${patients} patients`);
  const random = new Random(1, "rules bench");
  const screened = Array.from({ length: patients }, () => inventScreened(random));
  const { ruleSet: set, passes } = ruleSet();
  // Every rule is on, also those that a site switches on by itself.
  const switches = Object.fromEntries(set.rules.map(({ id }) => [id, true]));
  const site = siteRules(passes, { switches, thresholds: DEFAULT_THRESHOLDS });
  const hubs = ["A", "B"].map((site) => ({ site, limits: DEFAULT_HUB_LIMITS }));
  progress.now("evaluating");
  const routes = new Map<Route, number>();
  let [comparisons, traces] = [0, 0];
  const before = process.cpuUsage();
  for (const each of screened) {
    const result = assess(site, patientFacts(SCREENING_QUESTIONS, each), hubs);
    routes.set(result.route, (routes.get(result.route) ?? 0) + 1);
    const all = [...result.traces, ...result.hubs.flatMap((hub) => hub.traces)];
    traces += all.length;
    for (const trace of all) comparisons += trace.leaves.length;
  }
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = Math.round((user + system) / 1e3) / 1e3;
  if (!given.is("json")) {
    console.log(
      textTable([["route", "patients"], ...ROUTES.map((route) => [route, String(routes.get(route) ?? 0)])]),
    );
    console.log(`\n${traces} rules traced, ${comparisons} comparisons.\n`);
  }
  console.log(JSON.stringify({ cpuSeconds, patients, rules: set.rules.length }));
}

/** A patient who answers most questions plainly, some otherwise, and leaves some out. */
function inventScreened(random: Random): Screened {
  const procedure = random.pick(PROCEDURES);
  return {
    age: 18 + random.whole(75),
    answers: inventAnswers(random),
    procedure: {
      code: procedure.code,
      ...surgerySeverity(procedure.code),
      anaesthetic: random.pick(["general", "regional", "local"]),
      ...{ hvlc: procedure.hvlc, nights: procedure.nights, criticalCare: false },
    },
    measures: random.chance(0.5) ? { "m.hb": 100 + random.whole(60), "m.asa": 1 + random.whole(4) } : {},
    workflow: {
      ...{ status: "answered", daysSinceListed: random.whole(400), daysSinceFitConfirmed: null },
      ...{ daysSinceLastContact: random.whole(120), stageTwoConfirmed: random.chance(0.5) },
      ...{ unansweredMessages: 0, healthChangeReported: false },
    },
  };
}

function inventAnswers(random: Random): Answers {
  const given = SCREENING_QUESTIONS.filter(() => random.chance(0.97)).map(
    (question): [string, AnswerValue] => [question.id, inventAnswer(question, random)],
  );
  return Object.fromEntries(given);
}

function inventAnswer({ id, kind, codes = [], plain = [] }: ScreeningQuestion, random: Random): AnswerValue {
  if (kind === "text") return random.chance(0.1) ? "Something to be read" : "";
  if (kind === "number") return id === "height_cm" ? 150 + random.whole(40) : 55 + random.whole(60);
  const code = plain.length > 0 && random.chance(0.95) ? random.pick(plain) : random.pick(codes);
  return kind === "codes" ? [code] : code;
}
