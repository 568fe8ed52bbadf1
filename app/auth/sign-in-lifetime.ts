/** How long a sign-in lasts. */
export interface SignInLifetime {
  /** Minutes without a request. */
  idleMinutes: number;
  /** Hours from its start, whatever happens. */
  hours: number;
}

const MINUTE = 60_000;

/** Until when a sign-in that began at `createdAt` lasts when it was last used at `now`; instants as ISO texts. */
export function expiry(createdAt: string, now: string, { idleMinutes, hours }: SignInLifetime): string {
  const idle = Date.parse(now) + idleMinutes * MINUTE;
  const absolute = Date.parse(createdAt) + hours * 60 * MINUTE;
  return new Date(Math.min(idle, absolute)).toISOString();
}

/** Whether its use is worth noting again: not at every request, for each note is a write. */
export function isDueForNote(lastSeenAt: string, now: string, { idleMinutes }: SignInLifetime): boolean {
  return Date.parse(now) - Date.parse(lastSeenAt) > (idleMinutes * MINUTE) / 10;
}
