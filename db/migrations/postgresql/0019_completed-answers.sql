-- Answers that were sent stay as they were; a correction is a new response.
CREATE FUNCTION refuse_change_of_completed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a completed questionnaire_response is not changed' USING ERRCODE = 'HL001'; END $$;
--> statement-breakpoint
CREATE TRIGGER "questionnaire_response_completed_no_change" BEFORE UPDATE OR DELETE ON "questionnaire_response" FOR EACH ROW WHEN (OLD."state" = 'completed') EXECUTE FUNCTION refuse_change_of_completed();
