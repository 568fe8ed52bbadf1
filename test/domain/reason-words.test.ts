import { describe, expect, it } from "vitest";
import { LIFTABLE_RULES } from "~/domain/plan-reasons";
import {
  changesSentence,
  liftedWords,
  moreWords,
  patientsWords,
  worthWords,
  type ReasonNames,
} from "~/domain/reason-words";

const NAMES: ReasonNames = {
  session: (id) => `session ${id}`,
  site: (code) => `Site ${code}`,
  specialty: (code) => `specialty ${code}`,
  equipment: (code) => `set-${code}`,
  planDate: "2026-11-20",
  noticeDays: 21,
};

describe("what one more of something is called", () => {
  const bed = { kind: "resource", resource: "bed", site: "A", date: "2027-01-03", period: "night" } as const;

  it.each([
    [{ kind: "minutes", sessionId: "S1", minutes: 30 }, "30 minutes more for session S1"],
    [{ kind: "case", sessionId: "S1" }, "one case more allowed in session S1"],
    [bed, "one more bed at Site A on the night of 3 January 2027"],
    [
      { ...bed, resource: "equipment:C_ARM", date: "2026-12-15", period: "am" },
      "one more set-C_ARM set at Site A on the morning of 15 December",
    ],
    [
      { kind: "reserve", treatmentFunction: "110", week: 2, minutes: 60 },
      "60 minutes less kept free for specialty 110 in week 2",
    ],
    [
      { kind: "rule", rule: "notice", entries: 1 },
      "no notice of 21 days, which alone keeps 1 entry from some list",
    ],
    [
      { kind: "secondCase", sessionId: "S1", pathwayId: "PP1" },
      "a second operation on one day for the patient of PP1, in session S1",
    ],
    [
      { kind: "overlap", sessionId: "S1", beside: "S2" },
      "a surgeon of its own for session S1, whose surgeon is in session S2 at that time",
    ],
    [
      { kind: "overrun", from: 0.25, to: 0.3 },
      "every list allowed to run over 30% of the time instead of 25%",
    ],
    [{ kind: "site", sessionId: "S1" }, "the patient's consent to another site, for session S1"],
    [{ kind: "surgeon", sessionId: "S1" }, "another surgeon's list, session S1"],
  ] as const)("%j", (what, words) => expect(moreWords(what, NAMES)).toBe(words));
});

describe("a rule lifted for one patient", () => {
  it("follows the place that it is lifted for", () => {
    expect(LIFTABLE_RULES.map(liftedWords)).toEqual([
      "with the patient's consent to another site",
      "on another surgeon's list",
      "with the patient's agreement to short notice",
    ]);
  });
});

describe("an estimate", () => {
  it("is never finer than it is good for", () => {
    expect(worthWords({ points: 1874, patients: 1.2 })).toBe("about 1,900 points, about 1 more patient");
    expect(worthWords({ points: 94, patients: 0 })).toBe("about 94 points, about as many patients");
  });

  it("says where more, as many or fewer patients come", () => {
    expect([2, 1, 0, -1, -2].map(patientsWords)).toEqual([
      "about 2 more patients",
      "about 1 more patient",
      "about as many patients",
      "about 1 patient fewer",
      "about 2 patients fewer",
    ]);
  });

  it("counts a patient from one half on, as earlier plans told halves", () => {
    expect(patientsWords(0.49)).toBe("about as many patients");
    expect(patientsWords(0.5)).toBe("about 1 more patient");
  });
});

describe("what would give a place", () => {
  const change = (sessionId: string) => ({
    what: { kind: "minutes" as const, sessionId, minutes: 30 },
    points: 1200,
    displaced: 0,
    othersFirst: false,
  });

  it("is one sentence of at most three things", () => {
    expect(changesSentence([], NAMES)).toBe("");
    expect(changesSentence([change("S1")], NAMES)).toBe(
      " It would have a place with 30 minutes more for session S1 (1,200 more).",
    );
    expect(changesSentence(["S1", "S2", "S3", "S4"].map(change), NAMES)).toBe(
      " It would have a place with 30 minutes more for session S1 (1,200 more), 30 minutes more for session S2 (1,200 more) or 30 minutes more for session S3 (1,200 more).",
    );
  });
});
