CREATE TABLE "care_task" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"site" text COLLATE "C" NOT NULL,
	"entry" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"about" text COLLATE "C" NOT NULL,
	"words" text COLLATE "C" NOT NULL,
	"urgent" boolean NOT NULL,
	"raised_by" text COLLATE "C" NOT NULL,
	"raised_at" text COLLATE "C" NOT NULL,
	"ended" text COLLATE "C",
	"ended_by" text COLLATE "C",
	"ended_at" text COLLATE "C",
	"reason" text COLLATE "C" DEFAULT '' NOT NULL,
	CONSTRAINT "care_task_known" CHECK ("care_task"."kind" in ('urgent', 'expired', 'worsened'))
);
--> statement-breakpoint
CREATE TABLE "screening_assessment" (
	"entry" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"response" text COLLATE "C",
	"rule_set" text COLLATE "C" NOT NULL,
	"settings" text COLLATE "C" NOT NULL,
	"route" text COLLATE "C" NOT NULL,
	"risk" text COLLATE "C" NOT NULL,
	"hub" text COLLATE "C" NOT NULL,
	"low_risk" boolean NOT NULL,
	"urgent" boolean NOT NULL,
	"content" jsonb NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "screening_assessment_entry_number_pk" PRIMARY KEY("entry","number"),
	CONSTRAINT "screening_route_known" CHECK ("screening_assessment"."route" in ('none', 'phone', 'f2f', 'anaes')),
	CONSTRAINT "screening_risk_known" CHECK ("screening_assessment"."risk" in ('low', 'moderate', 'high')),
	CONSTRAINT "screening_hub_known" CHECK ("screening_assessment"."hub" in ('ok', 'review', 'not_standalone', 'not_any'))
);
--> statement-breakpoint
CREATE TABLE "screening_decision" (
	"entry" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"assessment" integer NOT NULL,
	"readiness" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"seen" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "screening_decision_entry_number_pk" PRIMARY KEY("entry","number"),
	CONSTRAINT "screening_decision_known" CHECK ("screening_decision"."kind" in ('confirmed', 'overridden')),
	CONSTRAINT "screening_seen_known" CHECK ("screening_decision"."seen" in ('read', 'phone', 'faceToFace', 'consultant'))
);
--> statement-breakpoint
CREATE TABLE "screening_measure" (
	"entry" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"measure" text COLLATE "C" NOT NULL,
	"value" double precision,
	"taken_on" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "screening_measure_entry_number_pk" PRIMARY KEY("entry","number"),
	CONSTRAINT "screening_measure_known" CHECK ("screening_measure"."measure" in ('bp_sys_clinic', 'bp_dia_clinic', 'bp_sys_primary', 'bp_dia_primary', 'hb', 'hba1c', 'creatinine', 'height_cm', 'weight_kg', 'cfs', 'asa', 'stopbang'))
);
--> statement-breakpoint
ALTER TABLE "care_task" ADD CONSTRAINT "care_task_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_task" ADD CONSTRAINT "care_task_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_assessment" ADD CONSTRAINT "screening_assessment_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_decision" ADD CONSTRAINT "screening_decision_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_measure" ADD CONSTRAINT "screening_measure_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "care_task_entry" ON "care_task" USING btree ("entry","ended");--> statement-breakpoint
CREATE INDEX "care_task_open" ON "care_task" USING btree ("organisation","site","ended");