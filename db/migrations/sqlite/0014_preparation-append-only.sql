-- Append-only: texts as they were approved, plans as they were confirmed, and what was done about them.
CREATE TRIGGER `preparation_text_no_update` BEFORE UPDATE ON `preparation_text` BEGIN SELECT RAISE(ABORT, 'preparation_text is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `preparation_text_no_delete` BEFORE DELETE ON `preparation_text` BEGIN SELECT RAISE(ABORT, 'preparation_text is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `preparation_plan_no_update` BEFORE UPDATE ON `preparation_plan` BEGIN SELECT RAISE(ABORT, 'preparation_plan is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `preparation_plan_no_delete` BEFORE DELETE ON `preparation_plan` BEGIN SELECT RAISE(ABORT, 'preparation_plan is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `preparation_step_no_update` BEFORE UPDATE ON `preparation_step` BEGIN SELECT RAISE(ABORT, 'preparation_step is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `preparation_step_no_delete` BEFORE DELETE ON `preparation_step` BEGIN SELECT RAISE(ABORT, 'preparation_step is append-only'); END;
