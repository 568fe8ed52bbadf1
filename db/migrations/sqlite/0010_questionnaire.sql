CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`site` text NOT NULL,
	`entry` text NOT NULL,
	`purpose` text NOT NULL,
	`part` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`completed_at` text,
	`revoked_at` text,
	`wrong_guesses` integer NOT NULL,
	`last_wrong_at` text,
	`locked_until` text,
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitation_purpose_known" CHECK("invitation"."purpose" in ('questions', 'page'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `invitation_entry` ON `invitation` (`entry`);--> statement-breakpoint
CREATE TABLE `invitation_link` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`invitation` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`invitation`) REFERENCES `invitation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_link_secret` ON `invitation_link` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `invitation_link_of` ON `invitation_link` (`invitation`);--> statement-breakpoint
CREATE TABLE `patient_device` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`invitation` text NOT NULL,
	`who` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`invitation`) REFERENCES `invitation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "patient_device_who_known" CHECK("patient_device"."who" in ('patient', 'helped', 'carer', 'staff'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `patient_device_token` ON `patient_device` (`token_hash`);--> statement-breakpoint
CREATE INDEX `patient_device_invitation` ON `patient_device` (`invitation`);--> statement-breakpoint
CREATE TABLE `questionnaire_response` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`site` text NOT NULL,
	`entry` text NOT NULL,
	`invitation` text,
	`version` text NOT NULL,
	`part` integer NOT NULL,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`given` text NOT NULL,
	`answers` text,
	`source_by` text NOT NULL,
	`source_channel` text NOT NULL,
	`started_at` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text NOT NULL,
	`completed_at` text,
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation`) REFERENCES `invitation`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "questionnaire_response_state_known" CHECK("questionnaire_response"."state" in ('draft', 'completed')),
	CONSTRAINT "questionnaire_response_by_known" CHECK("questionnaire_response"."source_by" in ('patient', 'helped', 'carer', 'staff')),
	CONSTRAINT "questionnaire_response_channel_known" CHECK("questionnaire_response"."source_channel" in ('online', 'phone', 'paper'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `questionnaire_response_entry` ON `questionnaire_response` (`entry`,`completed_at`);--> statement-breakpoint
CREATE INDEX `questionnaire_response_invitation` ON `questionnaire_response` (`invitation`);--> statement-breakpoint
CREATE TABLE `message` (
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
	CONSTRAINT "message_kind_known" CHECK("message"."kind" in ('invite', 'newLink', 'page')),
	CONSTRAINT "message_channel_known" CHECK("message"."channel" in ('text', 'email', 'letter')),
	CONSTRAINT "message_state_known" CHECK("message"."state" in ('queued', 'sent', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `message_entry` ON `message` (`entry`);--> statement-breakpoint
CREATE INDEX `message_state` ON `message` (`state`,`queued_at`);--> statement-breakpoint
CREATE TABLE `patient_word` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`needs_reading` integer NOT NULL,
	`read_by` text,
	`read_at` text,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "patient_word_kind_known" CHECK("patient_word"."kind" in ('stillWant', 'shortNotice', 'datesToAvoid', 'dateAnswer', 'otherProvider', 'feedback'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `patient_word_kind` ON `patient_word` (`entry`,`kind`,`number`);--> statement-breakpoint
CREATE INDEX `patient_word_unread` ON `patient_word` (`needs_reading`,`read_at`);