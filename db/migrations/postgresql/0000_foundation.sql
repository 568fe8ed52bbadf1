CREATE TABLE "installation" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"mode" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"demo_first_day" text COLLATE "C",
	CONSTRAINT "installation_mode_known" CHECK ("installation"."mode" in ('demo', 'live'))
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"code" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site" (
	"code" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	CONSTRAINT "site_type_known" CHECK ("site"."type" in ('hub', 'main'))
);
--> statement-breakpoint
CREATE TABLE "theatre" (
	"site" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	CONSTRAINT "theatre_site_name_pk" PRIMARY KEY("site","name")
);
--> statement-breakpoint
CREATE TABLE "shared_resource" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"site" text COLLATE "C" NOT NULL,
	"date" text COLLATE "C" NOT NULL,
	"period" text COLLATE "C" NOT NULL,
	"resource" text COLLATE "C" NOT NULL,
	"quantity" integer NOT NULL,
	"presence" text COLLATE "C" NOT NULL,
	"gone_on" text COLLATE "C",
	CONSTRAINT "shared_resource_period_known" CHECK ("shared_resource"."period" in ('night', 'day', 'am', 'pm')),
	CONSTRAINT "shared_resource_presence_known" CHECK ("shared_resource"."presence" in ('present', 'gone'))
);
--> statement-breakpoint
CREATE TABLE "theatre_session" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"session_id" text COLLATE "C" NOT NULL,
	"site" text COLLATE "C" NOT NULL,
	"theatre" text COLLATE "C" NOT NULL,
	"date" text COLLATE "C" NOT NULL,
	"start" text COLLATE "C" NOT NULL,
	"end" text COLLATE "C" NOT NULL,
	"treatment_functions" jsonb NOT NULL,
	"surgeons" jsonb NOT NULL,
	"anaesthetics" jsonb NOT NULL,
	"paediatric" boolean NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"max_cases" integer,
	"held_minutes" integer NOT NULL,
	"presence" text COLLATE "C" NOT NULL,
	"gone_on" text COLLATE "C",
	CONSTRAINT "theatre_session_status_known" CHECK ("theatre_session"."status" in ('open', 'locked', 'closed', 'unstaffed')),
	CONSTRAINT "theatre_session_presence_known" CHECK ("theatre_session"."presence" in ('present', 'gone'))
);
--> statement-breakpoint
CREATE TABLE "patient" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"issuer" text COLLATE "C" NOT NULL,
	"hospital_number" text COLLATE "C" NOT NULL,
	"nhs_number" text COLLATE "C",
	"birth_date" text COLLATE "C" NOT NULL,
	"gender" text COLLATE "C" NOT NULL,
	"ethnic_category" text COLLATE "C" NOT NULL,
	"imd_decile" integer,
	"family_name" text COLLATE "C" NOT NULL,
	"given_name" text COLLATE "C" NOT NULL,
	"address" text COLLATE "C" NOT NULL,
	"postcode" text COLLATE "C" NOT NULL,
	"mobile" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"contact_preference" text COLLATE "C",
	"language" text COLLATE "C" NOT NULL,
	"interpreter" boolean,
	"reasonable_adjustments" text COLLATE "C" NOT NULL,
	"search" text COLLATE "C" NOT NULL,
	CONSTRAINT "patient_contact_known" CHECK ("patient"."contact_preference" in ('text', 'email', 'letter', 'phone'))
);
--> statement-breakpoint
CREATE TABLE "readiness_decision" (
	"entry" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"screening" text COLLATE "C" NOT NULL,
	"fit_from" text COLLATE "C",
	"fit_until" text COLLATE "C",
	"hub_suitable" text COLLATE "C" NOT NULL,
	"decided_by" text COLLATE "C" NOT NULL,
	"decided_at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "readiness_decision_entry_number_pk" PRIMARY KEY("entry","number"),
	CONSTRAINT "readiness_screening_known" CHECK ("readiness_decision"."screening" in ('not_screened', 'awaiting', 'optimising', 'fit', 'unfit'))
);
--> statement-breakpoint
CREATE TABLE "waiting_list_entry" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"issuer" text COLLATE "C" NOT NULL,
	"pathway_id" text COLLATE "C" NOT NULL,
	"patient" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"gone_on" text COLLATE "C",
	"provider" text COLLATE "C" NOT NULL,
	"clock_start" text COLLATE "C" NOT NULL,
	"rtt_status" text COLLATE "C" NOT NULL,
	"decision_to_admit" text COLLATE "C" NOT NULL,
	"last_priority_review" text COLLATE "C",
	"priority" text COLLATE "C" NOT NULL,
	"cancer" boolean NOT NULL,
	"treatment_function" text COLLATE "C" NOT NULL,
	"consultant" text COLLATE "C",
	"procedure_code" text COLLATE "C" NOT NULL,
	"procedure_text" text COLLATE "C" NOT NULL,
	"intended_management" text COLLATE "C" NOT NULL,
	"asa" integer,
	"listing_site" text COLLATE "C" NOT NULL,
	"other_sites" jsonb NOT NULL,
	"screening_date" text COLLATE "C",
	"tci_date" text COLLATE "C",
	"tci_session" text COLLATE "C",
	"pooled" boolean NOT NULL,
	"minutes" integer NOT NULL,
	"minutes_deviation" double precision NOT NULL,
	"anaesthetic" text COLLATE "C" NOT NULL,
	"nights" integer NOT NULL,
	"critical_care" boolean NOT NULL,
	"equipment" jsonb NOT NULL,
	"unavailable" jsonb NOT NULL,
	"short_notice" boolean NOT NULL,
	"offer_by" text COLLATE "C",
	"laterality" text COLLATE "C",
	"order_flags" jsonb NOT NULL,
	"screening" text COLLATE "C" NOT NULL,
	"fit_from" text COLLATE "C",
	"fit_until" text COLLATE "C",
	"hub_suitable" text COLLATE "C" NOT NULL,
	"file_screening" text COLLATE "C" NOT NULL,
	"file_fit_from" text COLLATE "C",
	"file_fit_until" text COLLATE "C",
	"file_hub_suitable" text COLLATE "C" NOT NULL,
	"target" text COLLATE "C",
	"unknown_columns" jsonb NOT NULL,
	"file_digest" text COLLATE "C" NOT NULL,
	"name_order" text COLLATE "C" NOT NULL,
	CONSTRAINT "entry_state_known" CHECK ("waiting_list_entry"."state" in ('listed', 'gone')),
	CONSTRAINT "entry_priority_known" CHECK ("waiting_list_entry"."priority" in ('P1a', 'P1b', 'P2', 'P3', 'P4', 'P5', 'P6')),
	CONSTRAINT "entry_management_known" CHECK ("waiting_list_entry"."intended_management" in ('inpatient', 'dayCase')),
	CONSTRAINT "entry_anaesthetic_known" CHECK ("waiting_list_entry"."anaesthetic" in ('GA', 'RA', 'LA')),
	CONSTRAINT "entry_laterality_known" CHECK ("waiting_list_entry"."laterality" in ('left', 'right', 'bilateral', 'none')),
	CONSTRAINT "entry_screening_known" CHECK ("waiting_list_entry"."screening" in ('not_screened', 'awaiting', 'optimising', 'fit', 'unfit'))
);
--> statement-breakpoint
CREATE TABLE "import_fault" (
	"import" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"rejected" boolean NOT NULL,
	"file" text COLLATE "C" NOT NULL,
	"row" integer NOT NULL,
	"column" text COLLATE "C" NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"message" text COLLATE "C" NOT NULL,
	CONSTRAINT "import_fault_import_number_pk" PRIMARY KEY("import","number")
);
--> statement-breakpoint
CREATE TABLE "import_payload" (
	"import" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"payload" text COLLATE "C" NOT NULL,
	CONSTRAINT "import_payload_import_number_pk" PRIMARY KEY("import","number")
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"import" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"row" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"held" text COLLATE "C",
	"differences" jsonb NOT NULL,
	CONSTRAINT "import_row_import_number_pk" PRIMARY KEY("import","number")
);
--> statement-breakpoint
CREATE TABLE "import" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"sites" jsonb NOT NULL,
	"file_name" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"uploaded_by" text COLLATE "C" NOT NULL,
	"uploaded_at" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"counts" jsonb NOT NULL,
	"base_revision" integer NOT NULL,
	"closed_by" text COLLATE "C",
	"closed_at" text COLLATE "C",
	CONSTRAINT "import_kind_known" CHECK ("import"."kind" in ('waiting-list', 'sessions', 'resources')),
	CONSTRAINT "import_state_known" CHECK ("import"."state" in ('reading', 'refused', 'interrupted', 'uploaded', 'applying', 'confirmed', 'left', 'superseded'))
);
--> statement-breakpoint
CREATE TABLE "list_revision" (
	"organisation" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "list_revision_organisation_kind_pk" PRIMARY KEY("organisation","kind")
);
--> statement-breakpoint
CREATE TABLE "placement_change" (
	"organisation" text COLLATE "C" NOT NULL,
	"week" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"revision" integer NOT NULL,
	"entry" text COLLATE "C" NOT NULL,
	"session" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"run" text COLLATE "C",
	"changed_by" text COLLATE "C" NOT NULL,
	"changed_at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"override" jsonb NOT NULL,
	CONSTRAINT "placement_change_organisation_week_number_pk" PRIMARY KEY("organisation","week","number"),
	CONSTRAINT "placement_change_kind_known" CHECK ("placement_change"."kind" in ('placed', 'moved', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"run" text COLLATE "C" PRIMARY KEY NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"score" bigint NOT NULL,
	"bound" bigint NOT NULL,
	"gap" double precision NOT NULL,
	"measures" jsonb NOT NULL,
	"hand_rule" jsonb NOT NULL,
	"saved_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_file" (
	"run" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"gzip" "bytea" NOT NULL,
	CONSTRAINT "plan_file_run_name_pk" PRIMARY KEY("run","name")
);
--> statement-breakpoint
CREATE TABLE "policy" (
	"organisation" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"policy" jsonb NOT NULL,
	"saved_by" text COLLATE "C" NOT NULL,
	"saved_at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "policy_organisation_number_pk" PRIMARY KEY("organisation","number")
);
--> statement-breakpoint
CREATE TABLE "solve_run" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"week" text COLLATE "C" NOT NULL,
	"sites" jsonb NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"options" jsonb NOT NULL,
	"seed" integer NOT NULL,
	"policy_number" integer NOT NULL,
	"progress" jsonb,
	"stop_asked" boolean NOT NULL,
	"message" text COLLATE "C" NOT NULL,
	"asked_by" text COLLATE "C" NOT NULL,
	"asked_at" text COLLATE "C" NOT NULL,
	"started_at" text COLLATE "C",
	"heartbeat_at" text COLLATE "C",
	"finished_at" text COLLATE "C",
	CONSTRAINT "solve_run_state_known" CHECK ("solve_run"."state" in ('queued', 'running', 'done', 'stopped', 'failed', 'killed'))
);
--> statement-breakpoint
CREATE TABLE "week" (
	"organisation" text COLLATE "C" NOT NULL,
	"start" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "week_organisation_start_pk" PRIMARY KEY("organisation","start")
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"site" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "sign_in_session" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"user" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"last_seen_at" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C" NOT NULL,
	"revoked_at" text COLLATE "C",
	"user_agent" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_account" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"password_hash" text COLLATE "C" NOT NULL,
	"demo" boolean NOT NULL,
	"active" boolean NOT NULL,
	"failed_attempts" integer NOT NULL,
	"locked_until" text COLLATE "C",
	"created_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"subject_kind" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"site" text COLLATE "C" NOT NULL,
	"digest" text COLLATE "C" NOT NULL,
	"previous_hash" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_value" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"salt" text COLLATE "C" NOT NULL,
	"before" text COLLATE "C" NOT NULL,
	"after" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "patient_access" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"patient" text COLLATE "C" NOT NULL,
	"looked_by" text COLLATE "C" NOT NULL,
	"looked_at" text COLLATE "C" NOT NULL,
	"page" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "site" ADD CONSTRAINT "site_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theatre" ADD CONSTRAINT "theatre_site_site_code_fk" FOREIGN KEY ("site") REFERENCES "public"."site"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_resource" ADD CONSTRAINT "shared_resource_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_resource" ADD CONSTRAINT "shared_resource_site_site_code_fk" FOREIGN KEY ("site") REFERENCES "public"."site"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theatre_session" ADD CONSTRAINT "theatre_session_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theatre_session" ADD CONSTRAINT "theatre_session_theatre" FOREIGN KEY ("site","theatre") REFERENCES "public"."theatre"("site","name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient" ADD CONSTRAINT "patient_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_decision" ADD CONSTRAINT "readiness_decision_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_list_entry" ADD CONSTRAINT "waiting_list_entry_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_list_entry" ADD CONSTRAINT "waiting_list_entry_patient_patient_id_fk" FOREIGN KEY ("patient") REFERENCES "public"."patient"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_list_entry" ADD CONSTRAINT "waiting_list_entry_listing_site_site_code_fk" FOREIGN KEY ("listing_site") REFERENCES "public"."site"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_fault" ADD CONSTRAINT "import_fault_import_import_id_fk" FOREIGN KEY ("import") REFERENCES "public"."import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_payload" ADD CONSTRAINT "import_payload_row" FOREIGN KEY ("import","number") REFERENCES "public"."import_row"("import","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_import_id_fk" FOREIGN KEY ("import") REFERENCES "public"."import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import" ADD CONSTRAINT "import_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_revision" ADD CONSTRAINT "list_revision_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_change" ADD CONSTRAINT "placement_change_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_change" ADD CONSTRAINT "placement_change_session_theatre_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."theatre_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_change" ADD CONSTRAINT "placement_change_run_solve_run_id_fk" FOREIGN KEY ("run") REFERENCES "public"."solve_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_change" ADD CONSTRAINT "placement_change_week" FOREIGN KEY ("organisation","week") REFERENCES "public"."week"("organisation","start") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_run_solve_run_id_fk" FOREIGN KEY ("run") REFERENCES "public"."solve_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_file" ADD CONSTRAINT "plan_file_run_solve_run_id_fk" FOREIGN KEY ("run") REFERENCES "public"."solve_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy" ADD CONSTRAINT "policy_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "solve_run" ADD CONSTRAINT "solve_run_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "week" ADD CONSTRAINT "week_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_user_account_id_fk" FOREIGN KEY ("user") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_site_site_code_fk" FOREIGN KEY ("site") REFERENCES "public"."site"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_session" ADD CONSTRAINT "sign_in_session_user_user_account_id_fk" FOREIGN KEY ("user") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_value" ADD CONSTRAINT "audit_value_seq_audit_entry_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."audit_entry"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_access" ADD CONSTRAINT "patient_access_patient_patient_id_fk" FOREIGN KEY ("patient") REFERENCES "public"."patient"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "site_organisation" ON "site" USING btree ("organisation");--> statement-breakpoint
CREATE UNIQUE INDEX "shared_resource_identity" ON "shared_resource" USING btree ("site","date","period","resource");--> statement-breakpoint
CREATE INDEX "shared_resource_date" ON "shared_resource" USING btree ("organisation","date");--> statement-breakpoint
CREATE UNIQUE INDEX "theatre_session_identity" ON "theatre_session" USING btree ("organisation","session_id");--> statement-breakpoint
CREATE INDEX "theatre_session_date" ON "theatre_session" USING btree ("organisation","date","site");--> statement-breakpoint
CREATE UNIQUE INDEX "patient_identity" ON "patient" USING btree ("organisation","issuer","hospital_number");--> statement-breakpoint
CREATE INDEX "patient_nhs_number" ON "patient" USING btree ("nhs_number");--> statement-breakpoint
CREATE INDEX "patient_search" ON "patient" USING btree ("organisation","search","id");--> statement-breakpoint
CREATE UNIQUE INDEX "entry_identity" ON "waiting_list_entry" USING btree ("organisation","issuer","pathway_id");--> statement-breakpoint
CREATE INDEX "entry_patient" ON "waiting_list_entry" USING btree ("patient");--> statement-breakpoint
CREATE INDEX "entry_list" ON "waiting_list_entry" USING btree ("organisation","state","clock_start","priority","listing_site","treatment_function","screening","cancer","consultant","fit_until","tci_date","target","name_order","patient","id");--> statement-breakpoint
CREATE INDEX "entry_drift" ON "waiting_list_entry" USING btree ("organisation","state") WHERE ("waiting_list_entry"."screening" <> "waiting_list_entry"."file_screening" or coalesce("waiting_list_entry"."fit_from", '') <> coalesce("waiting_list_entry"."file_fit_from", '') or coalesce("waiting_list_entry"."fit_until", '') <> coalesce("waiting_list_entry"."file_fit_until", '') or "waiting_list_entry"."hub_suitable" <> "waiting_list_entry"."file_hub_suitable");--> statement-breakpoint
CREATE INDEX "import_row_kind" ON "import_row" USING btree ("import","kind","number");--> statement-breakpoint
CREATE INDEX "import_organisation" ON "import" USING btree ("organisation","uploaded_at");--> statement-breakpoint
CREATE INDEX "placement_change_entry" ON "placement_change" USING btree ("entry","week","number");--> statement-breakpoint
CREATE INDEX "solve_run_week" ON "solve_run" USING btree ("organisation","week","asked_at");--> statement-breakpoint
CREATE INDEX "solve_run_state" ON "solve_run" USING btree ("state","asked_at");--> statement-breakpoint
CREATE INDEX "role_grant_user" ON "role_grant" USING btree ("user");--> statement-breakpoint
CREATE INDEX "role_grant_organisation" ON "role_grant" USING btree ("organisation");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_session_token" ON "sign_in_session" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sign_in_session_user" ON "sign_in_session" USING btree ("user");--> statement-breakpoint
CREATE UNIQUE INDEX "user_account_email" ON "user_account" USING btree ("email");--> statement-breakpoint
CREATE INDEX "audit_entry_subject" ON "audit_entry" USING btree ("subject_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entry_organisation" ON "audit_entry" USING btree ("organisation","seq");--> statement-breakpoint
CREATE INDEX "patient_access_patient" ON "patient_access" USING btree ("patient","looked_at");--> statement-breakpoint
CREATE INDEX "patient_access_user" ON "patient_access" USING btree ("looked_by","looked_at");