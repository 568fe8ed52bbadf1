import type { User } from "~/auth/visitor.server";
import { dateText } from "~/components/date-text";
import { today } from "~/clock.server";
import { ageOn } from "~/domain/age";
import { addDays, type IsoDate } from "~/domain/calendar";
import { rangeAgainst, rangeSpoken } from "~/domain/dates-to-avoid";
import { against, askedRoute, seenFor, type Against, type SeenBy } from "~/domain/perioperative/decision";
import { sourceWords } from "~/domain/perioperative/questionnaire/response-source";
import { rulesAt } from "~/domain/perioperative/screening-settings";
import { triageState, type Reopened, type TriageState } from "~/domain/perioperative/triage-state";
import type { Readiness } from "~/domain/waiting-list";
import { allAnswers, type LatestAnswers } from "~/services/questionnaire/latest-answers.server";
import { store } from "~/store.server";
import { procedureInFull } from "~/facts/procedure-words";
import { recordPatientAccess } from "~db/patient-access";
import { findReadiness } from "~db/readiness";
import { assessmentsOfEntry, type HeldAssessment } from "~db/screening/assessments";
import { tasksOfEntry } from "~db/screening/care-tasks";
import { datedEntries } from "~db/screening/dated-entries";
import { boardEntry } from "~db/screening/triage-board";
import type { Scope } from "~db/scope";
import { findEntry, type HeldEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";
import { nameShown } from "../entry-words";
import { checkInsShown, type CheckInShown } from "../check-in/check-ins-shown.server";
import { decisionShown, type DecisionShown } from "../shared-decision/shared-decision.server";
import { planInShort, type PlanInShort } from "../preparation/plan-in-short.server";
import { answerLines, type AnswerGroup } from "./answer-lines";
import { historyOf, measuresShown, type MeasureShown } from "./card-records.server";
import { resultShown, type ResultShown } from "./card-result.server";

/** One patient's card. */
export interface CardPage extends ResultShown {
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
  /** The date falls on days on which the patient cannot come, in words; null: it does not. */
  dateClash: string | null;
  answers: AnswerGroup[];
  answered: { words: string; at: string; before: string | null } | null;
  measures: MeasureShown[];
  /** The two stages of the shared decision. */
  shared: DecisionShown;
  /** Check-ins, the latest first. */
  checkIns: CheckInShown[];
  tasks: { id: string; words: string; urgent: boolean; at: string; ended: string | null }[];
  plan: PlanInShort;
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
    dateClash: await dateClash(scope, id, day),
    age: ageOn(held.entry.birthDate, day),
    procedure: procedureInFull(held.entry),
    priority: held.entry.priority,
    ...resultShown(user, held, latest, thresholds),
    answers: answerLines(
      answers[0]?.answers ?? null,
      answers[1]?.answers ?? null,
      answers[0]?.contradictions ?? [],
    ),
    answered: answeredWords(answers),
    measures: await measuresShown(scope, id, day),
    shared: await decisionShown(user, scope, held),
    checkIns: await checkInsShown(id),
    tasks: (await tasksOfEntry(scope, db, id)).map((task) => ({
      ...{ id: task.id, words: task.words, urgent: task.urgent, at: task.raisedAt },
      ended:
        task.ended === null
          ? null
          : `${task.ended === "done" ? "Done" : "Not needed"}: ${task.reason || "no reason given"}`,
    })),
    plan: await planInShort(scope, held),
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

async function dateClash(scope: Scope, id: string, day: IsoDate): Promise<string | null> {
  const [dated] = await datedEntries(scope, store().db, day, id);
  const range = dated && rangeAgainst(dated.unavailable, dated.date);
  return range
    ? `on ${dateText(dated.date)}, but the patient cannot come on ${rangeSpoken(range, day)}`
    : null;
}

function answeredWords(answers: readonly LatestAnswers[]): CardPage["answered"] {
  const [last, before] = answers;
  if (!last) return null;
  const part = last.part === 1 ? "the first part" : "all parts";
  return {
    words: `Answered ${sourceWords(last.source)}, ${part}`,
    at: last.completedAt,
    before: before?.completedAt ?? null,
  };
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
