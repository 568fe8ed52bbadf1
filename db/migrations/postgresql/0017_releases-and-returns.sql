ALTER TABLE "waiting_list_entry" ADD COLUMN "returned_on" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "held_slot" ADD COLUMN "released_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "held_slot" ADD COLUMN "release_reason" text COLLATE "C" DEFAULT '' NOT NULL;