import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillMessage } from "~/domain/perioperative/message/fill";
import { firstChannel, nextChannel, type Reachable } from "~/domain/perioperative/message/next-channel";
import { outboxText, readOutboxText } from "~/domain/perioperative/message/outbox-text";
import { nextReceiptAt } from "~/domain/perioperative/message/receipt-time";
import { reminderStep } from "~/domain/perioperative/message/reminder";
import { waitAfter } from "~/domain/perioperative/message/retry-wait";
import { DEFAULT_SETTINGS } from "~/domain/workspace-settings";
import { MESSAGE_KINDS, messageKind, messageRule } from "~/facts/messages";
import messageFacts from "~/facts/messages.json";
import settingFacts from "~/facts/workspace-settings.json";

const VALUES = {
  hospital: "Kingston Hospital",
  link: "https://hublist.kingston.example/q/k7mf-3q9x-aw2d",
  phone: "020 7946 0123",
  hours: "Monday to Friday, 9am to 5pm",
};

describe("the words of a message", () => {
  it.each(MESSAGE_KINDS)("%s fit one text, hold its link in every channel, and no blank is left", (kind) => {
    const words = messageKind(kind);
    for (const channel of ["text", "email", "letter"] as const) {
      const whole = fillMessage(words, channel, VALUES).paragraphs.join("\n");
      expect(whole.split(VALUES.link).length - 1, channel).toBe(words.opens === null ? 0 : 1);
      expect(whole).not.toMatch(/[{}]/);
    }
    expect(fillMessage(words, "text", VALUES).paragraphs[0]!.length).toBeLessThanOrEqual(160);
  });

  it.each(MESSAGE_KINDS)(
    "%s have no sentence of more than 25 words and say neither please nor click",
    (kind) => {
      const { text, email, letter } = messageKind(kind);
      for (const sentence of [...text, ...email, ...letter].flatMap((part) => part.split(/[.?:] /))) {
        expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(25);
        expect(sentence).not.toMatch(/please|click/i);
      }
    },
  );

  it("leave out what needs a value that is not known, and hours without their sentence", () => {
    const words = messageKind("invite");
    const without = fillMessage(words, "email", { ...VALUES, phone: "" }).paragraphs.join("\n");
    expect(without).not.toContain("Monday");
    expect(fillMessage(words, "email", { ...VALUES, hours: "" }).paragraphs).toContain("Call 020 7946 0123.");
  });
});

const ALL: Reachable = {
  ...{ mobile: "07700900000", email: "a@b.example", contactPreference: null },
  ...{ address: "1 Street", postcode: "ZZ99 9ZZ" },
};
const USED = ["text", "email", "letter"] as const;

describe("the channel", () => {
  it("is the patient's own where it can be, else the next", () => {
    expect(firstChannel(ALL, USED)).toBe("text");
    expect(firstChannel({ ...ALL, contactPreference: "letter" }, USED)).toBe("letter");
    expect(firstChannel({ ...ALL, contactPreference: "email" }, USED)).toBe("email");
    expect(firstChannel(ALL, ["email", "letter"])).toBe("email");
    expect(firstChannel({ ...ALL, mobile: "", email: "" }, USED)).toBe("letter");
    expect(firstChannel({ ...ALL, mobile: "", email: "", postcode: "" }, USED)).toBeNull();
    expect(firstChannel({ ...ALL, contactPreference: "letter", address: "" }, USED)).toBeNull();
  });

  it("after one that failed is a later one, never an earlier or the same", () => {
    fc.assert(
      fc.property(fc.constantFrom(...USED), fc.subarray([...USED]), (failed, used) => {
        const next = nextChannel(ALL, used, failed);
        expect(next === null || USED.indexOf(next) > USED.indexOf(failed)).toBe(true);
        expect(next === null || used.includes(next)).toBe(true);
      }),
    );
  });
});

describe("waits", () => {
  it("grow and end with the last", () => {
    expect([1, 2, 3, 9].map((tries) => waitAfter(tries, [1, 5, 30]))).toEqual([1, 5, 30, 30]);
  });

  it("bridge an outage as long as the words beside them say", () => {
    const tries = DEFAULT_SETTINGS.all.messageTries;
    const waits = Array.from({ length: tries }, (_, at) => waitAfter(at + 1, messageRule("waitMinutes")));
    const words = (minutes: number) => `${Math.floor(minutes / 60)} hours ${minutes % 60} minutes`;
    const untilNext = waits.reduce((sum, wait) => sum + wait, 0);
    const bridged = words(untilNext - waits.at(-1)!);
    const { waitMinutes } = messageFacts.rules;
    expect(waitMinutes.source).toContain(`${tries} tries`);
    expect(waitMinutes.source).toContain(`an outage of ${bridged} is bridged`);
    expect(waitMinutes.source).toContain(`the next channel is tried ${words(untilNext)} after`);
    expect(settingFacts.settings.messageTries.source).toContain(`an outage of ${bridged} is bridged`);
  });

  it("for a receipt follow one another from the moment it was sent", () => {
    const at = (now: string) => nextReceiptAt("2026-12-01T10:00:00.000Z", now, [5, 30]);
    expect(at("2026-12-01T10:04:59.999Z")).toBe("2026-12-01T10:05:00.000Z");
    expect(at("2026-12-01T10:05:00.000Z")).toBe("2026-12-01T10:35:00.000Z");
    expect(at("2026-12-01T10:35:00.000Z")).toBeNull();
  });
});

describe("somebody who has not answered", () => {
  const step = (today: string, reminders = 0, lastReminderOn: string | null = null) =>
    reminderStep({ ...WENT, reminders, lastReminderOn }, DEFAULT_SETTINGS.all, today);
  const WENT = { sentOn: "2026-12-01", laidOn: null, reminderWaits: false };

  it.each([
    ["2026-12-07", 0, null, "none"],
    ["2026-12-08", 0, null, "remind"],
    ["2026-12-08", 1, "2026-12-08", "none"],
    ["2026-12-14", 1, "2026-12-08", "none"],
    ["2026-12-15", 1, "2026-12-08", "remind"],
    ["2026-12-15", 2, "2026-12-15", "none"],
    ["2026-12-21", 2, "2026-12-15", "none"],
    ["2026-12-22", 2, "2026-12-15", "call"],
    // A server that was down for two weeks does not send both at once.
    ["2026-12-16", 0, null, "remind"],
    ["2026-12-17", 1, "2026-12-16", "none"],
  ])("is on %s after %i reminders, the last on %s: %s", (today, reminders, last, expected) => {
    expect(step(today, reminders, last)).toBe(expected);
  });

  it.each([
    // Nobody has recorded that it went: nothing is reminded of, and the call comes all the same.
    [{ sentOn: null, laidOn: "2026-12-01" }, "2026-12-21", "none"],
    [{ sentOn: null, laidOn: "2026-12-01" }, "2026-12-22", "call"],
    // It lay there for 10 days: the days count from the one on which it went.
    [{ sentOn: "2026-12-11", laidOn: "2026-12-01" }, "2026-12-17", "none"],
    [{ sentOn: "2026-12-11", laidOn: "2026-12-01" }, "2026-12-18", "remind"],
    [{ sentOn: "2026-12-11", laidOn: "2026-12-01" }, "2026-12-31", "remind"],
    [{ sentOn: "2026-12-11", laidOn: "2026-12-01" }, "2027-01-01", "call"],
    // A reminder that has not gone is not followed by another.
    [{ reminders: 1, reminderWaits: true }, "2026-12-15", "none"],
    [{ reminders: 1, reminderWaits: false }, "2026-12-15", "remind"],
    [{ reminders: 1, reminderWaits: true }, "2026-12-22", "call"],
  ])("with a message as %j is on %s: %s", (made, today, expected) => {
    const one = { ...WENT, reminders: 0, lastReminderOn: null, ...made };
    expect(reminderStep(one, DEFAULT_SETTINGS.all, today)).toBe(expected);
  });
});

describe("a file of the outbox", () => {
  const line = fc.stringMatching(/^[!-~]([ -~]{0,30}[!-~])?$/).map((text) => text.replace(/ +/g, " "));
  it("reads as it was written", () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        line,
        fc.array(line, { minLength: 1, maxLength: 8 }),
        (to, subject, paragraphs) => {
          expect(readOutboxText(outboxText({ to, subject, paragraphs }))).toEqual({
            to,
            subject,
            paragraphs,
          });
        },
      ),
    );
  });

  it("keeps a contact with line breaks on its line, and reads nothing else", () => {
    const text = outboxText({ to: ["a\nSubject: b"], subject: "c\n\nd", paragraphs: ["e\n\nf"] });
    expect(text).toBe("To: a Subject: b\nSubject: c d\n\ne f\n");
    expect(readOutboxText("Dear Sir\n\nhello\n")).toBeNull();
  });
});
