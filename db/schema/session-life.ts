import { FUNDINGS, SESSION_EVENTS, type SessionEventDetail } from "~/domain/session-event";
import { SESSION_STATUSES } from "~/domain/theatre";
import { oneOf, t } from "../columns";
import { sessionTemplate } from "./session-templates";
import { theatreSession } from "./theatre-sessions";

export const SESSION_ORIGINS = ["file", "template", "added"] as const;

/** What Hublist knows of a session beyond the organisation's file, or decided instead of it (null: as the file says). */
export const sessionDetail = t.table(
  "session_detail",
  {
    session: t
      .text("session")
      .primaryKey()
      .references(() => theatreSession.id),
    origin: t.enumText("origin", SESSION_ORIGINS).notNull(),
    template: t.text("template").references(() => sessionTemplate.id),
    /** The day that the template asked for: a template makes a day once, also when its session moved since. */
    templateDate: t.date("template_date"),
    status: t.enumText("status", SESSION_STATUSES),
    statusReason: t.text("status_reason").notNull(),
    surgeons: t.json<string[] | null>("surgeons"),
    treatmentFunctions: t.json<string[] | null>("treatment_functions"),
    anaesthetist: t.text("anaesthetist").notNull(),
    equipment: t.json<string[]>("equipment").notNull(),
    funding: t.enumText("funding", FUNDINGS).notNull(),
    visitingTeam: t.text("visiting_team").notNull(),
  },
  (c) => [
    t.uniqueIndex("session_detail_template").on(c.template, c.templateDate),
    oneOf("session_detail_origin_known", c.origin, SESSION_ORIGINS),
    oneOf("session_detail_status_known", c.status, SESSION_STATUSES),
    oneOf("session_detail_funding_known", c.funding, FUNDINGS),
  ],
);

/** What happened to a session, by whom and when. Append-only; its present state follows from it. */
export const sessionEvent = t.table(
  "session_event",
  {
    session: t
      .text("session")
      .notNull()
      .references(() => theatreSession.id),
    number: t.int("number").notNull(),
    kind: t.enumText("kind", SESSION_EVENTS).notNull(),
    detail: t.json<SessionEventDetail>("detail").notNull(),
    by: t.text("by").notNull(),
    at: t.instant("at").notNull(),
    reason: t.text("reason").notNull(),
  },
  (c) => [
    t.primaryKey({ columns: [c.session, c.number] }),
    oneOf("session_event_kind_known", c.kind, SESSION_EVENTS),
  ],
);

/** Minutes of a session that a person keeps free, and why. Released, never deleted; a release that is taken back is cleared. */
export const heldSlot = t.table(
  "held_slot",
  {
    id: t.text("id").primaryKey(),
    session: t
      .text("session")
      .notNull()
      .references(() => theatreSession.id),
    minutes: t.int("minutes").notNull(),
    reason: t.text("reason").notNull(),
    heldBy: t.text("held_by").notNull(),
    heldAt: t.instant("held_at").notNull(),
    releasedAt: t.instant("released_at"),
    /** By whom; null: not released, or before this was kept. */
    releasedBy: t.text("released_by"),
    releaseReason: t.text("release_reason").notNull().default(""),
  },
  (c) => [t.index("held_slot_session").on(c.session)],
);
