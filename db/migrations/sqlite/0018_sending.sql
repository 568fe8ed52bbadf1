PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_message` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`site` text NOT NULL,
	`entry` text NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`invitation` text,
	`follows` text,
	`state` text NOT NULL,
	`queued_at` text NOT NULL,
	`due_at` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`leased_by` text,
	`leased_until` text,
	`via` text DEFAULT '' NOT NULL,
	`reference` text,
	`check_at` text,
	`done_at` text,
	`fault` text NOT NULL,
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation`) REFERENCES `invitation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "message_channel_known" CHECK("__new_message"."channel" in ('text', 'email', 'letter')),
	CONSTRAINT "message_state_known" CHECK("__new_message"."state" in ('queued', 'outbox', 'sent', 'delivered', 'failed', 'stopped'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_message`("id", "organisation", "site", "entry", "kind", "channel", "invitation", "state", "queued_at", "done_at", "fault") SELECT "id", "organisation", "site", "entry", "kind", "channel", "invitation", "state", "queued_at", "done_at", "fault" FROM `message`;--> statement-breakpoint
DROP TABLE `message`;--> statement-breakpoint
ALTER TABLE `__new_message` RENAME TO `message`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `message_entry` ON `message` (`entry`);--> statement-breakpoint
CREATE INDEX `message_state` ON `message` (`state`,`queued_at`);--> statement-breakpoint
CREATE INDEX `message_check` ON `message` (`check_at`);--> statement-breakpoint
CREATE INDEX `message_invitation` ON `message` (`invitation`);