CREATE TABLE `preparation_plan` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`assessment` integer NOT NULL,
	`surgery_on` text,
	`earliest_ready` text,
	`content` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `preparation_step` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`item` text NOT NULL,
	`kind` text NOT NULL,
	`referral` text,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "preparation_step_kind_known" CHECK("preparation_step"."kind" in ('done', 'open', 'help', 'referral')),
	CONSTRAINT "preparation_step_referral_known" CHECK("preparation_step"."referral" in ('toSend', 'sent', 'accepted', 'declined', 'done'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `preparation_text` (
	`organisation` text NOT NULL,
	`site` text NOT NULL,
	`topic` text NOT NULL,
	`number` integer NOT NULL,
	`act` text NOT NULL,
	`text` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`organisation`, `site`, `topic`, `number`),
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "preparation_text_act_known" CHECK("preparation_text"."act" in ('entered', 'approved', 'withdrawn'))
) STRICT;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_message` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`site` text NOT NULL,
	`entry` text NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`invitation` text,
	`state` text NOT NULL,
	`queued_at` text NOT NULL,
	`done_at` text,
	`fault` text NOT NULL,
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation`) REFERENCES `invitation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "message_kind_known" CHECK("__new_message"."kind" in ('invite', 'newLink', 'page', 'plan')),
	CONSTRAINT "message_channel_known" CHECK("__new_message"."channel" in ('text', 'email', 'letter')),
	CONSTRAINT "message_state_known" CHECK("__new_message"."state" in ('queued', 'sent', 'failed'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_message`("id", "organisation", "site", "entry", "kind", "channel", "invitation", "state", "queued_at", "done_at", "fault") SELECT "id", "organisation", "site", "entry", "kind", "channel", "invitation", "state", "queued_at", "done_at", "fault" FROM `message`;--> statement-breakpoint
DROP TABLE `message`;--> statement-breakpoint
ALTER TABLE `__new_message` RENAME TO `message`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `message_entry` ON `message` (`entry`);--> statement-breakpoint
CREATE INDEX `message_state` ON `message` (`state`,`queued_at`);--> statement-breakpoint
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
	CONSTRAINT "care_task_known" CHECK("__new_care_task"."kind" in ('urgent', 'expired', 'worsened', 'help', 'overdue', 'plan', 'measure', 'goingHome'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_care_task`("id", "organisation", "site", "entry", "kind", "about", "words", "urgent", "raised_by", "raised_at", "ended", "ended_by", "ended_at", "reason") SELECT "id", "organisation", "site", "entry", "kind", "about", "words", "urgent", "raised_by", "raised_at", "ended", "ended_by", "ended_at", "reason" FROM `care_task`;--> statement-breakpoint
DROP TABLE `care_task`;--> statement-breakpoint
ALTER TABLE `__new_care_task` RENAME TO `care_task`;--> statement-breakpoint
CREATE INDEX `care_task_entry` ON `care_task` (`entry`,`ended`);--> statement-breakpoint
CREATE INDEX `care_task_open` ON `care_task` (`organisation`,`site`,`ended`);--> statement-breakpoint
ALTER TABLE `waiting_list_entry` ADD `avoids` text DEFAULT '[]' NOT NULL;