-- Append-only: what was measured, assessed and decided stays as it was.
CREATE TRIGGER "screening_measure_no_change" BEFORE UPDATE OR DELETE ON "screening_measure" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "screening_measure_no_truncate" BEFORE TRUNCATE ON "screening_measure" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "screening_assessment_no_change" BEFORE UPDATE OR DELETE ON "screening_assessment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "screening_assessment_no_truncate" BEFORE TRUNCATE ON "screening_assessment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "screening_decision_no_change" BEFORE UPDATE OR DELETE ON "screening_decision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "screening_decision_no_truncate" BEFORE TRUNCATE ON "screening_decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
