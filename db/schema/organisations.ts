import { SITE_TYPES } from "~/domain/theatre";
import { oneOf, t } from "../columns";

/** An NHS organisation by its ODS code. */
export const organisation = t.table("organisation", {
  code: t.text("code").primaryKey(),
  name: t.text("name").notNull(),
});

/** A site by its ODS code; site codes are unique in the country. */
export const site = t.table(
  "site",
  {
    code: t.text("code").primaryKey(),
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    name: t.text("name").notNull(),
    type: t.enumText("type", SITE_TYPES).notNull(),
  },
  (c) => [t.index("site_organisation").on(c.organisation), oneOf("site_type_known", c.type, SITE_TYPES)],
);

/** A theatre by its name within a site. */
export const theatre = t.table(
  "theatre",
  {
    site: t
      .text("site")
      .notNull()
      .references(() => site.code),
    name: t.text("name").notNull(),
  },
  (c) => [t.primaryKey({ columns: [c.site, c.name] })],
);
