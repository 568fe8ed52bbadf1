ALTER TABLE "message" DROP CONSTRAINT "message_kind_known";--> statement-breakpoint
ALTER TABLE "message" DROP CONSTRAINT "message_state_known";--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "follows" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "due_at" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "leased_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "leased_until" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "via" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "reference" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "check_at" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "message_check" ON "message" USING btree ("check_at");--> statement-breakpoint
CREATE INDEX "message_invitation" ON "message" USING btree ("invitation");--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_state_known" CHECK ("message"."state" in ('queued', 'outbox', 'sent', 'delivered', 'failed', 'stopped'));