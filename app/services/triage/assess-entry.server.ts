import { createHash } from "node:crypto";
import { today } from "~/clock.server";
import { assess, said, siteRules, type Assessment } from "~/domain/perioperative/assess";
import { concernsOf, isWorse, keptAssessment } from "~/domain/perioperative/kept-assessment";
import { factsOfCondition } from "~/domain/perioperative/rule-questions";
import { limitsOf, rulesAt, type ScreeningSettings } from "~/domain/perioperative/screening-settings";
import { latestAnswers, type LatestAnswers } from "~/services/questionnaire/latest-answers.server";
import type { Actor } from "~db/actor";
import type { Tx } from "~db/commit";
import type { Reader } from "~db/engine";
import { listSites, wholeScope } from "~db/organisations";
import { placesOf } from "~db/placed-dates";
import { findReadiness } from "~db/readiness";
import { assessmentsOfEntry, insertAssessment, type HeldAssessment } from "~db/screening/assessments";
import { raiseTasks, type NewTask } from "~db/screening/care-tasks";
import { decisionsOfEntry } from "~db/screening/decisions";
import { measuresOf } from "~db/screening/measures";
import type { Scope } from "~db/scope";
import type { Store } from "~db/store";
import { findEntry, type HeldEntry } from "~db/waiting-list";
import { currentSettings } from "~db/workspace-settings";
import { raiseForPlanOf } from "~/services/preparation/watch-plans.server";
import { entryFacts } from "./entry-facts.server";
import { measureTasks } from "./measure-tasks.server";
import { ruleSet } from "./rule-set.server";
import { urgentTasksOf } from "./urgent-tasks.server";
import { waitingKnown } from "./waiting-known.server";

/** What the rules say of an entry now, and what they looked at. */
export interface AssessedNow {
  assessment: Assessment;
  kept: HeldAssessment["content"];
  answers: LatestAnswers | null;
  screening: ScreeningSettings;
  /** The check-in that told of a change of health which nobody has looked at; null: none. */
  checkIn: string | null;
}

/** Evaluates the rules of the entry's site as everything stands; nothing is kept. */
export async function assessNow(scope: Scope, db: Reader, held: HeldEntry): Promise<AssessedNow> {
  const { settings } = await currentSettings(scope, db, held.organisation);
  const { screening } = settings;
  const answers = await latestAnswers(db, held.id);
  const decisions = (await findReadiness(scope, db, held.id))?.decisions ?? [];
  const fit = decisions.find((one) => one.screening === "fit");
  const { later, ...waiting } = await waitingKnown(scope, db, held, {
    ...{ answers, decidedAt: decisions[0]?.decidedAt ?? null, settings },
  });
  const facts = entryFacts(
    {
      entry: held.entry,
      answered: answers && {
        completedAt: answers.completedAt,
        answers: { ...answers.forRules, ...later },
        contradicted: answers.contradictions.map(({ question }) => question),
      },
      measures: await measuresOf(scope, db, [held.id]),
      fitSince: fit?.decidedAt.slice(0, 10) ?? null,
      waiting,
    },
    screening,
  );
  const { passes, ruleSet: rules } = ruleSet();
  const sites = await listSites(await wholeScope(db), db);
  const hubs = sites
    .filter(({ organisation, type }) => organisation === held.organisation && type === "hub")
    .map(({ code }) => ({ site: code, limits: limitsOf(screening, code) }));
  const site = siteRules(passes, rulesAt(screening, held.entry.listingSite));
  const assessment = assess(site, facts, hubs);
  const suggesting = rules.rules.filter(({ outcomes }) => outcomes.some(({ type }) => type === "suggest"));
  const kept = keptAssessment(assessment, facts.facts, new Set(suggesting.map(({ id }) => id)));
  return { assessment, kept, answers, screening, checkIn: waiting.change };
}

/**
 * Evaluates the rules of an entry and keeps what they say, where it is something else than they said last or rests on
 * other answers. Raises at once what cannot wait: an urgent symptom, and answers that are worse for a patient with a date.
 * Call it within the commit that changed something, such as the one that completes the answers. `plansLater`: whoever
 * calls looks at the preparation plans afterwards.
 * @returns the number of the assessment that counts; null: no such entry in scope
 */
export async function assessEntry(
  scope: Scope,
  store: Store,
  actor: Actor,
  entry: string,
  plans: "plansNow" | "plansLater" = "plansNow",
): Promise<number | null> {
  return store.commit(actor, "screening.assess", async (tx) => {
    const held = await findEntry(scope, tx.db, entry);
    if (held === null) return null;
    const now = await assessNow(scope, tx.db, held);
    const before = await assessmentsOfEntry(scope, tx.db, entry);
    const response = now.answers?.response ?? null;
    if (before[0] && isSame(before[0], now, response)) return before[0].number;
    const { route, risk, hub, lowRisk } = now.assessment;
    const about = { organisation: held.organisation, site: held.entry.listingSite };
    const number = await insertAssessment(
      tx,
      {
        ...{ entry, response, route, risk, hub, lowRisk, content: now.kept },
        ...{ ruleSet: ruleSet().ruleSet.version, settings: settingsDigest(now.screening) },
        urgent: said(now.assessment, "urgent").length > 0,
        checkIn: now.checkIn,
      },
      about,
    );
    const changed = await changedTasks(tx, held, now, before[0]);
    const worsened = changed.length > 0 ? [] : await worsenedTasks(scope, tx, held, now, before);
    const { thresholds } = rulesAt(now.screening, held.entry.listingSite);
    const measured = measureTasks(taskOf(held), now.assessment, before[0], thresholds);
    await raiseTasks(tx, [...urgentTasks(held, now, before[0]), ...changed, ...worsened, ...measured]);
    if (plans === "plansNow") await raiseForPlanOf(scope, tx, entry);
    return number;
  });
}

/** Tells rules and settings apart: the same digest means that nothing about them has changed. */
export function settingsDigest(screening: ScreeningSettings): string {
  const text = JSON.stringify([ruleSet().ruleSet.version, screening]);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/**
 * Whether rules that are on say what they said before, on the same answers. Those that look at where the patient is in the
 * work are left out: a decision, or a day that passes, is nothing new about the patient.
 */
function isSame(
  last: HeldAssessment,
  { kept, screening, checkIn }: AssessedNow,
  response: string | null,
): boolean {
  const workflow = workflowRules();
  const result = ({ fired, open, hubs, unknown, toRead }: HeldAssessment["content"]) =>
    JSON.stringify({
      fired: fired.filter((id) => !workflow.has(id)),
      open: open.filter(({ rule }) => !workflow.has(rule)),
      hubs: hubs.map(({ site, level, reasons }) => ({ site, level, reasons })),
      ...{ unknown, toRead },
    });
  return (
    last.response === response &&
    // One that somebody decided about is no longer open, which is no news either.
    (checkIn === null || checkIn === last.checkIn) &&
    last.settings === settingsDigest(screening) &&
    result(last.content) === result(kept)
  );
}

/** What is recorded of the shared decision is news; time, decisions and messages are not. */
const workflowRules = () =>
  new Set(
    ruleSet()
      .ruleSet.rules.filter(({ condition }) =>
        factsOfCondition(condition).some(
          (fact) => fact.startsWith("t.") && fact !== "t.sdm_stage2_confirmed",
        ),
      )
      .map(({ id }) => id),
  );

const taskOf = ({ id: entry, organisation, entry: { listingSite: site } }: HeldEntry) => ({
  ...{ entry, organisation, site },
});

/** A symptom is urgent once for the answers that tell of it: a task that somebody ended does not come back with a measure. */
function urgentTasks(
  held: HeldEntry,
  { assessment, screening, answers }: AssessedNow,
  last: HeldAssessment | undefined,
): NewTask[] {
  const told = last?.response === (answers?.response ?? null) ? said(last.content, "urgent") : [];
  const { thresholds } = rulesAt(screening, held.entry.listingSite);
  const fresh = said(assessment, "urgent").filter(({ rule }) => told.every((one) => one.rule !== rule));
  return urgentTasksOf(taskOf(held), fresh, thresholds);
}

async function worsenedTasks(
  scope: Scope,
  tx: Tx,
  held: HeldEntry,
  { assessment, answers }: AssessedNow,
  before: readonly HeldAssessment[],
): Promise<NewTask[]> {
  const { screening } = held.entry;
  if ((screening !== "fit" && screening !== "optimising") || !(await hasDate(tx.db, held))) return [];
  const decision = (await decisionsOfEntry(scope, tx.db, held.id))[0];
  const seen = before.find(({ number }) => number === decision?.assessment);
  const now = { ...assessment, concerns: concernsOf(assessment, answers?.response ?? null) };
  const then = seen && { ...seen, concerns: concernsOf(seen.content, seen.response) };
  // Somebody whom the file alone knows is no worse for what nobody has asked them yet, nor while they are made ready.
  const worse = then ? isWorse(now, then) : screening === "fit" && answers !== null && !assessment.lowRisk;
  if (!worse) return [];
  const when = screening === "fit" ? "they were confirmed fit" : "somebody decided to make them ready";
  const words = `The patient has a date, and what is known now is worse than when ${when}`;
  return [{ ...taskOf(held), kind: "worsened", about: "", urgent: true, words }];
}

/** Whoever has a date and tells of a change is looked at at once, whatever the rules make of it. */
async function changedTasks(
  tx: Tx,
  held: HeldEntry,
  { checkIn }: AssessedNow,
  last: HeldAssessment | undefined,
): Promise<NewTask[]> {
  if (checkIn === null || last?.checkIn === checkIn || !(await hasDate(tx.db, held))) return [];
  const words = "The patient has a date, and told of a change of health at the check-in";
  return [{ ...taskOf(held), kind: "worsened", about: checkIn, urgent: true, words }];
}

/** Whether an entry has a date to come, in the file or in Hublist. */
export async function hasDate(db: Reader, { id, entry }: HeldEntry): Promise<boolean> {
  const day = today();
  if (entry.tciDate !== null && entry.tciDate >= day) return true;
  return (await placesOf(db, [id], day)).has(id);
}
