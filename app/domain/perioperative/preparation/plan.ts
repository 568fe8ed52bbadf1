import type { IsoDate } from "../../calendar";
import type { Owner } from "./owner";

export const PLAN_PHASES = ["before", "after"] as const;
export type PlanPhase = (typeof PLAN_PHASES)[number];

/** Whom a patient can be referred to; names are in app/facts/preparation-actions.json. */
export const REFERRALS = [
  "gp",
  "smoking",
  "alcohol",
  "pharmacy",
  "dietitian",
  "physiotherapy",
  "diabetes",
  "sleep",
  "haematology",
  "frailty",
  "talkingTherapies",
  "socialPrescribing",
] as const;
export type ReferralTo = (typeof REFERRALS)[number];

/** A text that a site approved, as a plan quotes it: by its approval, so that one that is withdrawn is seen no more. */
export interface QuotedText {
  topic: string;
  /** Whose text it is; empty: the organisation's. */
  site: string;
  /** Number of the approval; null: none was approved, and the plan says to ask. */
  number: number | null;
}

/** One action of a plan, with the words as they stood when it was confirmed. */
export interface PlanItem {
  /** The action's id in app/facts/preparation-actions.json, or `own-1`, `own-2` for words of a nurse. */
  id: string;
  title: string;
  /** Words for the patient, one sentence or more. */
  patientText: string;
  staffText: string;
  owner: Owner;
  phase: PlanPhase;
  /** null: when the patient has a date. */
  due: IsoDate | null;
  /** The patient is not ready for surgery before it is done. */
  blocks: boolean;
  referral: ReferralTo | null;
  quotes: QuotedText | null;
  /** What it rests on, in words of rules and answers; of an action that a nurse added, the reason. */
  because: string[];
  /** Number of the entry's last step when the action came back into the plan; steps up to it count no more. */
  stepsBefore?: number;
}

/** An action that was suggested and left out. */
export interface RemovedItem {
  id: string;
  title: string;
  reason: string;
}

/** What is kept of a confirmed plan. */
export interface PlanContent {
  items: PlanItem[];
  removed: RemovedItem[];
  /** Ids of actions of the table that a nurse chose though nothing started them. */
  chosen: string[];
  /** Latest due date of the actions that block; null: none does. */
  earliestReady: IsoDate | null;
  /** What is missing for going home, in words for staff. */
  goingHome: string[];
}

/** The latest due date of the actions before surgery that block; null: none does. */
export function earliestReady(items: readonly Pick<PlanItem, "blocks" | "phase" | "due">[]): IsoDate | null {
  const dates = items.flatMap(({ blocks, phase, due }) => (blocks && phase === "before" && due ? [due] : []));
  return dates.length === 0 ? null : dates.reduce((latest, due) => (due > latest ? due : latest));
}
