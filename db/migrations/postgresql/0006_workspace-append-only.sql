-- Append-only: what was recorded of the scheduling week stays as it was.
CREATE TRIGGER "session_event_no_change" BEFORE UPDATE OR DELETE ON "session_event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "session_event_no_truncate" BEFORE TRUNCATE ON "session_event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "list_version_no_change" BEFORE UPDATE OR DELETE ON "list_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "list_version_no_truncate" BEFORE TRUNCATE ON "list_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "list_seen_no_change" BEFORE UPDATE OR DELETE ON "list_seen" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "list_seen_no_truncate" BEFORE TRUNCATE ON "list_seen" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "list_order_no_change" BEFORE UPDATE OR DELETE ON "list_order" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "list_order_no_truncate" BEFORE TRUNCATE ON "list_order" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "case_hold_no_change" BEFORE UPDATE OR DELETE ON "case_hold" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "case_hold_no_truncate" BEFORE TRUNCATE ON "case_hold" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "patient_notice_no_change" BEFORE UPDATE OR DELETE ON "patient_notice" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "patient_notice_no_truncate" BEFORE TRUNCATE ON "patient_notice" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "place_call_no_change" BEFORE UPDATE OR DELETE ON "place_call" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "place_call_no_truncate" BEFORE TRUNCATE ON "place_call" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "earliest_offer_no_change" BEFORE UPDATE OR DELETE ON "earliest_offer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "earliest_offer_no_truncate" BEFORE TRUNCATE ON "earliest_offer" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "case_moment_no_change" BEFORE UPDATE OR DELETE ON "case_moment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "case_moment_no_truncate" BEFORE TRUNCATE ON "case_moment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "cancellation_no_change" BEFORE UPDATE OR DELETE ON "cancellation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "cancellation_no_truncate" BEFORE TRUNCATE ON "cancellation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "debrief_no_change" BEFORE UPDATE OR DELETE ON "debrief" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "debrief_no_truncate" BEFORE TRUNCATE ON "debrief" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "meeting_item_no_change" BEFORE UPDATE OR DELETE ON "meeting_item" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "meeting_item_no_truncate" BEFORE TRUNCATE ON "meeting_item" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "workspace_setting_no_change" BEFORE UPDATE OR DELETE ON "workspace_setting" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "workspace_setting_no_truncate" BEFORE TRUNCATE ON "workspace_setting" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
