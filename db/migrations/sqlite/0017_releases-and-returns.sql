ALTER TABLE `waiting_list_entry` ADD `returned_on` text;--> statement-breakpoint
ALTER TABLE `held_slot` ADD `released_by` text;--> statement-breakpoint
ALTER TABLE `held_slot` ADD `release_reason` text DEFAULT '' NOT NULL;