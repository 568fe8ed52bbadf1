import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { clockOf } from "~/clock.server";
import { readEnvironment } from "~/env.server";

describe("the settings", () => {
  it("have defaults for everything", () => {
    expect(readEnvironment({ HUBLIST_TODAY: "" })).toEqual({
      NODE_ENV: "production",
      PORT: 3000,
      HOST: "127.0.0.1",
      HUBLIST_DATA: resolve("data"),
      HUBLIST_MAX_UPLOAD_MB: 64,
      TRUST_PROXY: 0,
      HUBLIST_IDLE_MINUTES: 30,
      HUBLIST_SIGN_IN_HOURS: 12,
    });
  });

  it("name every bad variable with its value and what is expected, and keep a password to themselves", () => {
    const bad = {
      PORT: "70000",
      HUBLIST_TODAY: "2026-02-30",
      HUBLIST_MAX_UPLOAD_MB: "lots",
      DATABASE_URL: "mysql://hub:secret@db/hub",
      NODE_ENV: "staging",
    };
    let message = "";
    try {
      readEnvironment(bad);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain('PORT = "70000": expected a whole number from 0 to 65535');
    expect(message).toContain('HUBLIST_TODAY = "2026-02-30": expected a date as YYYY-MM-DD');
    expect(message).toContain('HUBLIST_MAX_UPLOAD_MB = "lots"');
    expect(message).toContain("DATABASE_URL = (hidden): expected postgres://");
    expect(message).toContain('NODE_ENV = "staging"');
    expect(message).not.toContain("secret");
  });
});

describe("the clock", () => {
  const at = (instant: string) => () => new Date(instant);

  it.each([
    ["2026-06-30T22:59:59Z", "2026-06-30"],
    ["2026-06-30T23:00:00Z", "2026-07-01"],
    ["2026-12-31T23:59:59Z", "2026-12-31"],
    ["2027-01-01T00:00:00Z", "2027-01-01"],
  ])("at %s it is %s in London", (instant, today) => {
    expect(clockOf(undefined, at(instant)).today()).toBe(today);
  });

  it("with a set date keeps that date and the time of day", () => {
    const clock = clockOf("2026-11-20", at("2027-07-01T08:30:00Z"));
    expect(clock.today()).toBe("2026-11-20");
    expect(clock.now().toISOString()).toBe("2026-11-20T09:30:00.000Z");
  });
});
