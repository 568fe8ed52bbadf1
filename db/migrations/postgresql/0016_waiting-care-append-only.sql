-- Append-only: reviews and the stages of a decision stay as they were recorded.
CREATE TRIGGER "waiting_review_no_change" BEFORE UPDATE OR DELETE ON "waiting_review" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "waiting_review_no_truncate" BEFORE TRUNCATE ON "waiting_review" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "shared_decision_no_change" BEFORE UPDATE OR DELETE ON "shared_decision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "shared_decision_no_truncate" BEFORE TRUNCATE ON "shared_decision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
