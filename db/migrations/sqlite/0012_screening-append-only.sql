-- Append-only: what was measured, assessed and decided stays as it was.
CREATE TRIGGER `screening_measure_no_update` BEFORE UPDATE ON `screening_measure` BEGIN SELECT RAISE(ABORT, 'screening_measure is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `screening_measure_no_delete` BEFORE DELETE ON `screening_measure` BEGIN SELECT RAISE(ABORT, 'screening_measure is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `screening_assessment_no_update` BEFORE UPDATE ON `screening_assessment` BEGIN SELECT RAISE(ABORT, 'screening_assessment is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `screening_assessment_no_delete` BEFORE DELETE ON `screening_assessment` BEGIN SELECT RAISE(ABORT, 'screening_assessment is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `screening_decision_no_update` BEFORE UPDATE ON `screening_decision` BEGIN SELECT RAISE(ABORT, 'screening_decision is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `screening_decision_no_delete` BEFORE DELETE ON `screening_decision` BEGIN SELECT RAISE(ABORT, 'screening_decision is append-only'); END;
