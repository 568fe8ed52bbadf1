import { describe, expect, it } from "vitest";
import { contactChannel } from "~/domain/perioperative/invitation/contact-channel";
import { isPatient, type KnownPatient } from "~/domain/perioperative/invitation/identity";
import { shownSecret, typedSecret } from "~/domain/perioperative/invitation/secret";
import { invitationStanding } from "~/domain/perioperative/invitation/standing";
import { typedDate } from "~/domain/perioperative/invitation/typed-date";

describe("two facts", () => {
  const known: KnownPatient = {
    ...{ birthDate: "1985-09-24", postcode: "ZZ99 9ZZ", nhsNumber: "9991234567", hospitalNumber: "L-001" },
  };
  const says = (other: string, birthDate = "1985-09-24", of = known) => isPatient(of, { birthDate, other });

  it.each(["ZZ99 9ZZ", "zz999zz", "4567", "999 123 4567", "l001"])("know the patient by %s", (other) => {
    expect(says(other)).toBe(true);
    expect(says(other, "1985-09-25")).toBe(false);
  });

  it.each(["", " - ", "ZZ99 9ZA", "456", "567", "34567", "9991234568"])(
    "do not know anybody by “%s”",
    (other) => {
      expect(says(other)).toBe(false);
    },
  );

  it("take nothing for a fact that is not held", () => {
    const bare = { ...known, postcode: "", nhsNumber: null };
    expect(says("", undefined, bare)).toBe(false);
    expect(says("L001", undefined, bare)).toBe(true);
  });
});

describe("a typed date", () => {
  it.each([
    ["24", "9", "1985", "1985-09-24"],
    ["01", "Jan", "2000", "2000-01-01"],
    ["29", "february", "2024", "2024-02-29"],
  ])("of %s %s %s is read", (day, month, year, date) => {
    expect(typedDate({ day, month, year })).toBe(date);
  });

  it.each([
    ["29", "2", "2023"],
    ["0", "1", "2000"],
    ["32", "1", "2000"],
    ["1", "13", "2000"],
    ["1", "1", "85"],
    ["1", "", "2000"],
    ["1.5", "1", "2000"],
  ])("of %s %s %s is none", (day, month, year) => {
    expect(typedDate({ day, month, year })).toBeNull();
  });
});

it("reaches a patient the way they prefer, where that is on file", () => {
  const way = (
    mobile: string,
    email: string,
    contactPreference: Parameters<typeof contactChannel>[0]["contactPreference"],
  ) => contactChannel({ mobile, email, contactPreference });
  expect(way("07", "a@b", null)).toBe("text");
  expect(way("07", "a@b", "email")).toBe("email");
  expect(way("07", "", "email")).toBe("text");
  expect(way("", "a@b", "phone")).toBe("email");
  expect(way("07", "a@b", "letter")).toBe("letter");
  expect(way("", "", "text")).toBe("letter");
});

it("shows a secret in groups and reads it as it was typed", () => {
  expect(shownSecret("k7mf3q9xaw2d")).toBe("k7mf-3q9x-aw2d");
  expect(typedSecret(" K7MF 3q9x-aw2d")).toBe("k7mf3q9xaw2d");
  expect(typedSecret("k7mf-3q9x-aw2")).toBeNull();
  expect(typedSecret("k7mf-3q9x-aw2o")).toBeNull();
});

it("stands open until it is over, and revoked before all else", () => {
  const at = "2026-12-01T10:00:00.000Z";
  const times = { expiresAt: "2026-12-01T10:00:00.001Z", completedAt: null, revokedAt: null };
  expect(invitationStanding(times, at)).toBe("open");
  expect(invitationStanding({ ...times, expiresAt: at }, at)).toBe("expired");
  expect(invitationStanding({ ...times, expiresAt: at, completedAt: at }, at)).toBe("completed");
  expect(invitationStanding({ ...times, completedAt: at, revokedAt: at }, at)).toBe("revoked");
});
