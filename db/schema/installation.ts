import { oneOf, t } from "../columns";

export const INSTALLATION_MODES = ["demo", "live"] as const;
export type InstallationMode = (typeof INSTALLATION_MODES)[number];

/** One row: what this installation is. Demo accounts exist in demo mode only. */
export const installation = t.table(
  "installation",
  {
    id: t.text("id").primaryKey(),
    mode: t.enumText("mode", INSTALLATION_MODES).notNull(),
    createdAt: t.instant("created_at").notNull(),
    /** Monday of the demo's planned week; null when live. */
    demoFirstDay: t.date("demo_first_day"),
  },
  (c) => [oneOf("installation_mode_known", c.mode, INSTALLATION_MODES)],
);
