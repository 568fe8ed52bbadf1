ALTER TABLE "import" DROP CONSTRAINT "import_state_known";--> statement-breakpoint
ALTER TABLE "waiting_list_entry" ADD COLUMN "target" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "entry_target" ON "waiting_list_entry" USING btree ("organisation","state","target","id");--> statement-breakpoint
ALTER TABLE "import" ADD CONSTRAINT "import_state_known" CHECK ("import"."state" in ('reading', 'refused', 'interrupted', 'uploaded', 'applying', 'confirmed', 'left', 'superseded'));