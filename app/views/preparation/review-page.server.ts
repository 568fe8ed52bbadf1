import type { User } from "~/auth/visitor.server";
import type { IsoDate } from "~/domain/calendar";
import { seenFor, askedRoute, type SeenBy } from "~/domain/perioperative/decision";
import { OWNERS } from "~/domain/perioperative/preparation/owner";
import { REFERRALS, type PlanContent } from "~/domain/perioperative/preparation/plan";
import type { PreparationAction } from "~/domain/perioperative/preparation/action";
import { actionSet } from "~/services/preparation/action-set.server";
import { planForReview, shownDigest } from "~/services/preparation/plan-to-review.server";
import { wordsRead } from "~/services/preparation/words-read.server";
import { store } from "~/store.server";
import { findReadiness } from "~db/readiness";
import { assessmentsOfEntry } from "~db/screening/assessments";
import type { Scope } from "~db/scope";
import type { Readiness } from "~/domain/waiting-list";
import { questionWords } from "../triage/rule-words";
import { changeWords } from "./plan-page.server";
import { textsLacking } from "./item-shown.server";
import { planPatient, type PlanPatient } from "./plan-patient.server";

/** What a nurse looks a plan through on. */
export interface ReviewPage {
  patient: PlanPatient;
  base: number;
  assessment: number;
  readinessBase: number;
  readiness: Readiness;
  surgeryOn: IsoDate | null;
  /** Digest of the actions as they are shown, so that no others are confirmed. */
  shown: string;
  content: Pick<PlanContent, "items" | "removed" | "goingHome" | "chosen">;
  /** Actions of the table that are not in it. */
  others: readonly PreparationAction[];
  lacking: string[];
  changes: string[];
  seen: SeenBy;
  /** What the patient wrote; none where this person's own decision on the same answers said that they read it. */
  toRead: { question: string; text: string }[];
  owners: { value: string; text: string }[];
  referrals: { value: string; text: string }[];
}

/** The plan to look through: the confirmed one with what has changed, else the suggestion; null: nothing to suggest from. */
export async function reviewPage(user: User, scope: Scope, id: string): Promise<ReviewPage | null> {
  const found = await planPatient(user, scope, id, "review of a preparation plan");
  if (!found) return null;
  const { db } = store();
  const review = await planForReview(scope, db, found.held);
  if (!review) return null;
  const { plan, suggested, changes, content, others } = review;
  const latest = (await assessmentsOfEntry(scope, db, id))[0]!;
  const readiness = (await findReadiness(scope, db, id))!;
  const { owners, referrals } = actionSet();
  const textOf = (question: string) => {
    const text = latest.content.facts[`q.${question}`];
    return typeof text === "string" ? text : "";
  };
  const read = await wordsRead(scope, db, id, { kind: "user", id: user.id });
  const toRead = read ? [] : latest.content.toRead;
  return {
    patient: found.patient,
    ...{ base: plan?.number ?? 0, assessment: suggested.assessment, surgeryOn: suggested.surgeryOn },
    readinessBase: readiness.decisions[0]?.number ?? 0,
    readiness: readiness.counts,
    shown: shownDigest(review),
    content,
    others,
    lacking: textsLacking(content.items, suggested.texts),
    changes: changes ? changeWords(changes) : [],
    seen: seenFor(askedRoute(latest.content)),
    toRead: toRead.map((question) => ({ question: questionWords(question), text: textOf(question) })),
    owners: OWNERS.map((value) => ({ value, text: owners[value].staff })),
    referrals: REFERRALS.map((value) => ({ value, text: referrals[value].name })),
  };
}
