-- Append-only: what was recorded stays as it was. audit_value may be erased, never changed.
CREATE TRIGGER `audit_entry_no_update` BEFORE UPDATE ON `audit_entry` BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entry_no_delete` BEFORE DELETE ON `audit_entry` BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `placement_change_no_update` BEFORE UPDATE ON `placement_change` BEGIN SELECT RAISE(ABORT, 'placement_change is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `placement_change_no_delete` BEFORE DELETE ON `placement_change` BEGIN SELECT RAISE(ABORT, 'placement_change is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `patient_access_no_update` BEFORE UPDATE ON `patient_access` BEGIN SELECT RAISE(ABORT, 'patient_access is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `patient_access_no_delete` BEFORE DELETE ON `patient_access` BEGIN SELECT RAISE(ABORT, 'patient_access is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `readiness_decision_no_update` BEFORE UPDATE ON `readiness_decision` BEGIN SELECT RAISE(ABORT, 'readiness_decision is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `readiness_decision_no_delete` BEFORE DELETE ON `readiness_decision` BEGIN SELECT RAISE(ABORT, 'readiness_decision is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `policy_no_update` BEFORE UPDATE ON `policy` BEGIN SELECT RAISE(ABORT, 'policy is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `policy_no_delete` BEFORE DELETE ON `policy` BEGIN SELECT RAISE(ABORT, 'policy is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_value_no_update` BEFORE UPDATE ON `audit_value` BEGIN SELECT RAISE(ABORT, 'audit_value may be erased, not changed'); END;
--> statement-breakpoint
INSERT INTO `audit_head` (`id`, `seq`, `hash`) VALUES ('head', 0, '');
