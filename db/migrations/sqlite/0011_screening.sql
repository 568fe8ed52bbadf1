CREATE TABLE `care_task` (
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
	CONSTRAINT "care_task_known" CHECK("care_task"."kind" in ('urgent', 'expired', 'worsened'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `care_task_entry` ON `care_task` (`entry`,`ended`);--> statement-breakpoint
CREATE INDEX `care_task_open` ON `care_task` (`organisation`,`site`,`ended`);--> statement-breakpoint
CREATE TABLE `screening_assessment` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`response` text,
	`rule_set` text NOT NULL,
	`settings` text NOT NULL,
	`route` text NOT NULL,
	`risk` text NOT NULL,
	`hub` text NOT NULL,
	`low_risk` integer NOT NULL,
	`urgent` integer NOT NULL,
	`content` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "screening_route_known" CHECK("screening_assessment"."route" in ('none', 'phone', 'f2f', 'anaes')),
	CONSTRAINT "screening_risk_known" CHECK("screening_assessment"."risk" in ('low', 'moderate', 'high')),
	CONSTRAINT "screening_hub_known" CHECK("screening_assessment"."hub" in ('ok', 'review', 'not_standalone', 'not_any'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `screening_decision` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`assessment` integer NOT NULL,
	`readiness` integer NOT NULL,
	`kind` text NOT NULL,
	`seen` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "screening_decision_known" CHECK("screening_decision"."kind" in ('confirmed', 'overridden')),
	CONSTRAINT "screening_seen_known" CHECK("screening_decision"."seen" in ('read', 'phone', 'faceToFace', 'consultant'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `screening_measure` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`measure` text NOT NULL,
	`value` real,
	`taken_on` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "screening_measure_known" CHECK("screening_measure"."measure" in ('bp_sys_clinic', 'bp_dia_clinic', 'bp_sys_primary', 'bp_dia_primary', 'hb', 'hba1c', 'creatinine', 'height_cm', 'weight_kg', 'cfs', 'asa', 'stopbang'))
) STRICT;
