import { assess, said, siteRules } from "~/domain/perioperative/assess";
import type { Answers } from "~/domain/perioperative/answers";
import { answersOf, settle } from "~/domain/perioperative/questionnaire/settle";
import { rulesAt, type ScreeningSettings } from "~/domain/perioperative/screening-settings";
import { entryFacts } from "~/services/triage/entry-facts.server";
import { ruleSet } from "~/services/triage/rule-set.server";
import { urgentTasksOf } from "~/services/triage/urgent-tasks.server";
import type { Tx } from "~db/commit";
import { organisationScope } from "~db/organisations";
import { raiseTasks, type NewTask } from "~db/screening/care-tasks";
import { currentSettings } from "~db/workspace-settings";
import { urgentOfCheckIn } from "../check-in/act-on-check-in.server";
import type { HeldForm } from "./form.server";

/** Nothing of the contact counts for an urgent symptom. */
const NO_CONTACT = { change: null, contactAt: null, unanswered: 0, stageTwo: false };

/**
 * Raises at once what a page tells that cannot wait, by the rules for sent answers: many forms are begun and never sent.
 * What the form told before this page raises nothing again, so that a task that somebody ended stays ended while the
 * patient goes on. Within the commit that saves the page. `given`: all that was typed, with this page.
 */
export async function raiseUrgent(tx: Tx, form: HeldForm, given: Answers): Promise<void> {
  const own = await organisationScope(tx.db, form.held.organisation);
  const { settings } = await currentSettings(own, tx.db, form.held.organisation);
  const tasks = (typed: Answers) => urgentOf(form, typed, settings.screening);
  const before = new Set(tasks(form.given).map(({ about }) => about));
  await raiseTasks(
    tx,
    tasks(given).filter(({ about }) => !before.has(about)),
  );
}

function urgentOf(
  { key, questionnaire, held: { id, organisation, entry } }: HeldForm,
  typed: Answers,
  screening: ScreeningSettings,
): NewTask[] {
  const answers = answersOf(questionnaire, settle(questionnaire, typed, key.part));
  const of = { entry: id, organisation, site: entry.listingSite };
  if (key.form === "checkIn") return urgentOfCheckIn({ ...of, questionnaire }, answers);
  const answered = { answers, completedAt: "", contradicted: [] };
  const known = { entry, answered, measures: [], fitSince: null, waiting: NO_CONTACT };
  const rules = rulesAt(screening, entry.listingSite);
  const assessment = assess(siteRules(ruleSet().passes, rules), entryFacts(known, screening), []);
  return urgentTasksOf(of, said(assessment, "urgent"), rules.thresholds, ", in answers not sent yet");
}
