import type { User } from "~/auth/visitor.server";
import { today } from "~/clock.server";
import { ageOn } from "~/domain/age";
import { addDays, type IsoDate } from "~/domain/calendar";
import { said } from "~/domain/perioperative/assess";
import { against, askedRoute, seenFor, type Against, type SeenBy } from "~/domain/perioperative/decision";
import type { HubFitLevel } from "~/domain/perioperative/hub-limits";
import { countingMeasures, ENTERED_MEASURES, type EnteredMeasure } from "~/domain/perioperative/measures";
import { sourceWords } from "~/domain/perioperative/questionnaire/response-source";
import {
  blocksLowRisk,
  type DayCaseLevel,
  type Risk,
  type Route,
  type Verified,
} from "~/domain/perioperative/risk-rule";
import { rulesAt } from "~/domain/perioperative/screening-settings";
import { triageState, type Reopened, type TriageState } from "~/domain/perioperative/triage-state";
import type { Readiness } from "~/domain/waiting-list";
import { measureFacts } from "~/facts/measures";
import { allAnswers, type LatestAnswers } from "~/services/questionnaire/latest-answers.server";
import { ruleSet } from "~/services/triage/rule-set.server";
import { store } from "~/store.server";
import { recordPatientAccess } from "~db/patient-access";
import { findReadiness } from "~db/readiness";
import { assessmentsOfEntry, type HeldAssessment } from "~db/screening/assessments";
import { tasksOfEntry } from "~db/screening/care-tasks";
import { decisionsOfEntry } from "~db/screening/decisions";
import { measuresOf } from "~db/screening/measures";
import { boardEntry } from "~db/screening/triage-board";
import type { Scope } from "~db/scope";
import { findEntry, type HeldEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";
import { actorNames } from "../actor-names.server";
import { nameShown, procedureShown } from "../entry-words";
import { answerLines, type AnswerGroup } from "./answer-lines";
import { outcomeWords } from "./outcome-words";
import { factWords, leafWords, questionWords, titleOf } from "./rule-words";

/** A rule that fired, or is open, in words. */
export interface RuleShown {
  id: string;
  title: string;
  says: string[];
  because: string[];
  blocks: boolean;
  note: string;
  source: string;
  sourceUrl: string;
  verified: Verified;
}

export interface HubShown {
  site: string;
  name: string;
  level: HubFitLevel;
  suggested: boolean;
  reasons: { kind: "rule" | "limit"; words: string }[];
}

export interface CardPage {
  id: string;
  today: IsoDate;
  name: string;
  hospitalNumber: string;
  age: number;
  procedure: string;
  priority: HeldEntry["entry"]["priority"];
  state: TriageState;
  reopened: Reopened | null;
  readiness: Readiness;
  dated: boolean;
  /** Null: nobody has answered or measured anything yet. */
  result: {
    route: Route;
    asked: Route;
    risk: Risk;
    dayCase: DayCaseLevel;
    lowRisk: boolean;
    /** Rules that are open for want of an answer: the risk may be worse. */
    openAnswers: number;
    at: string;
    ruleSet: string;
  } | null;
  urgent: string[];
  rules: RuleShown[];
  /** What keeps the low-risk rules from holding, in words. */
  notLow: string[];
  unknown: string[];
  toRead: { question: string; text: string }[];
  notMeasured: string[];
  hubs: HubShown[];
  listOrder: { flag: string; inFile: boolean }[];
  answers: AnswerGroup[];
  answered: { words: string; at: string; before: string | null } | null;
  measures: {
    measure: EnteredMeasure;
    words: string;
    unit: string;
    value: number;
    takenOn: IsoDate;
    by: string;
    counts: boolean;
  }[];
  tasks: { id: string; words: string; urgent: boolean; at: string; ended: string | null }[];
  history: { at: string; words: string }[];
  /** What the form of a decision starts from. */
  deciding: Deciding | null;
  mayMeasure: boolean;
}

/** What somebody who may decide is shown. */
export interface Deciding {
  base: number;
  assessment: number;
  seen: SeenBy;
  fitUntil: IsoDate;
  validDays: number;
  hubs: { code: string; name: string; suggested: boolean }[];
  /** What being fit on the answers alone would go against. */
  against: Against[];
  mayOverride: boolean;
}

/** One patient's card, with everything behind it; a note of the look is kept. Null: none in scope that waits. */
export async function cardPage(user: User, scope: Scope, id: string): Promise<CardPage | null> {
  const { db } = store();
  const held = await findEntry(scope, db, id);
  if (held === null || held.state !== "listed") return null;
  const known = user.scope("patient.view").sites.includes(held.entry.listingSite);
  if (known)
    await recordPatientAccess(
      store(),
      { kind: "user", id: user.id },
      { patients: [held.patient], page: "triage card" },
    );
  const day = today();
  const [entry, readiness] = [
    (await boardEntry(scope, db, id, day, store().now()))!,
    (await findReadiness(scope, db, id))!,
  ];
  const assessments = await assessmentsOfEntry(scope, db, id);
  const answers = await allAnswers(db, id);
  const latest = assessments[0] ?? null;
  const { screening } = (await currentSettings(scope, db, held.organisation)).settings;
  const { thresholds } = rulesAt(screening, held.entry.listingSite);
  return {
    ...{ id, today: day, ...triageState(entry, day), readiness: entry.readiness, dated: entry.dated },
    name: known ? nameShown(held.entry.details) || held.entry.patientId : held.entry.pathwayId,
    hospitalNumber: known ? held.entry.patientId : "",
    age: ageOn(held.entry.birthDate, day),
    procedure: procedureShown(held.entry),
    priority: held.entry.priority,
    ...(await resultShown(user, held, latest, thresholds)),
    answers: answerLines(answers[0]?.answers ?? null, answers[1]?.answers ?? null),
    answered: answeredWords(answers),
    measures: await measuresShown(scope, id, day),
    tasks: (await tasksOfEntry(scope, db, id)).map((task) => ({
      ...{ id: task.id, words: task.words, urgent: task.urgent, at: task.raisedAt },
      ended:
        task.ended === null
          ? null
          : `${task.ended === "done" ? "Done" : "Not needed"}: ${task.reason || "no reason given"}`,
    })),
    history: await historyOf(scope, id, assessments),
    deciding: decidingOf(
      user,
      held,
      latest,
      readiness.decisions[0]?.number ?? 0,
      thresholds.fit_valid_days,
      day,
    ),
    mayMeasure: user.scope("measure.record").sites.includes(held.entry.listingSite),
  };
}

async function resultShown(
  user: User,
  { entry }: HeldEntry,
  latest: HeldAssessment | null,
  thresholds: Readonly<Record<string, number>>,
): Promise<
  Pick<
    CardPage,
    "result" | "urgent" | "rules" | "notLow" | "unknown" | "toRead" | "notMeasured" | "hubs" | "listOrder"
  >
> {
  if (latest === null)
    return {
      result: null,
      urgent: [],
      rules: [],
      notLow: [],
      unknown: [],
      toRead: [],
      notMeasured: [],
      hubs: [],
      listOrder: [],
    };
  const { content, at, ruleSet: version } = latest;
  const { rules } = ruleSet().ruleSet;
  const { route, risk, dayCase, lowRisk } = content;
  const siteName = (code: string) => user.sites.find((site) => site.code === code)?.name ?? code;
  const title = (id: string) =>
    titleOf(
      rules.find((rule) => rule.id === id),
      id,
      thresholds,
    );
  const answerOf = (question: string) => {
    const found = content.facts[`q.${question}`];
    return typeof found === "string" ? found : "";
  };
  return {
    result: {
      ...{ route, risk, dayCase, lowRisk, at, ruleSet: version, asked: askedRoute(content) },
      openAnswers: content.open.filter(({ blocks, questions }) => blocks && questions.length > 0).length,
    },
    urgent: said(content, "urgent").map(({ rule, within }) => `${title(rule)}: ${within}`),
    rules: content.fired.flatMap((id) => {
      const rule = rules.find((one) => one.id === id);
      const leaves = content.traces.find((trace) => trace.rule === id)?.leaves ?? [];
      if (!rule) return [];
      const { note, source, sourceUrl, verified } = rule;
      return [
        {
          ...{ id, note, source, sourceUrl, verified, title: title(id), blocks: blocksLowRisk(rule) },
          says: rule.outcomes.map(outcomeWords),
          because: leaves.filter(({ truth }) => truth === true).map(leafWords),
        },
      ];
    }),
    notLow: lowRisk ? [] : notLowWords(content, entry.anaesthetic === "LA" ? "Z06" : "Z05"),
    unknown: latest.response === null ? [] : content.unknown.map(questionWords),
    toRead: content.toRead.map((question) => ({
      question: questionWords(question),
      text: answerOf(question),
    })),
    notMeasured: [
      ...new Set(content.open.flatMap(({ facts }) => facts).filter((fact) => fact.startsWith("m."))),
    ].map(factWords),
    hubs: content.hubs.map(({ site, level, suggested, reasons }) => ({
      ...{ site, level, suggested, name: siteName(site) },
      reasons: reasons.map((reason) =>
        reason.kind === "rule"
          ? { kind: "rule" as const, words: title(reason.rule) }
          : { kind: "limit" as const, words: reason.limit },
      ),
    })),
    listOrder: [...new Set(said(content, "listOrder").map(({ flag }) => flag))].map((flag) => ({
      flag,
      inFile: entry.orderFlags.includes(flag),
    })),
  };
}

function notLowWords({ traces }: HeldAssessment["content"], rule: string): string[] {
  const leaves = traces.find((trace) => trace.rule === rule)?.leaves ?? [];
  return leaves.filter(({ truth }) => truth !== true).map(leafWords);
}

function answeredWords(answers: readonly LatestAnswers[]): CardPage["answered"] {
  const [last, before] = answers;
  if (!last) return null;
  const part = last.part === 1 ? "the first part" : "all parts";
  return {
    words: `Answered ${sourceWords(last.source)}, ${part}, version ${last.version}`,
    at: last.completedAt,
    before: before?.completedAt ?? null,
  };
}

async function measuresShown(scope: Scope, id: string, day: IsoDate): Promise<CardPage["measures"]> {
  const taken = await measuresOf(scope, store().db, [id]);
  const names = await actorNames(taken.map(({ by }) => by));
  const counting = countingMeasures(taken, day);
  const last = new Map(taken.map((one) => [one.measure, one.number]));
  return taken
    .filter(({ value }) => value !== null)
    .reverse()
    .map(({ measure, value, takenOn, by, number }) => {
      const { words, unit } = measureFacts(measure);
      const counts = last.get(measure) === number && counting[`m.${measure}`] !== undefined;
      return { measure, words, unit, takenOn, counts, value: value!, by: names(by) };
    })
    .sort(
      (a, b) =>
        Number(b.counts) - Number(a.counts) ||
        ENTERED_MEASURES.indexOf(a.measure) - ENTERED_MEASURES.indexOf(b.measure),
    );
}

async function historyOf(
  scope: Scope,
  id: string,
  assessments: readonly HeldAssessment[],
): Promise<CardPage["history"]> {
  const decisions = await decisionsOfEntry(scope, store().db, id);
  const names = await actorNames(decisions.map(({ by }) => by));
  const lines = [
    ...assessments.map(({ at, number, route, risk, ruleSet: version }) => ({
      at,
      words: `Assessment ${number}: route ${route}, risk ${risk}, rules ${version}`,
    })),
    ...decisions.map(({ at, by, kind, seen, reason, assessment }) => ({
      at,
      words: `${names(by)} ${kind === "confirmed" ? "confirmed" : "overrode"} assessment ${assessment} (${seen}): ${reason}`,
    })),
  ];
  return lines.sort((a, b) => b.at.localeCompare(a.at));
}

function decidingOf(
  user: User,
  { entry, organisation }: HeldEntry,
  latest: HeldAssessment | null,
  base: number,
  validDays: number,
  day: IsoDate,
): Deciding | null {
  const may = user.scope("readiness.confirm").sites.includes(entry.listingSite);
  if (!may || latest === null) return null;
  const hubs = user.sites.filter((site) => site.organisation === organisation && site.type === "hub");
  const suggested = latest.content.hubs.filter(({ level }) => level === "ok").map(({ site }) => site);
  return {
    ...{ base, validDays, assessment: latest.number },
    seen: seenFor(askedRoute(latest.content)),
    fitUntil: addDays(day, validDays),
    hubs: hubs.map(({ code, name }) => ({ code, name, suggested: suggested.includes(code) })),
    against: against(latest.content, { screening: "fit", seen: "read", hubs: suggested }),
    mayOverride: user.scope("rule.override").sites.includes(entry.listingSite),
  };
}
