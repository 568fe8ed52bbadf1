/** done, open: ticked, and taken back; help: the patient needs help with it; referral: how a referral stands. */
export const STEP_KINDS = ["done", "open", "help", "referral"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const REFERRAL_STATES = ["toSend", "sent", "accepted", "declined", "done"] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** What happened to a text for plans: somebody wrote it, approved what was written last, or took the approval back. */
export const TEXT_ACTS = ["entered", "approved", "withdrawn"] as const;
export type TextAct = (typeof TEXT_ACTS)[number];
