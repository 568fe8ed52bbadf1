-- Append-only: texts as they were approved, plans as they were confirmed, and what was done about them.
CREATE TRIGGER "preparation_text_no_change" BEFORE UPDATE OR DELETE ON "preparation_text" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "preparation_text_no_truncate" BEFORE TRUNCATE ON "preparation_text" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "preparation_plan_no_change" BEFORE UPDATE OR DELETE ON "preparation_plan" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "preparation_plan_no_truncate" BEFORE TRUNCATE ON "preparation_plan" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "preparation_step_no_change" BEFORE UPDATE OR DELETE ON "preparation_step" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "preparation_step_no_truncate" BEFORE TRUNCATE ON "preparation_step" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
