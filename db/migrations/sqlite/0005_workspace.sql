CREATE TABLE `leave` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`source` text NOT NULL,
	`uid` text NOT NULL,
	`note` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "leave_role_known" CHECK("leave"."role" in ('surgeon', 'anaesthetist')),
	CONSTRAINT "leave_source_known" CHECK("leave"."source" in ('form', 'csv', 'icalendar'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `leave_days` ON `leave` (`organisation`,`from_date`,`to_date`);--> statement-breakpoint
CREATE TABLE `session_template` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`site` text NOT NULL,
	`theatre` text NOT NULL,
	`weekday` integer NOT NULL,
	`weeks_of_month` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text,
	`start` text NOT NULL,
	`end` text NOT NULL,
	`treatment_functions` text NOT NULL,
	`surgeons` text NOT NULL,
	`anaesthetist` text NOT NULL,
	`anaesthetics` text NOT NULL,
	`paediatric` integer NOT NULL,
	`equipment` text NOT NULL,
	`max_cases` integer,
	`held_minutes` integer NOT NULL,
	`funding` text NOT NULL,
	`visiting_team` text NOT NULL,
	`revision` integer NOT NULL,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site`,`theatre`) REFERENCES `theatre`(`site`,`name`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "session_template_funding_known" CHECK("session_template"."funding" in ('core', 'wli', 'insourced', 'outsourced'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_template_place` ON `session_template` (`organisation`,`site`,`theatre`,`weekday`);--> statement-breakpoint
CREATE TABLE `held_slot` (
	`id` text PRIMARY KEY NOT NULL,
	`session` text NOT NULL,
	`minutes` integer NOT NULL,
	`reason` text NOT NULL,
	`held_by` text NOT NULL,
	`held_at` text NOT NULL,
	`released_at` text,
	FOREIGN KEY (`session`) REFERENCES `theatre_session`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `held_slot_session` ON `held_slot` (`session`);--> statement-breakpoint
CREATE TABLE `session_detail` (
	`session` text PRIMARY KEY NOT NULL,
	`origin` text NOT NULL,
	`template` text,
	`template_date` text,
	`status` text,
	`status_reason` text NOT NULL,
	`surgeons` text,
	`treatment_functions` text,
	`anaesthetist` text NOT NULL,
	`equipment` text NOT NULL,
	`funding` text NOT NULL,
	`visiting_team` text NOT NULL,
	FOREIGN KEY (`session`) REFERENCES `theatre_session`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`template`) REFERENCES `session_template`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "session_detail_origin_known" CHECK("session_detail"."origin" in ('file', 'template', 'added')),
	CONSTRAINT "session_detail_status_known" CHECK("session_detail"."status" in ('open', 'locked', 'closed', 'unstaffed')),
	CONSTRAINT "session_detail_funding_known" CHECK("session_detail"."funding" in ('core', 'wli', 'insourced', 'outsourced'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `session_detail_template` ON `session_detail` (`template`,`template_date`);--> statement-breakpoint
CREATE TABLE `session_event` (
	`session` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`detail` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`session`, `number`),
	FOREIGN KEY (`session`) REFERENCES `theatre_session`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "session_event_kind_known" CHECK("session_event"."kind" in ('generated', 'added', 'closed', 'unstaffed', 'opened', 'staffed', 'offered', 'taken', 'givenBack', 'signedOff', 'signOffWithdrawn', 'patientsTold', 'locked', 'unlocked', 'published'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `case_hold` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`held` integer NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `list_order` (
	`session` text NOT NULL,
	`number` integer NOT NULL,
	`entries` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`session`, `number`),
	FOREIGN KEY (`session`) REFERENCES `theatre_session`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `list_seen` (
	`session` text NOT NULL,
	`number` integer NOT NULL,
	`reader` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`session`, `number`, `reader`),
	FOREIGN KEY (`session`,`number`) REFERENCES `list_version`(`session`,`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "list_seen_reader_known" CHECK("list_seen"."reader" in ('surgeon', 'anaesthetist', 'theatre', 'ward'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `list_version` (
	`session` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`changes` text NOT NULL,
	`published_by` text NOT NULL,
	`published_at` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`session`, `number`),
	FOREIGN KEY (`session`) REFERENCES `theatre_session`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `earliest_offer` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`date` text,
	`session` text,
	`seen` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session`) REFERENCES `theatre_session`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `patient_notice` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`session` text NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`date` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session`) REFERENCES `theatre_session`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "patient_notice_kind_known" CHECK("patient_notice"."kind" in ('told', 'accepted', 'declined', 'askedToChange', 'withdrawn')),
	CONSTRAINT "patient_notice_channel_known" CHECK("patient_notice"."channel" in ('letter', 'largePrintLetter', 'phone', 'text', 'email', 'inPerson'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `patient_notice_session` ON `patient_notice` (`session`);--> statement-breakpoint
CREATE TABLE `place_call` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`session` text NOT NULL,
	`kind` text NOT NULL,
	`answer` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session`) REFERENCES `theatre_session`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "place_call_kind_known" CHECK("place_call"."kind" in ('offer', 'standBy')),
	CONSTRAINT "place_call_answer_known" CHECK("place_call"."answer" in ('accepted', 'declined', 'noAnswer', 'notUsed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `place_call_session` ON `place_call` (`session`);--> statement-breakpoint
CREATE TABLE `scenario` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`week` text NOT NULL,
	`name` text NOT NULL,
	`changes` text NOT NULL,
	`revision` integer NOT NULL,
	`made_by` text NOT NULL,
	`made_at` text NOT NULL,
	`closed_at` text,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `scenario_week` ON `scenario` (`organisation`,`week`,`made_at`);--> statement-breakpoint
CREATE TABLE `cancellation` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`session` text NOT NULL,
	`date` text NOT NULL,
	`reason_code` text NOT NULL,
	`clinical` integer NOT NULL,
	`avoidable` integer,
	`last_minute` integer NOT NULL,
	`offer_by` text,
	`note` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session`) REFERENCES `theatre_session`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `cancellation_session` ON `cancellation` (`session`);--> statement-breakpoint
CREATE TABLE `case_moment` (
	`session` text NOT NULL,
	`number` integer NOT NULL,
	`entry` text NOT NULL,
	`moment` text NOT NULL,
	`happened_at` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`session`, `number`),
	FOREIGN KEY (`session`) REFERENCES `theatre_session`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_moment_known" CHECK("case_moment"."moment" in ('arrived', 'sentFor', 'anaestheticStart', 'knifeToSkin', 'closed', 'out', 'recovery'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_moment_entry` ON `case_moment` (`entry`);--> statement-breakpoint
CREATE TABLE `debrief` (
	`session` text NOT NULL,
	`number` integer NOT NULL,
	`late_start` text NOT NULL,
	`gaps` text NOT NULL,
	`early_finish` text NOT NULL,
	`note` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`session`, `number`),
	FOREIGN KEY (`session`) REFERENCES `theatre_session`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`held_on` text NOT NULL,
	`week` text NOT NULL,
	`attendees` text NOT NULL,
	`closed_at` text,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `meeting_days` ON `meeting` (`organisation`,`held_on`);--> statement-breakpoint
CREATE TABLE `meeting_item` (
	`meeting` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`entry` text,
	`session` text,
	`text` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text,
	`replaces` integer NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`meeting`, `number`),
	FOREIGN KEY (`meeting`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session`) REFERENCES `theatre_session`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meeting_item_kind_known" CHECK("meeting_item"."kind" in ('decision', 'action', 'note'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `pas_change` (
	`file` text NOT NULL,
	`number` integer NOT NULL,
	`entry` text NOT NULL,
	`action` text NOT NULL,
	`date` text,
	`session_id` text,
	`state` text NOT NULL,
	`message` text NOT NULL,
	PRIMARY KEY(`file`, `number`),
	FOREIGN KEY (`file`) REFERENCES `pas_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pas_change_action_known" CHECK("pas_change"."action" in ('book', 'move', 'cancel')),
	CONSTRAINT "pas_change_state_known" CHECK("pas_change"."state" in ('open', 'done', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `pas_change_entry` ON `pas_change` (`entry`);--> statement-breakpoint
CREATE TABLE `pas_file` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` text NOT NULL,
	`returned_by` text,
	`returned_at` text,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `pas_file_made` ON `pas_file` (`organisation`,`made_at`);--> statement-breakpoint
CREATE TABLE `workspace_setting` (
	`organisation` text NOT NULL,
	`number` integer NOT NULL,
	`settings` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`organisation`, `number`),
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `waiting_list_entry` ADD `promised_by` text;--> statement-breakpoint
ALTER TABLE `solve_run` ADD `scenario` text REFERENCES scenario(id);