/** When wrong attempts are too many. Milliseconds. */
export interface AttemptLimit {
  /** This many wrong attempts within `window` lock; each further one doubles the lock. */
  most: number;
  window: number;
  firstLock: number;
  longestLock: number;
}

/** Wrong attempts so far: how many in a row, when the last was (epoch milliseconds) and until when it is locked. */
export interface Attempts {
  wrong: number;
  lastAt: number;
  lockedUntil: number;
}

/** Nothing wrong yet. */
export const NO_ATTEMPTS: Attempts = { wrong: 0, lastAt: 0, lockedUntil: 0 };

/** The attempts after one more wrong one at `at`. A quiet window after the last attempt and its lock starts anew. */
export function afterWrong(before: Attempts, limit: AttemptLimit, at: number): Attempts {
  const quietSince = Math.max(before.lastAt, before.lockedUntil) + limit.window;
  const wrong = (at > quietSince ? 0 : before.wrong) + 1;
  const over = wrong - limit.most;
  const lock = over < 0 ? 0 : Math.min(limit.longestLock, limit.firstLock * 2 ** Math.min(over, 30));
  return { wrong, lastAt: at, lockedUntil: lock > 0 ? at + lock : before.lockedUntil };
}
