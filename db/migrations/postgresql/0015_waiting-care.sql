CREATE TABLE "shared_decision" (
	"entry" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"stage" text COLLATE "C" NOT NULL,
	"held_on" text COLLATE "C" NOT NULL,
	"held_by" text COLLATE "C" NOT NULL,
	"discussed" jsonb NOT NULL,
	"choice" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "shared_decision_entry_number_pk" PRIMARY KEY("entry","number"),
	CONSTRAINT "shared_decision_stage_known" CHECK ("shared_decision"."stage" in ('one', 'two')),
	CONSTRAINT "shared_decision_choice_known" CHECK ("shared_decision"."choice" in ('operation', 'moreTime', 'notSure', 'otherCare', 'noOperation'))
);
--> statement-breakpoint
CREATE TABLE "waiting_review" (
	"entry" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"reviewed_on" text COLLATE "C" NOT NULL,
	"harm" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C" NOT NULL,
	"next_on" text COLLATE "C",
	"note" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "waiting_review_entry_number_pk" PRIMARY KEY("entry","number"),
	CONSTRAINT "waiting_review_kind_known" CHECK ("waiting_review"."kind" in ('longWait', 'cancer')),
	CONSTRAINT "waiting_review_harm_known" CHECK ("waiting_review"."harm" in ('none', 'low', 'moderate', 'severe', 'notKnown')),
	CONSTRAINT "waiting_review_outcome_known" CHECK ("waiting_review"."outcome" in ('sameWay', 'sooner', 'changePriority', 'seeAgain', 'otherProvider', 'asksToLeave'))
);
--> statement-breakpoint
ALTER TABLE "invitation" DROP CONSTRAINT "invitation_purpose_known";--> statement-breakpoint
ALTER TABLE "patient_word" DROP CONSTRAINT "patient_word_kind_known";--> statement-breakpoint
ALTER TABLE "care_task" DROP CONSTRAINT "care_task_known";--> statement-breakpoint
ALTER TABLE "questionnaire_response" ADD COLUMN "form" text COLLATE "C" DEFAULT 'screening' NOT NULL;--> statement-breakpoint
ALTER TABLE "screening_assessment" ADD COLUMN "check_in" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "shared_decision" ADD CONSTRAINT "shared_decision_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_review" ADD CONSTRAINT "waiting_review_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "questionnaire_response_form" ON "questionnaire_response" USING btree ("form","state","entry");--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_purpose_known" CHECK ("invitation"."purpose" in ('questions', 'checkIn', 'page'));--> statement-breakpoint
ALTER TABLE "questionnaire_response" ADD CONSTRAINT "questionnaire_response_form_known" CHECK ("questionnaire_response"."form" in ('screening', 'checkIn'));--> statement-breakpoint
ALTER TABLE "patient_word" ADD CONSTRAINT "patient_word_kind_known" CHECK ("patient_word"."kind" in ('stillWant', 'shortNotice', 'datesToAvoid', 'dateAnswer', 'otherProvider', 'feedback', 'contactDetails', 'help'));--> statement-breakpoint
ALTER TABLE "care_task" ADD CONSTRAINT "care_task_known" CHECK ("care_task"."kind" in ('urgent', 'expired', 'worsened', 'help', 'overdue', 'plan', 'measure', 'goingHome', 'stillWant', 'noReply'));