import { FUNDINGS } from "~/domain/session-event";
import type { Anaesthetic } from "~/domain/waiting-list";
import { oneOf, t } from "../columns";
import { organisation, theatre } from "./organisations";

/** A recurring session of the master theatre schedule. Ended by its last date, never deleted. */
export const sessionTemplate = t.table(
  "session_template",
  {
    id: t.text("id").primaryKey(),
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    site: t.text("site").notNull(),
    theatre: t.text("theatre").notNull(),
    /** ISO weekday, 1 Monday to 7 Sunday. */
    weekday: t.int("weekday").notNull(),
    /** Which of the month's days of that name, 1 to 5; empty: every week. */
    weeksOfMonth: t.json<number[]>("weeks_of_month").notNull(),
    validFrom: t.date("valid_from").notNull(),
    validUntil: t.date("valid_until"),
    start: t.text("start").notNull(),
    end: t.text("end").notNull(),
    treatmentFunctions: t.json<string[]>("treatment_functions").notNull(),
    surgeons: t.json<string[]>("surgeons").notNull(),
    anaesthetist: t.text("anaesthetist").notNull(),
    anaesthetics: t.json<Anaesthetic[]>("anaesthetics").notNull(),
    paediatric: t.bool("paediatric").notNull(),
    equipment: t.json<string[]>("equipment").notNull(),
    maxCases: t.int("max_cases"),
    heldMinutes: t.int("held_minutes").notNull(),
    funding: t.enumText("funding", FUNDINGS).notNull(),
    visitingTeam: t.text("visiting_team").notNull(),
    /** Counts the changes, so that two people do not overwrite each other. */
    revision: t.int("revision").notNull(),
  },
  (c) => [
    t.index("session_template_place").on(c.organisation, c.site, c.theatre, c.weekday),
    t.foreignKey({
      name: "session_template_theatre",
      columns: [c.site, c.theatre],
      foreignColumns: [theatre.site, theatre.name],
    }),
    oneOf("session_template_funding_known", c.funding, FUNDINGS),
  ],
);

export const LEAVE_ROLES = ["surgeon", "anaesthetist"] as const;
export type LeaveRole = (typeof LEAVE_ROLES)[number];
export const LEAVE_SOURCES = ["form", "csv", "icalendar"] as const;
export type LeaveSource = (typeof LEAVE_SOURCES)[number];

export const LEAVE_HALVES = ["day", "am", "pm"] as const;

/** Days on which a surgeon or an anaesthetist is away; both days included. Withdrawn with a date, never deleted. */
export const leave = t.table(
  "leave",
  {
    id: t.text("id").primaryKey(),
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    /** Code of the person, as sessions name them. */
    person: t.text("person").notNull(),
    role: t.enumText("role", LEAVE_ROLES).notNull(),
    from: t.date("from_date").notNull(),
    to: t.date("to_date").notNull(),
    /** `am` or `pm` where it takes half of each day. */
    half: t.enumText("half", LEAVE_HALVES).notNull().default("day"),
    source: t.enumText("source", LEAVE_SOURCES).notNull(),
    /** The event's own identifier in its calendar or file, so that a second import makes no second leave; empty: none. */
    uid: t.text("uid").notNull(),
    note: t.text("note").notNull(),
    withdrawnAt: t.instant("withdrawn_at"),
  },
  (c) => [
    t.index("leave_days").on(c.organisation, c.from, c.to),
    oneOf("leave_role_known", c.role, LEAVE_ROLES),
    oneOf("leave_source_known", c.source, LEAVE_SOURCES),
  ],
);
