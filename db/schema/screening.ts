import type { SiteAssessment } from "~/domain/perioperative/kept-assessment";
import { DECISION_KINDS, SEEN_BY } from "~/domain/perioperative/decision";
import { ENTERED_MEASURES } from "~/domain/perioperative/measures";
import { HUB_LEVELS, RISKS, ROUTES } from "~/domain/perioperative/risk-rule";
import { TASK_ENDS, TASK_KINDS } from "~/domain/perioperative/task";
import { oneOf, t } from "../columns";
import { organisation } from "./organisations";
import { waitingListEntry } from "./waiting-list";

const entryColumn = () =>
  t
    .text("entry")
    .notNull()
    .references(() => waitingListEntry.id);

/** A measure that staff took or read in a laboratory's report. Append-only; of one name the highest number counts. */
export const screeningMeasure = t.table(
  "screening_measure",
  {
    entry: entryColumn(),
    number: t.int("number").notNull(),
    measure: t.enumText("measure", ENTERED_MEASURES).notNull(),
    /** Null: what was entered before was wrong and nothing stands in its place. */
    value: t.real("value"),
    /** The day on which it was measured. */
    takenOn: t.date("taken_on").notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.entry, c.number] }),
    oneOf("screening_measure_known", c.measure, ENTERED_MEASURES),
  ],
);

/** What the rules said of an entry, with everything that they looked at. Append-only; the highest number counts. */
export const screeningAssessment = t.table(
  "screening_assessment",
  {
    entry: entryColumn(),
    number: t.int("number").notNull(),
    /** The answers that it rests on; null: none, only measures and the record. */
    response: t.text("response"),
    ruleSet: t.text("rule_set").notNull(),
    /** Digest of the rules, borders and hub limits that counted: another one means that it is to be looked at again. */
    settings: t.text("settings").notNull(),
    route: t.enumText("route", ROUTES).notNull(),
    risk: t.enumText("risk", RISKS).notNull(),
    hub: t.enumText("hub", HUB_LEVELS).notNull(),
    lowRisk: t.bool("low_risk").notNull(),
    urgent: t.bool("urgent").notNull(),
    /** The answers to a check-in that told of a change of health which nobody has decided about; null: none. */
    checkIn: t.text("check_in"),
    /** Facts, the rules that fired or are open with their traces, and each hub (app/domain/perioperative/kept-assessment.ts). */
    content: t.json<SiteAssessment>("content").notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.entry, c.number] }),
    oneOf("screening_route_known", c.route, ROUTES),
    oneOf("screening_risk_known", c.risk, RISKS),
    oneOf("screening_hub_known", c.hub, HUB_LEVELS),
  ],
);

/**
 * That a named person confirmed what the rules suggest, or decided otherwise. What was decided stands in the readiness
 * decision of the same commit: there is one truth about who is fit. Append-only.
 */
export const screeningDecision = t.table(
  "screening_decision",
  {
    entry: entryColumn(),
    number: t.int("number").notNull(),
    /** Number of the assessment that the person saw. */
    assessment: t.int("assessment").notNull(),
    /** Number of the readiness decision that says what was decided. */
    readiness: t.int("readiness").notNull(),
    kind: t.enumText("kind", DECISION_KINDS).notNull(),
    /** How the patient was seen for it. */
    seen: t.enumText("seen", SEEN_BY).notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
    reason: t.text("reason").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.entry, c.number] }),
    oneOf("screening_decision_known", c.kind, DECISION_KINDS),
    oneOf("screening_seen_known", c.seen, SEEN_BY),
  ],
);

/** Something that a person of the team has to do about an entry. */
export const careTask = t.table(
  "care_task",
  {
    id: t.text("id").primaryKey(),
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    site: t.text("site").notNull(),
    entry: entryColumn(),
    kind: t.enumText("kind", TASK_KINDS).notNull(),
    /** What tells two open tasks of a kind apart, such as the id of a rule; empty: there is one. */
    about: t.text("about").notNull(),
    words: t.text("words").notNull(),
    urgent: t.bool("urgent").notNull(),
    raisedBy: t.text("raised_by").notNull(),
    raisedAt: t.instant("raised_at").notNull(),
    ended: t.enumText("ended", TASK_ENDS),
    endedBy: t.text("ended_by"),
    endedAt: t.instant("ended_at"),
    reason: t.text("reason").notNull().default(""),
  },
  (c) => [
    t.index("care_task_entry").on(c.entry, c.ended),
    t.index("care_task_open").on(c.organisation, c.site, c.ended),
    oneOf("care_task_known", c.kind, TASK_KINDS),
  ],
);
