/** screening: about the operation, when a patient is listed; checkIn: how they are, again and again while they wait. */
export const FORMS = ["screening", "checkIn"] as const;
export type Form = (typeof FORMS)[number];
