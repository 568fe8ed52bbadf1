import { sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgColumn } from "drizzle-orm/pg-core";
import type { DateRange } from "~/domain/calendar";
import {
  ANAESTHETICS,
  INTENDED_MANAGEMENT,
  LATERALITIES,
  PRIORITIES,
  SCREENING_OUTCOMES,
} from "~/domain/waiting-list";
import { oneOf, t } from "../columns";
import { organisation, site } from "./organisations";
import { patient } from "./patients";

/** listed: waits; gone: no longer in the organisation's list, since a date. Never deleted. */
export const ENTRY_STATES = ["listed", "gone"] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/**
 * One patient waiting for one procedure. The file owns every column but these: `screening`, `fitFrom`, `fitUntil` and
 * `hubSuitable` are what counts (the latest decision in Hublist, else the file), the `file…` columns what the file says;
 * `promisedBy`, `avoids` and `foundFlags` come from Hublist alone.
 */
export const waitingListEntry = t.table(
  "waiting_list_entry",
  {
    id: t.text("id").primaryKey(),
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    issuer: t.text("issuer").notNull(),
    pathwayId: t.text("pathway_id").notNull(),
    patient: t
      .text("patient")
      .notNull()
      .references(() => patient.id),
    state: t.enumText("state", ENTRY_STATES).notNull(),
    goneOn: t.date("gone_on"),
    /** Day of the import that last brought it back after another had dropped it; null: never. */
    returnedOn: t.date("returned_on"),
    provider: t.text("provider").notNull(),
    clockStart: t.date("clock_start").notNull(),
    rttStatus: t.text("rtt_status").notNull(),
    decisionToAdmit: t.date("decision_to_admit").notNull(),
    lastPriorityReview: t.date("last_priority_review"),
    priority: t.enumText("priority", PRIORITIES).notNull(),
    cancer: t.bool("cancer").notNull(),
    treatmentFunction: t.text("treatment_function").notNull(),
    consultant: t.text("consultant"),
    procedureCode: t.text("procedure_code").notNull(),
    procedureText: t.text("procedure_text").notNull(),
    intendedManagement: t.enumText("intended_management", INTENDED_MANAGEMENT).notNull(),
    asa: t.int("asa"),
    listingSite: t
      .text("listing_site")
      .notNull()
      .references(() => site.code),
    otherSites: t.json<string[]>("other_sites").notNull(),
    screeningDate: t.date("screening_date"),
    tciDate: t.date("tci_date"),
    tciSession: t.text("tci_session"),
    pooled: t.bool("pooled").notNull(),
    minutes: t.int("minutes").notNull(),
    minutesDeviation: t.real("minutes_deviation").notNull(),
    anaesthetic: t.enumText("anaesthetic", ANAESTHETICS).notNull(),
    nights: t.int("nights").notNull(),
    criticalCare: t.bool("critical_care").notNull(),
    equipment: t.json<string[]>("equipment").notNull(),
    unavailable: t.json<DateRange[]>("unavailable").notNull(),
    /** Dates that the patient told Hublist they cannot come on, beside those of the file. */
    avoids: t.json<DateRange[]>("avoids").notNull().default([]),
    shortNotice: t.bool("short_notice").notNull(),
    offerBy: t.date("offer_by"),
    /** Last day of a date promised in Hublist after a cancellation; the earlier of this and the file's counts. */
    promisedBy: t.date("promised_by"),
    laterality: t.enumText("laterality", LATERALITIES),
    orderFlags: t.json<string[]>("order_flags").notNull(),
    /** Flags of the list order that screening found, as a named person decided on them, beside those of the file. */
    foundFlags: t.json<string[]>("found_flags").notNull().default([]),
    screening: t.enumText("screening", SCREENING_OUTCOMES).notNull(),
    fitFrom: t.date("fit_from"),
    fitUntil: t.date("fit_until"),
    /** Y: every hub; site codes by `;`: these; empty: none. */
    hubSuitable: t.text("hub_suitable").notNull(),
    fileScreening: t.enumText("file_screening", SCREENING_OUTCOMES).notNull(),
    fileFitFrom: t.date("file_fit_from"),
    fileFitUntil: t.date("file_fit_until"),
    fileHubSuitable: t.text("file_hub_suitable").notNull(),
    /** The earliest target by the organisation's policy, kept here to sort by; null: none. */
    target: t.date("target"),
    /** Columns of the file that Hublist does not know, as they stood. */
    unknownColumns: t.json<Record<string, string>>("unknown_columns").notNull(),
    /** SHA-256 of what the file last said, so that an unchanged row is known without reading it. */
    fileDigest: t.text("file_digest").notNull(),
    /** The patient's folded names, then numbers, each word after a space: what a search looks through and names sort by. */
    search: t.text("search").notNull().default(""),
  },
  (c) => [
    t.uniqueIndex("entry_identity").on(c.organisation, c.issuer, c.pathwayId),
    t.index("entry_patient").on(c.patient),
    listIndex("entry_by_wait", c, c.clockStart, c.priority),
    listIndex("entry_by_name", c, c.search, c.clockStart),
    listIndex("entry_by_priority", c, c.priority, c.clockStart),
    listIndex("entry_by_target", c, c.target, c.clockStart),
    t.index("entry_drift").on(c.organisation, c.state).where(readinessDrift(c)),
    oneOf("entry_state_known", c.state, ENTRY_STATES),
    oneOf("entry_priority_known", c.priority, PRIORITIES),
    oneOf("entry_management_known", c.intendedManagement, INTENDED_MANAGEMENT),
    oneOf("entry_anaesthetic_known", c.anaesthetic, ANAESTHETICS),
    oneOf("entry_laterality_known", c.laterality, LATERALITIES),
    oneOf("entry_screening_known", c.screening, SCREENING_OUTCOMES),
  ],
);

/** The columns that the list page filters and sorts by. */
type ListColumns = Record<
  | "organisation"
  | "state"
  | "clockStart"
  | "priority"
  | "id"
  | "listingSite"
  | "treatmentFunction"
  | "screening"
  | "cancer"
  | "consultant"
  | "fitUntil"
  | "tciDate"
  | "target"
  | "search",
  PgColumn
>;

/**
 * An index in one order of the list page (see db/waiting-list-filter.ts). Each holds all that the page filters by, so
 * whichever of them an engine takes for a question, it never reads the wide rows to count or to pass over pages.
 */
function listIndex(name: string, c: ListColumns, first: PgColumn, second: PgColumn) {
  const filtered = [
    ...[c.clockStart, c.priority, c.listingSite, c.treatmentFunction, c.screening, c.cancer, c.consultant],
    ...[c.fitUntil, c.tciDate, c.target, c.search],
  ];
  const rest = filtered.filter((column) => column !== first && column !== second);
  return t.index(name).on(c.organisation, c.state, first, second, c.id, ...rest);
}

/** The columns of an entry that tell whether the file says something else about readiness than what counts. */
type ReadinessColumns = Record<
  | "screening"
  | "fitFrom"
  | "fitUntil"
  | "hubSuitable"
  | "fileScreening"
  | "fileFitFrom"
  | "fileFitUntil"
  | "fileHubSuitable",
  AnyPgColumn
>;

/** The file says something else about readiness than what was decided in Hublist; the same text as its index has. */
export function readinessDrift(c: ReadinessColumns): SQL {
  return sql`(${c.screening} <> ${c.fileScreening} or coalesce(${c.fitFrom}, '') <> coalesce(${c.fileFitFrom}, '') or coalesce(${c.fitUntil}, '') <> coalesce(${c.fileFitUntil}, '') or ${c.hubSuitable} <> ${c.fileHubSuitable})`;
}

/** What a person decided about readiness in Hublist. Append-only; the highest number of an entry counts. */
export const readinessDecision = t.table(
  "readiness_decision",
  {
    entry: t
      .text("entry")
      .notNull()
      .references(() => waitingListEntry.id),
    number: t.int("number").notNull(),
    screening: t.enumText("screening", SCREENING_OUTCOMES).notNull(),
    fitFrom: t.date("fit_from"),
    fitUntil: t.date("fit_until"),
    hubSuitable: t.text("hub_suitable").notNull(),
    decidedBy: t.text("decided_by").notNull(),
    decidedAt: t.instant("decided_at").notNull(),
    reason: t.text("reason").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.entry, c.number] }),
    oneOf("readiness_screening_known", c.screening, SCREENING_OUTCOMES),
  ],
);
