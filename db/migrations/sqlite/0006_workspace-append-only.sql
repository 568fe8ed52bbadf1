-- Append-only: what was recorded of the scheduling week stays as it was.
CREATE TRIGGER `session_event_no_update` BEFORE UPDATE ON `session_event` BEGIN SELECT RAISE(ABORT, 'session_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `session_event_no_delete` BEFORE DELETE ON `session_event` BEGIN SELECT RAISE(ABORT, 'session_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `list_version_no_update` BEFORE UPDATE ON `list_version` BEGIN SELECT RAISE(ABORT, 'list_version is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `list_version_no_delete` BEFORE DELETE ON `list_version` BEGIN SELECT RAISE(ABORT, 'list_version is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `list_seen_no_update` BEFORE UPDATE ON `list_seen` BEGIN SELECT RAISE(ABORT, 'list_seen is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `list_seen_no_delete` BEFORE DELETE ON `list_seen` BEGIN SELECT RAISE(ABORT, 'list_seen is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `list_order_no_update` BEFORE UPDATE ON `list_order` BEGIN SELECT RAISE(ABORT, 'list_order is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `list_order_no_delete` BEFORE DELETE ON `list_order` BEGIN SELECT RAISE(ABORT, 'list_order is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `case_hold_no_update` BEFORE UPDATE ON `case_hold` BEGIN SELECT RAISE(ABORT, 'case_hold is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `case_hold_no_delete` BEFORE DELETE ON `case_hold` BEGIN SELECT RAISE(ABORT, 'case_hold is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `patient_notice_no_update` BEFORE UPDATE ON `patient_notice` BEGIN SELECT RAISE(ABORT, 'patient_notice is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `patient_notice_no_delete` BEFORE DELETE ON `patient_notice` BEGIN SELECT RAISE(ABORT, 'patient_notice is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `place_call_no_update` BEFORE UPDATE ON `place_call` BEGIN SELECT RAISE(ABORT, 'place_call is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `place_call_no_delete` BEFORE DELETE ON `place_call` BEGIN SELECT RAISE(ABORT, 'place_call is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `earliest_offer_no_update` BEFORE UPDATE ON `earliest_offer` BEGIN SELECT RAISE(ABORT, 'earliest_offer is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `earliest_offer_no_delete` BEFORE DELETE ON `earliest_offer` BEGIN SELECT RAISE(ABORT, 'earliest_offer is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `case_moment_no_update` BEFORE UPDATE ON `case_moment` BEGIN SELECT RAISE(ABORT, 'case_moment is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `case_moment_no_delete` BEFORE DELETE ON `case_moment` BEGIN SELECT RAISE(ABORT, 'case_moment is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `cancellation_no_update` BEFORE UPDATE ON `cancellation` BEGIN SELECT RAISE(ABORT, 'cancellation is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `cancellation_no_delete` BEFORE DELETE ON `cancellation` BEGIN SELECT RAISE(ABORT, 'cancellation is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `debrief_no_update` BEFORE UPDATE ON `debrief` BEGIN SELECT RAISE(ABORT, 'debrief is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `debrief_no_delete` BEFORE DELETE ON `debrief` BEGIN SELECT RAISE(ABORT, 'debrief is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `meeting_item_no_update` BEFORE UPDATE ON `meeting_item` BEGIN SELECT RAISE(ABORT, 'meeting_item is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `meeting_item_no_delete` BEFORE DELETE ON `meeting_item` BEGIN SELECT RAISE(ABORT, 'meeting_item is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `workspace_setting_no_update` BEFORE UPDATE ON `workspace_setting` BEGIN SELECT RAISE(ABORT, 'workspace_setting is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `workspace_setting_no_delete` BEFORE DELETE ON `workspace_setting` BEGIN SELECT RAISE(ABORT, 'workspace_setting is append-only'); END;
