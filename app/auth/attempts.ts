/** When wrong attempts are too many. Milliseconds. */
export interface AttemptLimit {
  /** This many wrong attempts within `window` lock; each further one doubles the lock. */
  most: number;
  window: number;
  firstLock: number;
  longestLock: number;
}

const MINUTE = 60_000;

/** Per account: five wrong in 15 minutes lock it for a minute, the next for two, then four, up to an hour. */
export const ACCOUNT_LIMIT: AttemptLimit = {
  most: 5,
  window: 15 * MINUTE,
  firstLock: MINUTE,
  longestLock: 60 * MINUTE,
};

/** Per network address, behind which a whole hospital may sit: thirty wrong in 15 minutes. */
export const ADDRESS_LIMIT: AttemptLimit = {
  most: 30,
  window: 15 * MINUTE,
  firstLock: 5 * MINUTE,
  longestLock: 60 * MINUTE,
};

/** Wrong attempts so far: how many in a row, when the last was (epoch milliseconds) and until when it is locked. */
export interface Attempts {
  wrong: number;
  lastAt: number;
  lockedUntil: number;
}

const NONE: Attempts = { wrong: 0, lastAt: 0, lockedUntil: 0 };

/** The attempts after one more wrong one at `at`. A quiet window after the last attempt and its lock starts anew. */
export function afterWrong(before: Attempts, limit: AttemptLimit, at: number): Attempts {
  const quietSince = Math.max(before.lastAt, before.lockedUntil) + limit.window;
  const wrong = (at > quietSince ? 0 : before.wrong) + 1;
  const over = wrong - limit.most;
  const lock = over < 0 ? 0 : Math.min(limit.longestLock, limit.firstLock * 2 ** Math.min(over, 30));
  return { wrong, lastAt: at, lockedUntil: lock > 0 ? at + lock : before.lockedUntil };
}

/** Counts wrong attempts by key in memory; forgets keys that have been quiet, and the oldest beyond `mostKeys`. */
export class AttemptCounter {
  readonly #attempts = new Map<string, Attempts>();

  constructor(
    readonly limit: AttemptLimit,
    readonly mostKeys = 20_000,
  ) {}

  isLocked(key: string, at: number): boolean {
    return (this.#attempts.get(key)?.lockedUntil ?? 0) > at;
  }

  /** Notes a wrong attempt and returns until when the key is locked (epoch milliseconds), 0 when it is not. */
  noteWrong(key: string, at: number): number {
    const after = afterWrong(this.#attempts.get(key) ?? NONE, this.limit, at);
    this.#attempts.delete(key);
    this.#attempts.set(key, after);
    this.#forget(at);
    return after.lockedUntil > at ? after.lockedUntil : 0;
  }

  clear(key: string): void {
    this.#attempts.delete(key);
  }

  #forget(at: number) {
    for (const [key, { lastAt, lockedUntil }] of this.#attempts) {
      const quiet = Math.max(lastAt, lockedUntil) + this.limit.window < at;
      if (!quiet && this.#attempts.size <= this.mostKeys) return;
      this.#attempts.delete(key);
    }
  }
}
