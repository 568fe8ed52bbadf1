import { openChange } from "~/domain/perioperative/check-in/health-change";
import type { Answers } from "~/domain/perioperative/answers";
import { decisionStanding } from "~/domain/perioperative/shared-decision/shared-decision";
import { settingsAt, type WorkspaceSettings } from "~/domain/workspace-settings";
import { ALSO_ANSWERS, HEALTH_CHANGES } from "~/facts/check-in";
import { REMINDED_KINDS } from "~/facts/messages";
import { checkInsOf } from "~/services/check-in/checked-in.server";
import type { Reader } from "~db/engine";
import { lastWords } from "~db/patient-words";
import type { Scope } from "~db/scope";
import { sharedDecisions } from "~db/shared-decisions";
import { unansweredReminders } from "~db/unanswered";
import type { HeldEntry } from "~db/waiting-list";
import type { WaitingKnown } from "./entry-facts.server";

const REMINDERS = REMINDED_KINDS.map(({ remindedBy }) => remindedBy);

interface Asked {
  /** The last answers to the questions at listing. */
  answers: { completedAt: string } | null;
  /** When somebody last decided about fitness, UTC; null: never. */
  decidedAt: string | null;
  settings: Pick<WorkspaceSettings, "all" | "sites">;
}

/** What the rules know of the contact with a patient who waits; `later`: answers that a check-in, or their page, gave since. */
export async function waitingKnown(
  scope: Scope,
  db: Reader,
  { id, entry }: HeldEntry,
  { answers, decidedAt, settings }: Asked,
): Promise<WaitingKnown & { later: Answers }> {
  const checkIns = (await checkInsOf(db, [id])).get(id) ?? [];
  const answeredAt = answers?.completedAt ?? null;
  const last = checkIns.at(-1);
  const isLater = last !== undefined && last.completedAt > (answeredAt ?? "");
  const wants = (await lastWords(db, id)).get("stillWant");
  const formAt = isLater ? last.completedAt : (answeredAt ?? "");
  const wanted: Answers = wants && wants.at > formAt ? { still_want: wants.code } : {};
  const stages = (await sharedDecisions(scope, db, [id])).get(id) ?? [];
  const { reflectionDays } = settingsAt(settings, entry.listingSite);
  return {
    change: openChange(checkIns, HEALTH_CHANGES, { decidedAt, answeredAt })?.response ?? null,
    contactAt: isLater ? last.completedAt : answeredAt,
    unanswered: await unansweredReminders(db, id, REMINDERS),
    stageTwo: decisionStanding(stages, reflectionDays).complete,
    later: { ...(isLater ? pick(last.answers, ALSO_ANSWERS) : {}), ...wanted },
  };
}

const pick = (answers: Answers, questions: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => questions.includes(id)));
