CREATE TABLE "preparation_plan" (
	"entry" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"assessment" integer NOT NULL,
	"surgery_on" text COLLATE "C",
	"earliest_ready" text COLLATE "C",
	"content" jsonb NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "preparation_plan_entry_number_pk" PRIMARY KEY("entry","number")
);
--> statement-breakpoint
CREATE TABLE "preparation_step" (
	"entry" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"item" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"referral" text COLLATE "C",
	"text" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "preparation_step_entry_number_pk" PRIMARY KEY("entry","number"),
	CONSTRAINT "preparation_step_kind_known" CHECK ("preparation_step"."kind" in ('done', 'open', 'help', 'referral')),
	CONSTRAINT "preparation_step_referral_known" CHECK ("preparation_step"."referral" in ('toSend', 'sent', 'accepted', 'declined', 'done'))
);
--> statement-breakpoint
CREATE TABLE "preparation_text" (
	"organisation" text COLLATE "C" NOT NULL,
	"site" text COLLATE "C" NOT NULL,
	"topic" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"act" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "preparation_text_organisation_site_topic_number_pk" PRIMARY KEY("organisation","site","topic","number"),
	CONSTRAINT "preparation_text_act_known" CHECK ("preparation_text"."act" in ('entered', 'approved', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "message" DROP CONSTRAINT "message_kind_known";--> statement-breakpoint
ALTER TABLE "care_task" DROP CONSTRAINT "care_task_known";--> statement-breakpoint
ALTER TABLE "waiting_list_entry" ADD COLUMN "avoids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "preparation_plan" ADD CONSTRAINT "preparation_plan_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation_step" ADD CONSTRAINT "preparation_step_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation_text" ADD CONSTRAINT "preparation_text_organisation_organisation_code_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_kind_known" CHECK ("message"."kind" in ('invite', 'newLink', 'page', 'plan'));--> statement-breakpoint
ALTER TABLE "care_task" ADD CONSTRAINT "care_task_known" CHECK ("care_task"."kind" in ('urgent', 'expired', 'worsened', 'help', 'overdue', 'plan', 'measure', 'goingHome'));