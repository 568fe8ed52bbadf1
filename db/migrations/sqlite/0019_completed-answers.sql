-- Answers that were sent stay as they were; a correction is a new response.
CREATE TRIGGER `questionnaire_response_completed_no_update` BEFORE UPDATE ON `questionnaire_response` WHEN OLD.`state` = 'completed' BEGIN SELECT RAISE(ABORT, 'a completed questionnaire_response is not changed'); END;
--> statement-breakpoint
CREATE TRIGGER `questionnaire_response_completed_no_delete` BEFORE DELETE ON `questionnaire_response` WHEN OLD.`state` = 'completed' BEGIN SELECT RAISE(ABORT, 'a completed questionnaire_response is not changed'); END;
