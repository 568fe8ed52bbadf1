import { describe, expect, it } from "vitest";
import { ACCOUNT_LIMIT, AttemptCounter } from "~/auth/attempts";
import { afterWrong, type Attempts } from "~/domain/attempt-limit";

const MINUTE = 60_000;
const NONE: Attempts = { wrong: 0, lastAt: 0, lockedUntil: 0 };
const START = 1_000_000_000;

/** Lock in minutes after each of `count` wrong attempts, one right after the other. */
function locks(count: number): number[] {
  const minutes = [];
  let attempts = NONE;
  for (let i = 0; i < count; i++) {
    const at = Math.max(START, attempts.lockedUntil);
    attempts = afterWrong(attempts, ACCOUNT_LIMIT, at);
    minutes.push(Math.max(0, attempts.lockedUntil - at) / MINUTE);
  }
  return minutes;
}

describe("wrong attempts", () => {
  it("lock at the fifth, and each further one for twice as long, up to an hour", () => {
    expect(locks(12)).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it("are forgotten after fifteen quiet minutes, and not a moment sooner", () => {
    const four = { wrong: 4, lastAt: START, lockedUntil: 0 };
    expect(afterWrong(four, ACCOUNT_LIMIT, START + 15 * MINUTE).wrong).toBe(5);
    expect(afterWrong(four, ACCOUNT_LIMIT, START + 15 * MINUTE + 1).wrong).toBe(1);
  });

  it("are counted by key, and a right one clears its own", () => {
    const counter = new AttemptCounter(ACCOUNT_LIMIT);
    for (let i = 0; i < 5; i++) counter.noteWrong("one", START);
    counter.noteWrong("other", START);
    expect(counter.isLocked("one", START + MINUTE - 1)).toBe(true);
    expect(counter.isLocked("one", START + MINUTE)).toBe(false);
    expect(counter.isLocked("other", START)).toBe(false);
    counter.clear("one");
    expect(counter.isLocked("one", START)).toBe(false);
  });

  it("say until when they lock", () => {
    const counter = new AttemptCounter(ACCOUNT_LIMIT);
    const told = Array.from({ length: 5 }, () => counter.noteWrong("one", START));
    expect(told).toEqual([0, 0, 0, 0, START + MINUTE]);
  });

  it("of many keys do not grow the memory without end", () => {
    const counter = new AttemptCounter(ACCOUNT_LIMIT, 3);
    for (const key of ["a", "b", "c", "d"]) for (let i = 0; i < 5; i++) counter.noteWrong(key, START);
    expect(["a", "b", "c", "d"].map((key) => counter.isLocked(key, START))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});
