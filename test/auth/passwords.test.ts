import { describe, expect, it } from "vitest";
import { limitConcurrency, TooBusyError } from "~/auth/concurrency";
import { hashPassword, isOneTime, isOutdated, verifyPassword } from "~/auth/password-hash.server";
import { passwordFault } from "~/auth/password-rules";
import { newOneTimePassword, newToken, tokenHash } from "~/auth/token.server";

const CHEAP = { logN: 10, r: 8, p: 1 };

describe("a password's hash", () => {
  it("holds its cost and a salt of its own, and matches its password alone", async () => {
    const [one, other] = [await hashPassword("copper lantern"), await hashPassword("copper lantern")];
    expect(one).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(await verifyPassword("copper lantern", one)).toBe(true);
    expect(await verifyPassword("copper lanterm", one)).toBe(false);
    expect(await verifyPassword("", one)).toBe(false);
  });

  it("matches however the letters were composed", async () => {
    const hash = await hashPassword("Sørensen é", "lasting", CHEAP);
    expect(await verifyPassword("Sørensen e\u0301", hash)).toBe(true);
  });

  it("of less work still matches and counts as outdated", async () => {
    const hash = await hashPassword("copper lantern", "lasting", CHEAP);
    expect(await verifyPassword("copper lantern", hash)).toBe(true);
    expect(isOutdated(hash)).toBe(true);
    expect(isOutdated(await hashPassword("copper lantern"))).toBe(false);
  });

  it("of a one-time password says so", async () => {
    const hash = await hashPassword("copper lantern", "once", CHEAP);
    expect(isOneTime(hash)).toBe(true);
    expect(await verifyPassword("copper lantern", hash)).toBe(true);
    expect(isOneTime(await hashPassword("copper lantern", "lasting", CHEAP))).toBe(false);
  });

  it("is missing for an unknown account: false after the same work", async () => {
    expect(await verifyPassword("", null)).toBe(false);
    const time = async (hash: string | null) => {
      const began = process.cpuUsage();
      await verifyPassword("copper lantern", hash);
      return process.cpuUsage(began).user;
    };
    const hash = await hashPassword("violet harbour");
    const ratio = (await time(null)) / (await time(hash));
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it("of an unknown form is a broken promise", async () => {
    await expect(verifyPassword("x", "md5$abc")).rejects.toThrow("not of the form");
  });
});

describe("a new password", () => {
  it.each([
    ["elevenchars", "at least 12"],
    ["a".repeat(201), "at most 200"],
    ["my a.okafor@nhs.net key", "e-mail"],
    ["a.okafor violet harbour", "e-mail"],
    ["Password2026!", "harder to guess"],
    ["MondayTuesday1!", "harder to guess"],
    ["123456789012345", "harder to guess"],
    ["aaaaaaabbbbbbb", "harder to guess"],
    ["Hublist-theatre-2026", "harder to guess"],
  ])("%s is refused", (password, words) => {
    expect(passwordFault(password, "A.Okafor@nhs.net")).toContain(words);
  });

  it.each(["copper lantern", "twelve-chars", "xq7 Rf2 tP9 kL", "Пароль надёжный"])(
    "%s is accepted",
    (password) => {
      expect(passwordFault(password, "a.okafor@nhs.net")).toBeNull();
    },
  );
});

describe("secrets", () => {
  it("are long, random and kept as a hash", () => {
    expect(newToken()).toMatch(/^[\w-]{43}$/);
    expect(newToken()).not.toBe(newToken());
    expect(tokenHash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(newOneTimePassword()).toMatch(/^([2-9a-hjkmnp-tv-z]{5}-){3}[2-9a-hjkmnp-tv-z]{5}$/);
  });
});

describe("work at the same time", () => {
  it("is held to the limit, in order, and beyond the queue refused", async () => {
    const run = limitConcurrency(2, 2);
    const ends: (() => void)[] = [];
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const task = (number: number) =>
      run(async () => {
        order.push(number);
        most = Math.max(most, ++running);
        await new Promise<void>((end) => ends.push(end));
        running -= 1;
      });
    const all = [1, 2, 3, 4].map(task);
    await expect(task(5)).rejects.toBeInstanceOf(TooBusyError);
    while (order.length < 4 || running > 0) {
      ends.splice(0).forEach((end) => end());
      await new Promise((next) => setTimeout(next));
    }
    await Promise.all(all);
    expect({ order, most }).toEqual({ order: [1, 2, 3, 4], most: 2 });
  });

  it("goes on after a task that failed", async () => {
    const run = limitConcurrency(1, 1);
    await expect(run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await run(() => Promise.resolve(7))).toBe(7);
  });
});
