CREATE TABLE "invitation" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"site" text COLLATE "C" NOT NULL,
	"entry" text COLLATE "C" NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"part" integer NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C" NOT NULL,
	"completed_at" text COLLATE "C",
	"revoked_at" text COLLATE "C",
	"wrong_guesses" integer NOT NULL,
	"last_wrong_at" text COLLATE "C",
	"locked_until" text COLLATE "C",
	CONSTRAINT "invitation_purpose_known" CHECK ("invitation"."purpose" in ('questions', 'page'))
);
--> statement-breakpoint
CREATE TABLE "invitation_link" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"secret_hash" text COLLATE "C" NOT NULL,
	"invitation" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "patient_device" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"invitation" text COLLATE "C" NOT NULL,
	"who" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"last_seen_at" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C" NOT NULL,
	"revoked_at" text COLLATE "C",
	CONSTRAINT "patient_device_who_known" CHECK ("patient_device"."who" in ('patient', 'helped', 'carer', 'staff'))
);
--> statement-breakpoint
CREATE TABLE "questionnaire_response" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"site" text COLLATE "C" NOT NULL,
	"entry" text COLLATE "C" NOT NULL,
	"invitation" text COLLATE "C",
	"version" text COLLATE "C" NOT NULL,
	"part" integer NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"given" jsonb NOT NULL,
	"answers" jsonb,
	"source_by" text COLLATE "C" NOT NULL,
	"source_channel" text COLLATE "C" NOT NULL,
	"started_at" text COLLATE "C" NOT NULL,
	"saved_at" text COLLATE "C" NOT NULL,
	"saved_by" text COLLATE "C" NOT NULL,
	"completed_at" text COLLATE "C",
	CONSTRAINT "questionnaire_response_state_known" CHECK ("questionnaire_response"."state" in ('draft', 'completed')),
	CONSTRAINT "questionnaire_response_by_known" CHECK ("questionnaire_response"."source_by" in ('patient', 'helped', 'carer', 'staff')),
	CONSTRAINT "questionnaire_response_channel_known" CHECK ("questionnaire_response"."source_channel" in ('online', 'phone', 'paper'))
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation" text COLLATE "C" NOT NULL,
	"site" text COLLATE "C" NOT NULL,
	"entry" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"invitation" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"queued_at" text COLLATE "C" NOT NULL,
	"done_at" text COLLATE "C",
	"fault" text COLLATE "C" NOT NULL,
	CONSTRAINT "message_kind_known" CHECK ("message"."kind" in ('invite', 'newLink', 'page')),
	CONSTRAINT "message_channel_known" CHECK ("message"."channel" in ('text', 'email', 'letter')),
	CONSTRAINT "message_state_known" CHECK ("message"."state" in ('queued', 'sent', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "patient_word" (
	"entry" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"by" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"needs_reading" boolean NOT NULL,
	"read_by" text COLLATE "C",
	"read_at" text COLLATE "C",
	CONSTRAINT "patient_word_entry_number_pk" PRIMARY KEY("entry","number"),
	CONSTRAINT "patient_word_kind_known" CHECK ("patient_word"."kind" in ('stillWant', 'shortNotice', 'datesToAvoid', 'dateAnswer', 'otherProvider', 'feedback'))
);
--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_link" ADD CONSTRAINT "invitation_link_invitation_invitation_id_fk" FOREIGN KEY ("invitation") REFERENCES "public"."invitation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_device" ADD CONSTRAINT "patient_device_invitation_invitation_id_fk" FOREIGN KEY ("invitation") REFERENCES "public"."invitation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_response" ADD CONSTRAINT "questionnaire_response_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_response" ADD CONSTRAINT "questionnaire_response_invitation_invitation_id_fk" FOREIGN KEY ("invitation") REFERENCES "public"."invitation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_invitation_invitation_id_fk" FOREIGN KEY ("invitation") REFERENCES "public"."invitation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_word" ADD CONSTRAINT "patient_word_entry_waiting_list_entry_id_fk" FOREIGN KEY ("entry") REFERENCES "public"."waiting_list_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_entry" ON "invitation" USING btree ("entry");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_link_secret" ON "invitation_link" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "invitation_link_of" ON "invitation_link" USING btree ("invitation");--> statement-breakpoint
CREATE UNIQUE INDEX "patient_device_token" ON "patient_device" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "patient_device_invitation" ON "patient_device" USING btree ("invitation");--> statement-breakpoint
CREATE INDEX "questionnaire_response_entry" ON "questionnaire_response" USING btree ("entry","completed_at");--> statement-breakpoint
CREATE INDEX "questionnaire_response_invitation" ON "questionnaire_response" USING btree ("invitation");--> statement-breakpoint
CREATE INDEX "message_entry" ON "message" USING btree ("entry");--> statement-breakpoint
CREATE INDEX "message_state" ON "message" USING btree ("state","queued_at");--> statement-breakpoint
CREATE INDEX "patient_word_kind" ON "patient_word" USING btree ("entry","kind","number");--> statement-breakpoint
CREATE INDEX "patient_word_unread" ON "patient_word" USING btree ("needs_reading","read_at");