import { HARMS, REVIEW_KINDS, REVIEW_OUTCOMES } from "~/domain/perioperative/review/long-wait-review";
import {
  DECISION_STAGES,
  PATIENT_CHOICES,
  type Discussed,
} from "~/domain/perioperative/shared-decision/shared-decision";
import { oneOf, t } from "../columns";
import { waitingListEntry } from "./waiting-list";

const entryColumn = () =>
  t
    .text("entry")
    .notNull()
    .references(() => waitingListEntry.id);

/** A review of somebody who has waited long: who looked, for harm, and what follows. Append-only; the last one counts. */
export const waitingReview = t.table(
  "waiting_review",
  {
    entry: entryColumn(),
    number: t.int("number").notNull(),
    kind: t.enumText("kind", REVIEW_KINDS).notNull(),
    reviewedOn: t.date("reviewed_on").notNull(),
    harm: t.enumText("harm", HARMS).notNull(),
    outcome: t.enumText("outcome", REVIEW_OUTCOMES).notNull(),
    /** Looked at again by this day, earlier than the setting asks; null: as the setting asks. */
    nextOn: t.date("next_on"),
    note: t.text("note").notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.entry, c.number] }),
    oneOf("waiting_review_kind_known", c.kind, REVIEW_KINDS),
    oneOf("waiting_review_harm_known", c.harm, HARMS),
    oneOf("waiting_review_outcome_known", c.outcome, REVIEW_OUTCOMES),
  ],
);

/** A stage of the decision that patient and clinician share. Append-only; of each stage the last one counts. */
export const sharedDecision = t.table(
  "shared_decision",
  {
    entry: entryColumn(),
    number: t.int("number").notNull(),
    stage: t.enumText("stage", DECISION_STAGES).notNull(),
    heldOn: t.date("held_on").notNull(),
    /** The clinician who talked with the patient, as recorded. */
    heldBy: t.text("held_by").notNull(),
    discussed: t.json<Discussed[]>("discussed").notNull(),
    choice: t.enumText("choice", PATIENT_CHOICES).notNull(),
    note: t.text("note").notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.entry, c.number] }),
    oneOf("shared_decision_stage_known", c.stage, DECISION_STAGES),
    oneOf("shared_decision_choice_known", c.choice, PATIENT_CHOICES),
  ],
);
