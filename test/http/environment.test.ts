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
      HUBLIST_SEND_TEXT: "file",
      HUBLIST_SEND_EMAIL: "file",
      HUBLIST_SEND_LETTER: "file",
      HUBLIST_GOVUK_NOTIFY_URL: "https://api.notifications.service.gov.uk",
      HUBLIST_NHS_NOTIFY_URL: "https://api.service.nhs.uk/comms",
      HUBLIST_NHS_NOTIFY_TEXT_PLAN: "00000000-0000-0000-0000-000000000003",
      HUBLIST_NHS_NOTIFY_EMAIL_PLAN: "00000000-0000-0000-0000-000000000002",
      HUBLIST_NHS_NOTIFY_CONTACT: "pds",
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

describe("the settings of sending", () => {
  const refusal = (settings: Record<string, string>): string => {
    try {
      readEnvironment(settings);
      return "";
    } catch (error) {
      return (error as Error).message;
    }
  };
  const KEY = "key-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
  const GOVUK = {
    ...{ HUBLIST_SEND_TEXT: "govuk-notify", HUBLIST_PUBLIC_URL: "https://hub.example/" },
    ...{ HUBLIST_GOVUK_NOTIFY_KEY: KEY, HUBLIST_GOVUK_TEXT_TEMPLATE: "f33517ff-2a88-4f6e-b855-c550268ce08a" },
  };

  it("say for each carrier what is missing, once, with what needs it", () => {
    const message = refusal({ HUBLIST_SEND_TEXT: "govuk-notify", HUBLIST_SEND_EMAIL: "smtp" });
    expect(message.split("\n").slice(1)).toEqual([
      "  HUBLIST_PUBLIC_URL is needed by HUBLIST_SEND_TEXT = govuk-notify",
      "  HUBLIST_GOVUK_NOTIFY_KEY is needed by HUBLIST_SEND_TEXT = govuk-notify",
      "  HUBLIST_GOVUK_TEXT_TEMPLATE is needed by HUBLIST_SEND_TEXT = govuk-notify",
      "  HUBLIST_SMTP_URL is needed by HUBLIST_SEND_EMAIL = smtp",
      "  HUBLIST_SMTP_FROM is needed by HUBLIST_SEND_EMAIL = smtp",
    ]);
    expect(refusal({ HUBLIST_SEND_LETTER: "nhs-notify" })).toContain("HUBLIST_NHS_NOTIFY_LETTER_PLAN");
    expect(readEnvironment(GOVUK).HUBLIST_PUBLIC_URL).toBe("https://hub.example");
  });

  it("need no key for the sandbox of NHS Notify, and one everywhere else", () => {
    const nhs = { HUBLIST_SEND_TEXT: "nhs-notify", HUBLIST_PUBLIC_URL: "https://hub.example" };
    expect(refusal(nhs)).toContain("HUBLIST_NHS_NOTIFY_PRIVATE_KEY is needed");
    const sandbox = { ...nhs, HUBLIST_NHS_NOTIFY_URL: "https://sandbox.api.service.nhs.uk/comms" };
    expect(refusal(sandbox)).toBe("");
  });

  it.each([
    ["HUBLIST_PUBLIC_URL", "http://hub.example", "expected https://"],
    ["HUBLIST_NHS_NOTIFY_URL", "http://api.service.nhs.uk/comms", "expected https://"],
    ["HUBLIST_NHS_NOTIFY_PRIVATE_KEY", "/nowhere/key.pem", "expected the path of a readable PEM file"],
    ["HUBLIST_SEND_TEXT", "smtp", "expected one of file, none, nhs-notify, govuk-notify"],
    ["HUBLIST_SMTP_FROM", "hub@example\nBcc: x@example", "expected an e-mail address"],
  ])("refuse %s = %s", (name, value, words) => {
    expect(refusal({ [name]: value })).toContain(words);
  });

  it("keep keys and passwords out of what is said of them", () => {
    const message = refusal({
      HUBLIST_GOVUK_NOTIFY_KEY: "my-secret-key",
      HUBLIST_SMTP_URL: "http://u:secret@x",
    });
    expect(message).toContain("HUBLIST_GOVUK_NOTIFY_KEY = (hidden)");
    expect(message).toContain("HUBLIST_SMTP_URL = (hidden)");
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
