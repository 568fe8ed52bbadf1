import { describe, expect, it } from "vitest";
import { returnPath, signInPath } from "~/auth/return-path";
import { expiry, isDueForNote } from "~/auth/sign-in-lifetime";

describe("where one goes after signing in", () => {
  it.each([
    ["/week?start=2026-12-14", "/week?start=2026-12-14"],
    ["/", "/"],
    [null, "/"],
    ["", "/"],
    ["week", "/"],
    ["//evil.example/x", "/"],
    ["/\\evil.example", "/"],
    ["/%2F/evil.example", "/%2F/evil.example"],
    ["/.//evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["https://evil.example/", "/"],
    ["javascript:alert(1)", "/"],
    ["/sign-in?to=/x", "/"],
  ])("%j leads to %s", (wanted, expected) => {
    expect(returnPath(wanted)).toBe(expected);
  });

  it("is the page asked for, and for a form the page it stood on", () => {
    const at = (path: string, init?: RequestInit) => new Request(`http://hub.example${path}`, init);
    expect(signInPath(at("/week?x=1"))).toBe("/sign-in?to=%2Fweek%3Fx%3D1");
    expect(signInPath(at("/"))).toBe("/sign-in");
    const post = (referer: string) => at("/plan/start", { method: "POST", headers: { Referer: referer } });
    expect(signInPath(post("http://hub.example/week"))).toBe("/sign-in?to=%2Fweek");
    expect(signInPath(post("http://evil.example/week"))).toBe("/sign-in");
  });
});

describe("a sign-in", () => {
  const lifetime = { idleMinutes: 30, hours: 12 };
  const created = "2026-11-20T08:00:00.000Z";

  it("lasts 30 minutes from its last use and never more than 12 hours", () => {
    expect(expiry(created, "2026-11-20T09:00:00.000Z", lifetime)).toBe("2026-11-20T09:30:00.000Z");
    expect(expiry(created, "2026-11-20T19:29:00.000Z", lifetime)).toBe("2026-11-20T19:59:00.000Z");
    expect(expiry(created, "2026-11-20T19:31:00.000Z", lifetime)).toBe("2026-11-20T20:00:00.000Z");
  });

  it("notes its use every three minutes, not at every request", () => {
    expect(isDueForNote(created, "2026-11-20T08:03:00.000Z", lifetime)).toBe(false);
    expect(isDueForNote(created, "2026-11-20T08:03:01.000Z", lifetime)).toBe(true);
  });
});
