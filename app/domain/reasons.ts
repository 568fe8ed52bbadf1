/**
 * Why an entry is in no list, in the order in which the rules are asked; the furthest that any session got is the
 * reason shown. `capacity`: it could have gone somewhere and others went first.
 */
export const REASONS = [
  "patient_choice",
  "already_booked",
  "not_screened",
  "awaiting_screening",
  "unfit",
  "optimising",
  "no_session",
  "site",
  "hub_unsuitable",
  "anaesthetic",
  "paediatric",
  "not_ready",
  "unavailable",
  "notice",
  "too_long",
  "resource",
  "capacity",
] as const;
export type Reason = (typeof REASONS)[number];
