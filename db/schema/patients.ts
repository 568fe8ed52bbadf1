import { CONTACT_PREFERENCES } from "~/domain/waiting-list";
import { oneOf, t } from "../columns";
import { organisation } from "./organisations";

/**
 * A patient as one organisation knows them: hospital numbers are unique per issuer. An NHS number links records of
 * several organisations and never merges them. Empty text = not known.
 */
export const patient = t.table(
  "patient",
  {
    id: t.text("id").primaryKey(),
    organisation: t
      .text("organisation")
      .notNull()
      .references(() => organisation.code),
    issuer: t.text("issuer").notNull(),
    hospitalNumber: t.text("hospital_number").notNull(),
    nhsNumber: t.text("nhs_number"),
    birthDate: t.date("birth_date").notNull(),
    gender: t.text("gender").notNull(),
    ethnicCategory: t.text("ethnic_category").notNull(),
    imdDecile: t.int("imd_decile"),
    familyName: t.text("family_name").notNull(),
    givenName: t.text("given_name").notNull(),
    address: t.text("address").notNull(),
    postcode: t.text("postcode").notNull(),
    mobile: t.text("mobile").notNull(),
    email: t.text("email").notNull(),
    contactPreference: t.enumText("contact_preference", CONTACT_PREFERENCES),
    language: t.text("language").notNull(),
    interpreter: t.bool("interpreter"),
    reasonableAdjustments: t.text("reasonable_adjustments").notNull(),
  },
  (c) => [
    t.uniqueIndex("patient_identity").on(c.organisation, c.issuer, c.hospitalNumber),
    t.index("patient_nhs_number").on(c.nhsNumber),
    oneOf("patient_contact_known", c.contactPreference, CONTACT_PREFERENCES),
  ],
);
