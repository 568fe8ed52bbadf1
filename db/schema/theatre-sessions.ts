import { RESOURCE_PERIODS, SESSION_STATUSES } from "~/domain/theatre";
import type { Anaesthetic } from "~/domain/waiting-list";
import { oneOf, t } from "../columns";
import { organisation, site, theatre } from "./organisations";

export const PRESENCES = ["present", "gone"] as const;

/** A theatre session (NHS Data Dictionary: operating theatre session). Never deleted: it goes, with a date. */
export const theatreSession = t.table(
  "theatre_session",
  {
    id: t.text("id").primaryKey(),
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    /** The identifier that the organisation's own system uses. */
    sessionId: t.text("session_id").notNull(),
    site: t.text("site").notNull(),
    theatre: t.text("theatre").notNull(),
    date: t.date("date").notNull(),
    start: t.text("start").notNull(),
    end: t.text("end").notNull(),
    treatmentFunctions: t.json<string[]>("treatment_functions").notNull(),
    surgeons: t.json<string[]>("surgeons").notNull(),
    anaesthetics: t.json<Anaesthetic[]>("anaesthetics").notNull(),
    paediatric: t.bool("paediatric").notNull(),
    status: t.enumText("status", SESSION_STATUSES).notNull(),
    maxCases: t.int("max_cases"),
    heldMinutes: t.int("held_minutes").notNull(),
    presence: t.enumText("presence", PRESENCES).notNull(),
    goneOn: t.date("gone_on"),
  },
  (c) => [
    t.uniqueIndex("theatre_session_identity").on(c.organisation, c.sessionId),
    t.index("theatre_session_date").on(c.organisation, c.date, c.site),
    t.foreignKey({
      name: "theatre_session_theatre",
      columns: [c.site, c.theatre],
      foreignColumns: [theatre.site, theatre.name],
    }),
    oneOf("theatre_session_status_known", c.status, SESSION_STATUSES),
    oneOf("theatre_session_presence_known", c.presence, PRESENCES),
  ],
);

/** How much of something a site has on a date. No line = no limit. */
export const sharedResource = t.table(
  "shared_resource",
  {
    id: t.text("id").primaryKey(),
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    site: t
      .text("site")
      .notNull()
      .references(() => site.code),
    date: t.date("date").notNull(),
    period: t.enumText("period", RESOURCE_PERIODS).notNull(),
    resource: t.text("resource").notNull(),
    quantity: t.int("quantity").notNull(),
    presence: t.enumText("presence", PRESENCES).notNull(),
    goneOn: t.date("gone_on"),
  },
  (c) => [
    t.uniqueIndex("shared_resource_identity").on(c.site, c.date, c.period, c.resource),
    t.index("shared_resource_date").on(c.organisation, c.date),
    oneOf("shared_resource_period_known", c.period, RESOURCE_PERIODS),
    oneOf("shared_resource_presence_known", c.presence, PRESENCES),
  ],
);
