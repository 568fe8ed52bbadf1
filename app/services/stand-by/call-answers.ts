/** What can come of a call, in the order in which a form offers it. */
export const CALL_ANSWERS_OFFERED = ["accepted", "declined", "noAnswer", "notUsed"] as const;
