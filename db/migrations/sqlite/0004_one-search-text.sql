DROP INDEX `patient_search`;--> statement-breakpoint
ALTER TABLE `patient` DROP COLUMN `search`;--> statement-breakpoint
ALTER TABLE `waiting_list_entry` DROP COLUMN `name_order`;