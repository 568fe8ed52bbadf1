import { t } from "../columns";
import { organisation } from "./organisations";

/** A what-if of a week: changes that are planned beside the live week and never touch it. */
export const scenario = t.table(
  "scenario",
  {
    id: t.text("id").primaryKey(),
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    week: t.date("week").notNull(),
    name: t.text("name").notNull(),
    /** What is otherwise than in the live week (app/domain/scenario.ts). */
    changes: t.json<unknown>("changes").notNull(),
    /** Revision of the live week that it was made from. */
    revision: t.int("revision").notNull(),
    madeBy: t.text("made_by").notNull(),
    madeAt: t.instant("made_at").notNull(),
    closedAt: t.instant("closed_at"),
  },
  (c) => [t.index("scenario_week").on(c.organisation, c.week, c.madeAt)],
);
