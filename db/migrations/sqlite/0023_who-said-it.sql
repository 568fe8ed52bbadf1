PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_patient_word` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`text` text NOT NULL,
	`said_by` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`needs_reading` integer NOT NULL,
	`read_by` text,
	`read_at` text,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "patient_word_kind_known" CHECK("__new_patient_word"."kind" in ('stillWant', 'shortNotice', 'datesToAvoid', 'dateAnswer', 'otherProvider', 'feedback', 'contactDetails', 'help')),
	CONSTRAINT "patient_word_said_by_known" CHECK("__new_patient_word"."said_by" in ('patient', 'helped', 'carer', 'staff'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_patient_word`("entry", "number", "kind", "code", "text", "said_by", "by", "at", "needs_reading", "read_by", "read_at") SELECT "entry", "number", "kind", "code", "text", NULL, "by", "at", "needs_reading", "read_by", "read_at" FROM `patient_word`;--> statement-breakpoint
DROP TABLE `patient_word`;--> statement-breakpoint
ALTER TABLE `__new_patient_word` RENAME TO `patient_word`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `patient_word_kind` ON `patient_word` (`entry`,`kind`,`number`);--> statement-breakpoint
CREATE INDEX `patient_word_unread` ON `patient_word` (`needs_reading`,`read_at`);