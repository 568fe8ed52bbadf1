import type { PlanContent } from "~/domain/perioperative/preparation/plan";
import { REFERRAL_STATES, STEP_KINDS, TEXT_ACTS } from "~/domain/perioperative/preparation/step";
import { oneOf, t } from "../columns";
import { organisation } from "./organisations";
import { waitingListEntry } from "./waiting-list";

/**
 * Words about medicines and fasting that a site wrote and approved: plans quote these and nothing else about them.
 * Append-only; of a topic the last approval counts until it is withdrawn.
 */
export const preparationText = t.table(
  "preparation_text",
  {
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    /** Empty: every site that has none of its own. */
    site: t.text("site").notNull(),
    topic: t.text("topic").notNull(),
    number: t.int("number").notNull(),
    act: t.enumText("act", TEXT_ACTS).notNull(),
    /** What was written; of an approval, what was approved; empty when withdrawn. */
    text: t.text("text").notNull(),
    reason: t.text("reason").notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.organisation, c.site, c.topic, c.number] }),
    oneOf("preparation_text_act_known", c.act, TEXT_ACTS),
  ],
);

/** A patient's preparation plan as a named person confirmed it. Append-only; the highest number of an entry counts. */
export const preparationPlan = t.table(
  "preparation_plan",
  {
    entry: t
      .text("entry")
      .notNull()
      .references(() => waitingListEntry.id),
    number: t.int("number").notNull(),
    /** Number of the assessment that it was made from. */
    assessment: t.int("assessment").notNull(),
    /** The date of surgery that due dates were counted to; null: there was none. */
    surgeryOn: t.date("surgery_on"),
    earliestReady: t.date("earliest_ready"),
    content: t.json<PlanContent>("content").notNull(),
    /** Why it was changed; empty for the first. */
    reason: t.text("reason").notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
  },
  (c) => [t.primaryKey({ columns: [c.entry, c.number] })],
);

/** What somebody did about an action of a plan. Append-only; of an item the last of each kind counts. */
export const preparationStep = t.table(
  "preparation_step",
  {
    entry: t
      .text("entry")
      .notNull()
      .references(() => waitingListEntry.id),
    number: t.int("number").notNull(),
    /** Id of the plan's item. */
    item: t.text("item").notNull(),
    kind: t.enumText("kind", STEP_KINDS).notNull(),
    /** How the referral stands; null for the other kinds. */
    referral: t.enumText("referral", REFERRAL_STATES),
    text: t.text("text").notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.entry, c.number] }),
    oneOf("preparation_step_kind_known", c.kind, STEP_KINDS),
    oneOf("preparation_step_referral_known", c.referral, REFERRAL_STATES),
  ],
);
