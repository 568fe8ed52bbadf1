-- Append-only: reviews and the stages of a decision stay as they were recorded.
CREATE TRIGGER `waiting_review_no_update` BEFORE UPDATE ON `waiting_review` BEGIN SELECT RAISE(ABORT, 'waiting_review is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `waiting_review_no_delete` BEFORE DELETE ON `waiting_review` BEGIN SELECT RAISE(ABORT, 'waiting_review is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `shared_decision_no_update` BEFORE UPDATE ON `shared_decision` BEGIN SELECT RAISE(ABORT, 'shared_decision is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `shared_decision_no_delete` BEFORE DELETE ON `shared_decision` BEGIN SELECT RAISE(ABORT, 'shared_decision is append-only'); END;
