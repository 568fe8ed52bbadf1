-- Append-only: what was recorded stays as it was. audit_value may be erased, never changed.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'HL001';
END $$;
--> statement-breakpoint
CREATE TRIGGER "audit_entry_no_change" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "audit_entry_no_truncate" BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "placement_change_no_change" BEFORE UPDATE OR DELETE ON "placement_change" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "placement_change_no_truncate" BEFORE TRUNCATE ON "placement_change" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "patient_access_no_change" BEFORE UPDATE OR DELETE ON "patient_access" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "patient_access_no_truncate" BEFORE TRUNCATE ON "patient_access" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "readiness_decision_no_change" BEFORE UPDATE OR DELETE ON "readiness_decision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "readiness_decision_no_truncate" BEFORE TRUNCATE ON "readiness_decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "policy_no_change" BEFORE UPDATE OR DELETE ON "policy" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "policy_no_truncate" BEFORE TRUNCATE ON "policy" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "audit_value_no_change" BEFORE UPDATE ON "audit_value" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
INSERT INTO "audit_head" ("id", "seq", "hash") VALUES ('head', 0, '');
