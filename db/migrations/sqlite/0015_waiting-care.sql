CREATE TABLE `shared_decision` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`stage` text NOT NULL,
	`held_on` text NOT NULL,
	`held_by` text NOT NULL,
	`discussed` text NOT NULL,
	`choice` text NOT NULL,
	`note` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shared_decision_stage_known" CHECK("shared_decision"."stage" in ('one', 'two')),
	CONSTRAINT "shared_decision_choice_known" CHECK("shared_decision"."choice" in ('operation', 'moreTime', 'notSure', 'otherCare', 'noOperation'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `waiting_review` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`reviewed_on` text NOT NULL,
	`harm` text NOT NULL,
	`outcome` text NOT NULL,
	`next_on` text,
	`note` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "waiting_review_kind_known" CHECK("waiting_review"."kind" in ('longWait', 'cancer')),
	CONSTRAINT "waiting_review_harm_known" CHECK("waiting_review"."harm" in ('none', 'low', 'moderate', 'severe', 'notKnown')),
	CONSTRAINT "waiting_review_outcome_known" CHECK("waiting_review"."outcome" in ('sameWay', 'sooner', 'changePriority', 'seeAgain', 'otherProvider', 'asksToLeave'))
) STRICT;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_invitation` (
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
	CONSTRAINT "invitation_purpose_known" CHECK("__new_invitation"."purpose" in ('questions', 'checkIn', 'page'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_invitation`("id", "organisation", "site", "entry", "purpose", "part", "created_by", "created_at", "expires_at", "completed_at", "revoked_at", "wrong_guesses", "last_wrong_at", "locked_until") SELECT "id", "organisation", "site", "entry", "purpose", "part", "created_by", "created_at", "expires_at", "completed_at", "revoked_at", "wrong_guesses", "last_wrong_at", "locked_until" FROM `invitation`;--> statement-breakpoint
DROP TABLE `invitation`;--> statement-breakpoint
ALTER TABLE `__new_invitation` RENAME TO `invitation`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `invitation_entry` ON `invitation` (`entry`);--> statement-breakpoint
CREATE TABLE `__new_patient_word` (
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
	CONSTRAINT "patient_word_kind_known" CHECK("__new_patient_word"."kind" in ('stillWant', 'shortNotice', 'datesToAvoid', 'dateAnswer', 'otherProvider', 'feedback', 'contactDetails', 'help'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_patient_word`("entry", "number", "kind", "code", "text", "by", "at", "needs_reading", "read_by", "read_at") SELECT "entry", "number", "kind", "code", "text", "by", "at", "needs_reading", "read_by", "read_at" FROM `patient_word`;--> statement-breakpoint
DROP TABLE `patient_word`;--> statement-breakpoint
ALTER TABLE `__new_patient_word` RENAME TO `patient_word`;--> statement-breakpoint
CREATE INDEX `patient_word_kind` ON `patient_word` (`entry`,`kind`,`number`);--> statement-breakpoint
CREATE INDEX `patient_word_unread` ON `patient_word` (`needs_reading`,`read_at`);--> statement-breakpoint
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
	CONSTRAINT "care_task_known" CHECK("__new_care_task"."kind" in ('urgent', 'expired', 'worsened', 'help', 'overdue', 'plan', 'measure', 'goingHome', 'stillWant', 'noReply'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_care_task`("id", "organisation", "site", "entry", "kind", "about", "words", "urgent", "raised_by", "raised_at", "ended", "ended_by", "ended_at", "reason") SELECT "id", "organisation", "site", "entry", "kind", "about", "words", "urgent", "raised_by", "raised_at", "ended", "ended_by", "ended_at", "reason" FROM `care_task`;--> statement-breakpoint
DROP TABLE `care_task`;--> statement-breakpoint
ALTER TABLE `__new_care_task` RENAME TO `care_task`;--> statement-breakpoint
CREATE INDEX `care_task_entry` ON `care_task` (`entry`,`ended`);--> statement-breakpoint
CREATE INDEX `care_task_open` ON `care_task` (`organisation`,`site`,`ended`);--> statement-breakpoint
CREATE TABLE `__new_questionnaire_response` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`site` text NOT NULL,
	`entry` text NOT NULL,
	`invitation` text,
	`form` text DEFAULT 'screening' NOT NULL,
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
	CONSTRAINT "questionnaire_response_form_known" CHECK("__new_questionnaire_response"."form" in ('screening', 'checkIn')),
	CONSTRAINT "questionnaire_response_state_known" CHECK("__new_questionnaire_response"."state" in ('draft', 'completed')),
	CONSTRAINT "questionnaire_response_by_known" CHECK("__new_questionnaire_response"."source_by" in ('patient', 'helped', 'carer', 'staff')),
	CONSTRAINT "questionnaire_response_channel_known" CHECK("__new_questionnaire_response"."source_channel" in ('online', 'phone', 'paper'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_questionnaire_response`("id", "organisation", "site", "entry", "invitation", "form", "version", "part", "state", "revision", "given", "answers", "source_by", "source_channel", "started_at", "saved_at", "saved_by", "completed_at") SELECT "id", "organisation", "site", "entry", "invitation", 'screening', "version", "part", "state", "revision", "given", "answers", "source_by", "source_channel", "started_at", "saved_at", "saved_by", "completed_at" FROM `questionnaire_response`;--> statement-breakpoint
DROP TABLE `questionnaire_response`;--> statement-breakpoint
ALTER TABLE `__new_questionnaire_response` RENAME TO `questionnaire_response`;--> statement-breakpoint
CREATE INDEX `questionnaire_response_entry` ON `questionnaire_response` (`entry`,`completed_at`);--> statement-breakpoint
CREATE INDEX `questionnaire_response_invitation` ON `questionnaire_response` (`invitation`);--> statement-breakpoint
CREATE INDEX `questionnaire_response_form` ON `questionnaire_response` (`form`,`state`,`entry`);--> statement-breakpoint
ALTER TABLE `screening_assessment` ADD `check_in` text;