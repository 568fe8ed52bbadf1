CREATE TABLE `installation` (
	`id` text PRIMARY KEY NOT NULL,
	`mode` text NOT NULL,
	`created_at` text NOT NULL,
	`demo_first_day` text,
	CONSTRAINT "installation_mode_known" CHECK("installation"."mode" in ('demo', 'live'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `organisation` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `site` (
	`code` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "site_type_known" CHECK("site"."type" in ('hub', 'main'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `site_organisation` ON `site` (`organisation`);--> statement-breakpoint
CREATE TABLE `theatre` (
	`site` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`site`, `name`),
	FOREIGN KEY (`site`) REFERENCES `site`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `shared_resource` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`site` text NOT NULL,
	`date` text NOT NULL,
	`period` text NOT NULL,
	`resource` text NOT NULL,
	`quantity` integer NOT NULL,
	`presence` text NOT NULL,
	`gone_on` text,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site`) REFERENCES `site`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shared_resource_period_known" CHECK("shared_resource"."period" in ('night', 'day', 'am', 'pm')),
	CONSTRAINT "shared_resource_presence_known" CHECK("shared_resource"."presence" in ('present', 'gone'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shared_resource_identity` ON `shared_resource` (`site`,`date`,`period`,`resource`);--> statement-breakpoint
CREATE INDEX `shared_resource_date` ON `shared_resource` (`organisation`,`date`);--> statement-breakpoint
CREATE TABLE `theatre_session` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`session_id` text NOT NULL,
	`site` text NOT NULL,
	`theatre` text NOT NULL,
	`date` text NOT NULL,
	`start` text NOT NULL,
	`end` text NOT NULL,
	`treatment_functions` text NOT NULL,
	`surgeons` text NOT NULL,
	`anaesthetics` text NOT NULL,
	`paediatric` integer NOT NULL,
	`status` text NOT NULL,
	`max_cases` integer,
	`held_minutes` integer NOT NULL,
	`presence` text NOT NULL,
	`gone_on` text,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site`,`theatre`) REFERENCES `theatre`(`site`,`name`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "theatre_session_status_known" CHECK("theatre_session"."status" in ('open', 'locked', 'closed', 'unstaffed')),
	CONSTRAINT "theatre_session_presence_known" CHECK("theatre_session"."presence" in ('present', 'gone'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `theatre_session_identity` ON `theatre_session` (`organisation`,`session_id`);--> statement-breakpoint
CREATE INDEX `theatre_session_date` ON `theatre_session` (`organisation`,`date`,`site`);--> statement-breakpoint
CREATE TABLE `patient` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`issuer` text NOT NULL,
	`hospital_number` text NOT NULL,
	`nhs_number` text,
	`birth_date` text NOT NULL,
	`gender` text NOT NULL,
	`ethnic_category` text NOT NULL,
	`imd_decile` integer,
	`family_name` text NOT NULL,
	`given_name` text NOT NULL,
	`address` text NOT NULL,
	`postcode` text NOT NULL,
	`mobile` text NOT NULL,
	`email` text NOT NULL,
	`contact_preference` text,
	`language` text NOT NULL,
	`interpreter` integer,
	`reasonable_adjustments` text NOT NULL,
	`search` text NOT NULL,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "patient_contact_known" CHECK("patient"."contact_preference" in ('text', 'email', 'letter', 'phone'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `patient_identity` ON `patient` (`organisation`,`issuer`,`hospital_number`);--> statement-breakpoint
CREATE INDEX `patient_nhs_number` ON `patient` (`nhs_number`);--> statement-breakpoint
CREATE INDEX `patient_search` ON `patient` (`organisation`,`search`,`id`);--> statement-breakpoint
CREATE TABLE `readiness_decision` (
	`entry` text NOT NULL,
	`number` integer NOT NULL,
	`screening` text NOT NULL,
	`fit_from` text,
	`fit_until` text,
	`hub_suitable` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`entry`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "readiness_screening_known" CHECK("readiness_decision"."screening" in ('not_screened', 'awaiting', 'optimising', 'fit', 'unfit'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `waiting_list_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`issuer` text NOT NULL,
	`pathway_id` text NOT NULL,
	`patient` text NOT NULL,
	`state` text NOT NULL,
	`gone_on` text,
	`provider` text NOT NULL,
	`clock_start` text NOT NULL,
	`rtt_status` text NOT NULL,
	`decision_to_admit` text NOT NULL,
	`last_priority_review` text,
	`priority` text NOT NULL,
	`cancer` integer NOT NULL,
	`treatment_function` text NOT NULL,
	`consultant` text,
	`procedure_code` text NOT NULL,
	`procedure_text` text NOT NULL,
	`intended_management` text NOT NULL,
	`asa` integer,
	`listing_site` text NOT NULL,
	`other_sites` text NOT NULL,
	`screening_date` text,
	`tci_date` text,
	`tci_session` text,
	`pooled` integer NOT NULL,
	`minutes` integer NOT NULL,
	`minutes_deviation` real NOT NULL,
	`anaesthetic` text NOT NULL,
	`nights` integer NOT NULL,
	`critical_care` integer NOT NULL,
	`equipment` text NOT NULL,
	`unavailable` text NOT NULL,
	`short_notice` integer NOT NULL,
	`offer_by` text,
	`laterality` text,
	`order_flags` text NOT NULL,
	`screening` text NOT NULL,
	`fit_from` text,
	`fit_until` text,
	`hub_suitable` text NOT NULL,
	`file_screening` text NOT NULL,
	`file_fit_from` text,
	`file_fit_until` text,
	`file_hub_suitable` text NOT NULL,
	`target` text,
	`unknown_columns` text NOT NULL,
	`file_digest` text NOT NULL,
	`name_order` text NOT NULL,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patient`) REFERENCES `patient`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_site`) REFERENCES `site`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entry_state_known" CHECK("waiting_list_entry"."state" in ('listed', 'gone')),
	CONSTRAINT "entry_priority_known" CHECK("waiting_list_entry"."priority" in ('P1a', 'P1b', 'P2', 'P3', 'P4', 'P5', 'P6')),
	CONSTRAINT "entry_management_known" CHECK("waiting_list_entry"."intended_management" in ('inpatient', 'dayCase')),
	CONSTRAINT "entry_anaesthetic_known" CHECK("waiting_list_entry"."anaesthetic" in ('GA', 'RA', 'LA')),
	CONSTRAINT "entry_laterality_known" CHECK("waiting_list_entry"."laterality" in ('left', 'right', 'bilateral', 'none')),
	CONSTRAINT "entry_screening_known" CHECK("waiting_list_entry"."screening" in ('not_screened', 'awaiting', 'optimising', 'fit', 'unfit'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `entry_identity` ON `waiting_list_entry` (`organisation`,`issuer`,`pathway_id`);--> statement-breakpoint
CREATE INDEX `entry_patient` ON `waiting_list_entry` (`patient`);--> statement-breakpoint
CREATE INDEX `entry_list` ON `waiting_list_entry` (`organisation`,`state`,`clock_start`,`priority`,`listing_site`,`treatment_function`,`screening`,`cancer`,`consultant`,`fit_until`,`tci_date`,`target`,`name_order`,`patient`,`id`);--> statement-breakpoint
CREATE INDEX `entry_drift` ON `waiting_list_entry` (`organisation`,`state`) WHERE ("waiting_list_entry"."screening" <> "waiting_list_entry"."file_screening" or coalesce("waiting_list_entry"."fit_from", '') <> coalesce("waiting_list_entry"."file_fit_from", '') or coalesce("waiting_list_entry"."fit_until", '') <> coalesce("waiting_list_entry"."file_fit_until", '') or "waiting_list_entry"."hub_suitable" <> "waiting_list_entry"."file_hub_suitable");--> statement-breakpoint
CREATE TABLE `import_fault` (
	`import` text NOT NULL,
	`number` integer NOT NULL,
	`rejected` integer NOT NULL,
	`file` text NOT NULL,
	`row` integer NOT NULL,
	`column` text NOT NULL,
	`value` text NOT NULL,
	`message` text NOT NULL,
	PRIMARY KEY(`import`, `number`),
	FOREIGN KEY (`import`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_payload` (
	`import` text NOT NULL,
	`number` integer NOT NULL,
	`payload` text NOT NULL,
	PRIMARY KEY(`import`, `number`),
	FOREIGN KEY (`import`,`number`) REFERENCES `import_row`(`import`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_row` (
	`import` text NOT NULL,
	`number` integer NOT NULL,
	`row` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`held` text,
	`differences` text NOT NULL,
	PRIMARY KEY(`import`, `number`),
	FOREIGN KEY (`import`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_row_kind` ON `import_row` (`import`,`kind`,`number`);--> statement-breakpoint
CREATE TABLE `import` (
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
	CONSTRAINT "import_kind_known" CHECK("import"."kind" in ('waiting-list', 'sessions', 'resources')),
	CONSTRAINT "import_state_known" CHECK("import"."state" in ('reading', 'refused', 'interrupted', 'uploaded', 'applying', 'confirmed', 'left', 'superseded'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_organisation` ON `import` (`organisation`,`uploaded_at`);--> statement-breakpoint
CREATE TABLE `list_revision` (
	`organisation` text NOT NULL,
	`kind` text NOT NULL,
	`revision` integer NOT NULL,
	PRIMARY KEY(`organisation`, `kind`),
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `placement_change` (
	`organisation` text NOT NULL,
	`week` text NOT NULL,
	`number` integer NOT NULL,
	`revision` integer NOT NULL,
	`entry` text NOT NULL,
	`session` text,
	`kind` text NOT NULL,
	`run` text,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	`reason` text NOT NULL,
	`override` text NOT NULL,
	PRIMARY KEY(`organisation`, `week`, `number`),
	FOREIGN KEY (`entry`) REFERENCES `waiting_list_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session`) REFERENCES `theatre_session`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`run`) REFERENCES `solve_run`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation`,`week`) REFERENCES `week`(`organisation`,`start`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "placement_change_kind_known" CHECK("placement_change"."kind" in ('placed', 'moved', 'removed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `placement_change_entry` ON `placement_change` (`entry`,`week`,`number`);--> statement-breakpoint
CREATE TABLE `plan` (
	`run` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`score` integer NOT NULL,
	`bound` integer NOT NULL,
	`gap` real NOT NULL,
	`measures` text NOT NULL,
	`hand_rule` text NOT NULL,
	`saved_at` text NOT NULL,
	FOREIGN KEY (`run`) REFERENCES `solve_run`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `plan_file` (
	`run` text NOT NULL,
	`name` text NOT NULL,
	`gzip` blob NOT NULL,
	PRIMARY KEY(`run`, `name`),
	FOREIGN KEY (`run`) REFERENCES `solve_run`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `policy` (
	`organisation` text NOT NULL,
	`number` integer NOT NULL,
	`policy` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`organisation`, `number`),
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `solve_run` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`week` text NOT NULL,
	`sites` text NOT NULL,
	`state` text NOT NULL,
	`options` text NOT NULL,
	`seed` integer NOT NULL,
	`policy_number` integer NOT NULL,
	`progress` text,
	`stop_asked` integer NOT NULL,
	`message` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`started_at` text,
	`heartbeat_at` text,
	`finished_at` text,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "solve_run_state_known" CHECK("solve_run"."state" in ('queued', 'running', 'done', 'stopped', 'failed', 'killed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `solve_run_week` ON `solve_run` (`organisation`,`week`,`asked_at`);--> statement-breakpoint
CREATE INDEX `solve_run_state` ON `solve_run` (`state`,`asked_at`);--> statement-breakpoint
CREATE TABLE `week` (
	`organisation` text NOT NULL,
	`start` text NOT NULL,
	`revision` integer NOT NULL,
	PRIMARY KEY(`organisation`, `start`),
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `role_grant` (
	`id` text PRIMARY KEY NOT NULL,
	`user` text NOT NULL,
	`role` text NOT NULL,
	`organisation` text NOT NULL,
	`site` text,
	FOREIGN KEY (`user`) REFERENCES `user_account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site`) REFERENCES `site`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `role_grant_user` ON `role_grant` (`user`);--> statement-breakpoint
CREATE INDEX `role_grant_organisation` ON `role_grant` (`organisation`);--> statement-breakpoint
CREATE TABLE `sign_in_session` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`user` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	`user_agent` text NOT NULL,
	FOREIGN KEY (`user`) REFERENCES `user_account`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_session_token` ON `sign_in_session` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_session_user` ON `sign_in_session` (`user`);--> statement-breakpoint
CREATE TABLE `user_account` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`demo` integer NOT NULL,
	`active` integer NOT NULL,
	`failed_attempts` integer NOT NULL,
	`locked_until` text,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_account_email` ON `user_account` (`email`);--> statement-breakpoint
CREATE TABLE `audit_entry` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`organisation` text NOT NULL,
	`site` text NOT NULL,
	`digest` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_entry_subject` ON `audit_entry` (`subject_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entry_organisation` ON `audit_entry` (`organisation`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_head` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_value` (
	`seq` integer PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	FOREIGN KEY (`seq`) REFERENCES `audit_entry`(`seq`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `patient_access` (
	`id` text PRIMARY KEY NOT NULL,
	`patient` text NOT NULL,
	`looked_by` text NOT NULL,
	`looked_at` text NOT NULL,
	`page` text NOT NULL,
	FOREIGN KEY (`patient`) REFERENCES `patient`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `patient_access_patient` ON `patient_access` (`patient`,`looked_at`);--> statement-breakpoint
CREATE INDEX `patient_access_user` ON `patient_access` (`looked_by`,`looked_at`);