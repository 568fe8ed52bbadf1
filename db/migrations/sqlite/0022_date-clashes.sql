PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_care_task` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`site` text NOT NULL,
	`entry` text NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`words` text NOT NULL,
	`urgent` integer NOT NULL,
	`raised_by` text NOT NULL,
	`raised_at` text NOT NULL,
	`ended` text,
	`ended_by` text,
	`ended_at` text,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "care_task_known" CHECK("__new_care_task"."kind" in ('urgent', 'expired', 'worsened', 'help', 'overdue', 'plan', 'measure', 'goingHome', 'stillWant', 'noReply', 'dateClash'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_care_task`("id", "organisation", "site", "entry", "kind", "about", "words", "urgent", "raised_by", "raised_at", "ended", "ended_by", "ended_at", "reason") SELECT "id", "organisation", "site", "entry", "kind", "about", "words", "urgent", "raised_by", "raised_at", "ended", "ended_by", "ended_at", "reason" FROM `care_task`;--> statement-breakpoint
DROP TABLE `care_task`;--> statement-breakpoint
ALTER TABLE `__new_care_task` RENAME TO `care_task`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `care_task_entry` ON `care_task` (`entry`,`ended`);--> statement-breakpoint
CREATE INDEX `care_task_open` ON `care_task` (`organisation`,`site`,`ended`);