ALTER TABLE "meeting" ADD COLUMN "closed_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "agenda" jsonb;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD COLUMN "done_meeting" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "meeting_item" ADD COLUMN "done_number" integer;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD COLUMN "about" jsonb;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_done_meeting_meeting_id_fk" FOREIGN KEY ("done_meeting") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;