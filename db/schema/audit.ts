import { t } from "../columns";
import { patient } from "./patients";

/**
 * Who did what to which subject, when. Append-only; `hash` covers the row and the hash before it. `digest` is over
 * the salted values, so that these can be erased and the chain stays whole.
 */
export const auditEntry = t.table(
  "audit_entry",
  {
    seq: t.bigint("seq").primaryKey(),
    at: t.instant("at").notNull(),
    actor: t.text("actor").notNull(),
    action: t.text("action").notNull(),
    subjectKind: t.text("subject_kind").notNull(),
    subjectId: t.text("subject_id").notNull(),
    /** Whose data it is; empty: of the installation. */
    organisation: t.text("organisation").notNull(),
    /** Empty: of the whole organisation. */
    site: t.text("site").notNull(),
    digest: t.text("digest").notNull(),
    previousHash: t.text("previous_hash").notNull(),
    hash: t.text("hash").notNull(),
  },
  (c) => [
    t.index("audit_entry_subject").on(c.subjectId, c.seq),
    t.index("audit_entry_organisation").on(c.organisation, c.seq),
  ],
);

/** Where the chain ends, so that entries cut off its end are missed. One row. */
export const auditHead = t.table("audit_head", {
  id: t.text("id").primaryKey(),
  seq: t.bigint("seq").notNull(),
  hash: t.text("hash").notNull(),
});

/** Values before and after, as canonical JSON text. Erasable: the entry keeps their digest. */
export const auditValue = t.table("audit_value", {
  seq: t
    .bigint("seq")
    .primaryKey()
    .references(() => auditEntry.seq),
  salt: t.text("salt").notNull(),
  before: t.text("before").notNull(),
  after: t.text("after").notNull(),
});

/** Who looked at a patient, when and on which page. Append-only. */
export const patientAccess = t.table(
  "patient_access",
  {
    id: t.text("id").primaryKey(),
    patient: t
      .text("patient")
      .notNull()
      .references(() => patient.id),
    lookedBy: t.text("looked_by").notNull(),
    lookedAt: t.instant("looked_at").notNull(),
    page: t.text("page").notNull(),
  },
  (c) => [
    t.index("patient_access_patient").on(c.patient, c.lookedAt),
    t.index("patient_access_user").on(c.lookedBy, c.lookedAt),
  ],
);
