import { afterWrong, NO_ATTEMPTS, type AttemptLimit, type Attempts } from "~/domain/attempt-limit";

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
    const after = afterWrong(this.#attempts.get(key) ?? NO_ATTEMPTS, this.limit, at);
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
