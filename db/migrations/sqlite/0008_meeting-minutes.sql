ALTER TABLE `meeting` ADD `closed_by` text;--> statement-breakpoint
ALTER TABLE `meeting` ADD `agenda` text;--> statement-breakpoint
ALTER TABLE `meeting_item` ADD `done_meeting` text REFERENCES meeting(id);--> statement-breakpoint
ALTER TABLE `meeting_item` ADD `done_number` integer;--> statement-breakpoint
ALTER TABLE `meeting_item` ADD `about` text;