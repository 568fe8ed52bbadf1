/** How an invitation stands; null where it never happened. Instants are UTC ISO texts. */
export interface InvitationTimes {
  expiresAt: string;
  completedAt: string | null;
  revokedAt: string | null;
}

/** open: its links work; completed: the answers were sent; expired: time is over; revoked: staff or guesses closed it. */
export type InvitationStanding = "open" | "completed" | "expired" | "revoked";

/** How an invitation stands at an instant. */
export function invitationStanding(
  { expiresAt, completedAt, revokedAt }: InvitationTimes,
  now: string,
): InvitationStanding {
  if (revokedAt !== null) return "revoked";
  if (completedAt !== null) return "completed";
  return expiresAt <= now ? "expired" : "open";
}
