CREATE TABLE "leave" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"from_date" text COLLATE "C" NOT NULL,
	"to_date" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"uid" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"withdrawn_at" text COLLATE "C",
	CONSTRAINT "leave_role_known" CHECK ("leave"."role" in ('surgeon', 'anaesthetist')),
	CONSTRAINT "leave_source_known" CHECK ("leave"."source" in ('form', 'csv', 'icalendar'))
);
--> statement-breakpoint
CREATE TABLE "session_template" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"site" text COLLATE "C" NOT NULL,
	"theatre" text COLLATE "C" NOT NULL,
	"weekday" integer NOT NULL,
	"weeks_of_month" jsonb NOT NULL,
	"valid_from" text COLLATE "C" NOT NULL,
	"valid_until" text COLLATE "C",
	"start" text COLLATE "C" NOT NULL,
	"end" text COLLATE "C" NOT NULL,
	"treatment_functions" jsonb NOT NULL,
	"surgeons" jsonb NOT NULL,
	"anaesthetist" text COLLATE "C" NOT NULL,
	"anaesthetics" jsonb NOT NULL,
	"paediatric" boolean NOT NULL,
	"equipment" jsonb NOT NULL,
	"max_cases" integer,
	"held_minutes" integer NOT NULL,
	"funding" text COLLATE "C" NOT NULL,
	"visiting_team" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "session_template_funding_known" CHECK ("session_template"."funding" in ('core', 'wli', 'insourced', 'outsourced'))
);
--> statement-breakpoint
CREATE TABLE "held_slot" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"session" text COLLATE "C" NOT NULL,
	"minutes" integer NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"held_by" text COLLATE "C" NOT NULL,
	"held_at" text COLLATE "C" NOT NULL,
	"released_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "session_detail" (
	"session" text COLLATE "C" PRIMARY KEY NOT NULL,
	"origin" text COLLATE "C" NOT NULL,
	"template" text COLLATE "C",
	"template_date" text COLLATE "C",
	"status" text COLLATE "C",
	"status_reason" text COLLATE "C" NOT NULL,
	"surgeons" jsonb,
	"treatment_functions" jsonb,
	"anaesthetist" text COLLATE "C" NOT NULL,
	"equipment" jsonb NOT NULL,
	"funding" text COLLATE "C" NOT NULL,
	"visiting_team" text COLLATE "C" NOT NULL,
	CONSTRAINT "session_detail_origin_known" CHECK ("session_detail"."origin" in ('file', 'template', 'added')),
	CONSTRAINT "session_detail_status_known" CHECK ("session_detail"."status" in ('open', 'locked', 'closed', 'unstaffed')),
	CONSTRAINT "session_detail_funding_known" CHECK ("session_detail"."funding" in ('core', 'wli', 'insourced', 'outsourced'))
);
--> statement-breakpoint
CREATE TABLE "session_event" (
	"session" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"detail" jsonb NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "session_event_session_number_pk" PRIMARY KEY("session","number"),
	CONSTRAINT "session_event_kind_known" CHECK ("session_event"."kind" in ('generated', 'added', 'closed', 'unstaffed', 'opened', 'staffed', 'offered', 'taken', 'givenBack', 'signedOff', 'signOffWithdrawn', 'patientsTold', 'locked', 'unlocked', 'published'))
);
--> statement-breakpoint
CREATE TABLE "case_hold" (
	"entry" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"held" boolean NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "case_hold_entry_number_pk" PRIMARY KEY("entry","number")
);
--> statement-breakpoint
CREATE TABLE "list_order" (
	"session" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"entries" jsonb NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "list_order_session_number_pk" PRIMARY KEY("session","number")
);
--> statement-breakpoint
CREATE TABLE "list_seen" (
	"session" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"reader" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "list_seen_session_number_reader_pk" PRIMARY KEY("session","number","reader"),
	CONSTRAINT "list_seen_reader_known" CHECK ("list_seen"."reader" in ('surgeon', 'anaesthetist', 'theatre', 'ward'))
);
--> statement-breakpoint
CREATE TABLE "list_version" (
	"session" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"published_by" text COLLATE "C" NOT NULL,
	"published_at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "list_version_session_number_pk" PRIMARY KEY("session","number")
);
--> statement-breakpoint
CREATE TABLE "earliest_offer" (
	"entry" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"date" text COLLATE "C",
	"session" text COLLATE "C",
	"seen" jsonb NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "earliest_offer_entry_number_pk" PRIMARY KEY("entry","number")
);
--> statement-breakpoint
CREATE TABLE "patient_notice" (
	"entry" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"session" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"date" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	CONSTRAINT "patient_notice_entry_number_pk" PRIMARY KEY("entry","number"),
	CONSTRAINT "patient_notice_kind_known" CHECK ("patient_notice"."kind" in ('told', 'accepted', 'declined', 'askedToChange', 'withdrawn')),
	CONSTRAINT "patient_notice_channel_known" CHECK ("patient_notice"."channel" in ('letter', 'largePrintLetter', 'phone', 'text', 'email', 'inPerson'))
);
--> statement-breakpoint
CREATE TABLE "place_call" (
	"entry" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"session" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"answer" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	CONSTRAINT "place_call_entry_number_pk" PRIMARY KEY("entry","number"),
	CONSTRAINT "place_call_kind_known" CHECK ("place_call"."kind" in ('offer', 'standBy')),
	CONSTRAINT "place_call_answer_known" CHECK ("place_call"."answer" in ('accepted', 'declined', 'noAnswer', 'notUsed'))
);
--> statement-breakpoint
CREATE TABLE "scenario" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"week" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"changes" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"made_by" text COLLATE "C" NOT NULL,
	"made_at" text COLLATE "C" NOT NULL,
	"closed_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "cancellation" (
	"entry" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"session" text COLLATE "C" NOT NULL,
	"date" text COLLATE "C" NOT NULL,
	"reason_code" text COLLATE "C" NOT NULL,
	"clinical" boolean NOT NULL,
	"avoidable" boolean,
	"last_minute" boolean NOT NULL,
	"offer_by" text COLLATE "C",
	"note" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "cancellation_entry_number_pk" PRIMARY KEY("entry","number")
);
--> statement-breakpoint
CREATE TABLE "case_moment" (
	"session" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"entry" text COLLATE "C" NOT NULL,
	"moment" text COLLATE "C" NOT NULL,
	"happened_at" text COLLATE "C",
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "case_moment_session_number_pk" PRIMARY KEY("session","number"),
	CONSTRAINT "case_moment_known" CHECK ("case_moment"."moment" in ('arrived', 'sentFor', 'anaestheticStart', 'knifeToSkin', 'closed', 'out', 'recovery'))
);
--> statement-breakpoint
CREATE TABLE "debrief" (
	"session" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"late_start" text COLLATE "C" NOT NULL,
	"gaps" text COLLATE "C" NOT NULL,
	"early_finish" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "debrief_session_number_pk" PRIMARY KEY("session","number")
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"held_on" text COLLATE "C" NOT NULL,
	"week" text COLLATE "C" NOT NULL,
	"attendees" text COLLATE "C" NOT NULL,
	"closed_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "meeting_item" (
	"meeting" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"entry" text COLLATE "C",
	"session" text COLLATE "C",
	"text" text COLLATE "C" NOT NULL,
	"owner" text COLLATE "C" NOT NULL,
	"due_on" text COLLATE "C",
	"replaces" integer NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "meeting_item_meeting_number_pk" PRIMARY KEY("meeting","number"),
	CONSTRAINT "meeting_item_kind_known" CHECK ("meeting_item"."kind" in ('decision', 'action', 'note'))
);
--> statement-breakpoint
CREATE TABLE "pas_change" (
	"file" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"entry" text COLLATE "C" NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"date" text COLLATE "C",
	"session_id" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"message" text COLLATE "C" NOT NULL,
	CONSTRAINT "pas_change_file_number_pk" PRIMARY KEY("file","number"),
	CONSTRAINT "pas_change_action_known" CHECK ("pas_change"."action" in ('book', 'move', 'cancel')),
	CONSTRAINT "pas_change_state_known" CHECK ("pas_change"."state" in ('open', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "pas_file" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"made_by" text COLLATE "C" NOT NULL,
	"made_at" text COLLATE "C" NOT NULL,
	"returned_by" text COLLATE "C",
	"returned_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "workspace_setting" (
	"organisation" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"saved_by" text COLLATE "C" NOT NULL,
	"saved_at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "workspace_setting_organisation_number_pk" PRIMARY KEY("organisation","number")
);
--> statement-breakpoint
ALTER TABLE "waiting_list_entry" ADD COLUMN "promised_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "solve_run" ADD COLUMN "scenario" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "leave" ADD CONSTRAINT "leave_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_template" ADD CONSTRAINT "session_template_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_template" ADD CONSTRAINT "session_template_theatre" FOREIGN KEY ("site","theatre") REFERENCES "public"."theatre"("site","name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_slot" ADD CONSTRAINT "held_slot_session_theatre_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."theatre_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_detail" ADD CONSTRAINT "session_detail_session_theatre_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."theatre_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_detail" ADD CONSTRAINT "session_detail_template_session_template_id_fk" FOREIGN KEY ("template") REFERENCES "public"."session_template"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_event" ADD CONSTRAINT "session_event_session_theatre_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."theatre_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_hold" ADD CONSTRAINT "case_hold_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_order" ADD CONSTRAINT "list_order_session_theatre_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."theatre_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_seen" ADD CONSTRAINT "list_seen_version" FOREIGN KEY ("session","number") REFERENCES "public"."list_version"("session","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_version" ADD CONSTRAINT "list_version_session_theatre_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."theatre_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earliest_offer" ADD CONSTRAINT "earliest_offer_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earliest_offer" ADD CONSTRAINT "earliest_offer_session_theatre_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."theatre_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_notice" ADD CONSTRAINT "patient_notice_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_notice" ADD CONSTRAINT "patient_notice_session_theatre_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."theatre_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_call" ADD CONSTRAINT "place_call_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_call" ADD CONSTRAINT "place_call_session_theatre_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."theatre_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cancellation" ADD CONSTRAINT "cancellation_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cancellation" ADD CONSTRAINT "cancellation_session_theatre_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."theatre_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_moment" ADD CONSTRAINT "case_moment_session_theatre_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."theatre_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_moment" ADD CONSTRAINT "case_moment_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debrief" ADD CONSTRAINT "debrief_session_theatre_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."theatre_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_meeting_meeting_id_fk" FOREIGN KEY ("meeting") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_session_theatre_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."theatre_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pas_change" ADD CONSTRAINT "pas_change_file_pas_file_id_fk" FOREIGN KEY ("file") REFERENCES "public"."pas_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pas_change" ADD CONSTRAINT "pas_change_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pas_file" ADD CONSTRAINT "pas_file_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_setting" ADD CONSTRAINT "workspace_setting_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leave_days" ON "leave" USING btree ("organisation","from_date","to_date");--> statement-breakpoint
CREATE INDEX "session_template_place" ON "session_template" USING btree ("organisation","site","theatre","weekday");--> statement-breakpoint
CREATE INDEX "held_slot_session" ON "held_slot" USING btree ("session");--> statement-breakpoint
CREATE UNIQUE INDEX "session_detail_template" ON "session_detail" USING btree ("template","template_date");--> statement-breakpoint
CREATE INDEX "patient_notice_session" ON "patient_notice" USING btree ("session");--> statement-breakpoint
CREATE INDEX "place_call_session" ON "place_call" USING btree ("session");--> statement-breakpoint
CREATE INDEX "scenario_week" ON "scenario" USING btree ("organisation","week","made_at");--> statement-breakpoint
CREATE INDEX "cancellation_session" ON "cancellation" USING btree ("session");--> statement-breakpoint
CREATE INDEX "case_moment_entry" ON "case_moment" USING btree ("entry");--> statement-breakpoint
CREATE INDEX "meeting_days" ON "meeting" USING btree ("organisation","held_on");--> statement-breakpoint
CREATE INDEX "pas_change_entry" ON "pas_change" USING btree ("entry");--> statement-breakpoint
CREATE INDEX "pas_file_made" ON "pas_file" USING btree ("organisation","made_at");--> statement-breakpoint
ALTER TABLE "solve_run" ADD CONSTRAINT "solve_run_scenario_scenario_id_fk" FOREIGN KEY ("scenario") REFERENCES "public"."scenario"("id") ON DELETE no action ON UPDATE no action;