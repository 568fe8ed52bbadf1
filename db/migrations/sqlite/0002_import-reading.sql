PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_import` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`kind` text NOT NULL,
	`sites` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` text NOT NULL,
	`state` text NOT NULL,
	`counts` text NOT NULL,
	`base_revision` integer NOT NULL,
	`closed_by` text,
	`closed_at` text,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_kind_known" CHECK("__new_import"."kind" in ('waiting-list', 'sessions', 'resources')),
	CONSTRAINT "import_state_known" CHECK("__new_import"."state" in ('reading', 'refused', 'interrupted', 'uploaded', 'applying', 'confirmed', 'left', 'superseded'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_import`("id", "organisation", "kind", "sites", "file_name", "sha256", "uploaded_by", "uploaded_at", "state", "counts", "base_revision", "closed_by", "closed_at") SELECT "id", "organisation", "kind", "sites", "file_name", "sha256", "uploaded_by", "uploaded_at", "state", "counts", "base_revision", "closed_by", "closed_at" FROM `import`;--> statement-breakpoint
DROP TABLE `import`;--> statement-breakpoint
ALTER TABLE `__new_import` RENAME TO `import`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `import_organisation` ON `import` (`organisation`,`uploaded_at`);--> statement-breakpoint
ALTER TABLE `waiting_list_entry` ADD `target` text;--> statement-breakpoint
CREATE INDEX `entry_target` ON `waiting_list_entry` (`organisation`,`state`,`target`,`id`);