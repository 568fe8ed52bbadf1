import type { WorkspaceSettings } from "~/domain/workspace-settings";
import { t } from "../columns";
import { organisation } from "./organisations";

/** A version of an organisation's settings of its scheduling week. Append-only; the highest number counts. */
export const workspaceSetting = t.table(
  "workspace_setting",
  {
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    number: t.int("number").notNull(),
    settings: t.json<WorkspaceSettings>("settings").notNull(),
    savedBy: t.text("saved_by").notNull(),
    savedAt: t.instant("saved_at").notNull(),
    reason: t.text("reason").notNull(),
  },
  (c) => [t.primaryKey({ columns: [c.organisation, c.number] })],
);
