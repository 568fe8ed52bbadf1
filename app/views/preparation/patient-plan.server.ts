import { today } from "~/clock.server";
import type { IsoDate } from "~/domain/calendar";
import type { PlanItem } from "~/domain/perioperative/preparation/plan";
import { textsAt } from "~/domain/perioperative/preparation/approved-text";
import {
  planDate,
  whenOf,
  type PatientWhen,
  type PlanDate,
} from "~/domain/perioperative/preparation/plan-date";
import { planStanding } from "~/domain/perioperative/preparation/progress";
import { procedureForPatient } from "~/facts/procedure-words";
import { actionSet, isAdvice } from "~/services/preparation/action-set.server";
import { surgeryDate } from "~/services/preparation/suggest-now.server";
import { store } from "~/store.server";
import { organisationScope } from "~db/organisations";
import { currentPlans } from "~db/preparation/plans";
import { stepsOfEntries } from "~db/preparation/steps";
import { textsOf } from "~db/preparation/texts";
import { findEntry, type HeldEntry } from "~db/waiting-list";
import type { WhomToCallView } from "~/components/patient/whom-to-call";
import { whomToCall } from "../patient/whom-to-call.server";
import { dueWords, patientWords } from "./item-shown.server";

/** One action as the patient reads it. */
export interface OwnItem {
  id: string;
  title: string;
  text: string;
  who: string;
  due: string;
  when: PatientWhen;
  /** The patient ticks it off. */
  mine: boolean;
  done: boolean;
  helpAsked: boolean;
}

/** A plan for the patient, on their page or on paper. */
export interface OwnPlan {
  operation: string;
  confirmedAt: string;
  surgery: PlanDate;
  items: OwnItem[];
  call: WhomToCallView;
}

/** Whose plan: found by a scoped read, or by the patient's own link. */
export interface PlanOwner {
  organisation: string;
  site: string;
  entry: string;
}

/** The plan that counts, as the patient reads it; null: none was confirmed, or they wait no more. */
export async function ownPlan(of: PlanOwner): Promise<{ plan: OwnPlan; held: HeldEntry } | null> {
  const { db } = store();
  const own = await organisationScope(db, of.organisation);
  const held = await findEntry(own, db, of.entry);
  const [plan] = held ? await currentPlans(own, db, [of.entry]) : [];
  if (!held || !plan) return null;
  const texts = textsAt(await textsOf(own, db, of.organisation), held.entry.listingSite);
  const steps = await stepsOfEntries(own, db, [of.entry]);
  const { owners } = actionSet();
  const surgery = planDate(plan.surgeryOn, await surgeryDate(db, held), today());
  const items = planStanding(plan.content.items, steps, today()).map(({ item, done, help }): OwnItem => ({
    ...{ id: item.id, title: item.title, when: whenOf(item, surgery.date) },
    text: patientWords(item, texts).text,
    who: owners[item.owner].patient,
    due: ownDue(item, surgery.date),
    mine: item.owner === "patient" && !isAdvice(item.id),
    ...{ done: done !== null, helpAsked: help !== null },
  }));
  return {
    held,
    plan: {
      ...{ items, confirmedAt: plan.at },
      surgery,
      operation: procedureForPatient(held.entry) || "your operation",
      call: await whomToCall(of),
    },
  };
}

/** When an action is due, for the patient; of what comes after the operation it is said that it does. */
function ownDue(item: PlanItem, surgery: IsoDate | null): string {
  if (isAdvice(item.id)) return KNOW[item.phase];
  const words = dueWords(item, today(), "patient");
  if (item.due === null) return words;
  const when = whenOf(item, surgery);
  if (when === "late")
    return `${words}, ${item.due === surgery ? "the day" : "after the date"} of your operation`;
  return when === "after" ? `After your operation, ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}

const KNOW = { before: "Until your operation", after: "After your operation" } as const;
