import { describe, expect, it } from "vitest";
import { allTold, noticeGiven, noticeStanding, type Notice, type NoticeKind } from "~/domain/patient-notice";
import { letterPlan } from "~/domain/tci-letter";

const PLACE = { session: "s1", date: "2026-12-15" };
let number = 0;
const notice = (kind: NoticeKind, more: Partial<Notice> = {}): Notice => ({
  ...{ entry: "e", number: ++number, ...PLACE, kind, channel: "letter", by: "user:a" },
  ...{ at: "2026-11-22T10:00:00.000Z", note: "", ...more },
});
const elsewhere = { session: "s2", date: "2026-12-16" };

describe("how a patient stands with their date", () => {
  it("is not told without a notice, and told with one", () => {
    expect(noticeStanding([], PLACE)).toEqual({ told: null, answer: null, outdated: null });
    const told = notice("told");
    expect(noticeStanding([told], PLACE)).toEqual({ told, answer: null, outdated: null });
  });

  it("keeps the last answer to this date, until they are told again", () => {
    const [told, yes, no, again] = [notice("told"), notice("accepted"), notice("declined"), notice("told")];
    expect(noticeStanding([told, yes, no], PLACE)).toMatchObject({ told, answer: no });
    expect(noticeStanding([again, no, told, yes], PLACE)).toMatchObject({ told: again, answer: null });
  });

  it("is outdated by a move: the same day in another session, or the same session on another day", () => {
    const told = notice("told", elsewhere);
    expect(noticeStanding([told], PLACE)).toEqual({ told: null, answer: null, outdated: told });
    const moved = notice("told", { session: "s1", date: "2026-12-14" });
    expect(noticeStanding([moved], PLACE)).toMatchObject({ told: null, outdated: moved });
    expect(noticeStanding([told, notice("withdrawn", elsewhere)], PLACE).outdated).toBeNull();
    const now = notice("told");
    expect(noticeStanding([told, now], PLACE)).toEqual({ told: now, answer: null, outdated: null });
  });

  it("is untold once the date was taken back", () => {
    expect(noticeStanding([notice("told"), notice("accepted"), notice("withdrawn")], PLACE)).toEqual({
      ...{ told: null, answer: null, outdated: null },
    });
  });

  it("counts a list as told when the last of it is, and an empty one never", () => {
    const told = noticeStanding([notice("told")], PLACE);
    expect(allTold([told, told])).toBe(true);
    expect(allTold([told, noticeStanding([], PLACE)])).toBe(false);
    expect(allTold([])).toBe(false);
  });
});

describe("notice", () => {
  it.each([
    ["2026-11-24", 21, true],
    ["2026-11-25", 20, false],
  ])("given on %s is %i days", (toldOn, days, enough) => {
    expect(noticeGiven(toldOn, "2026-12-15", 21)).toEqual({ days, enough });
  });

  const letter = (facts: Partial<Parameters<typeof letterPlan>[0]>) =>
    letterPlan({
      ...{ date: "2026-12-15", admission: "07:00", anaesthetic: "GA", nights: 0 },
      ...{ writtenOn: "2026-11-24", noticeDays: 21, ...facts },
    });

  it("is counted and said in a letter, and a short one says that they may refuse it", () => {
    expect(letter({}).notice).toBe("This letter gives you 21 days to get ready.");
    expect(letter({ writtenOn: "2026-11-25" }).notice).toContain("only 20 days from now");
    expect(letter({ writtenOn: "2026-12-14" }).notice).toContain("only 1 day from now");
  });

  it("comes with the advice for the anaesthetic and the stay", () => {
    expect(letter({}).parts).toEqual(["fasting", "medicines", "illness", "goingHome"]);
    expect(letter({ anaesthetic: "LA" }).parts).toEqual([
      "noFasting",
      "medicines",
      "illness",
      "goingHomeLocal",
    ]);
    expect(letter({ anaesthetic: "RA", nights: 2 }).parts).toEqual([
      "fasting",
      "medicines",
      "illness",
      "staying",
    ]);
  });
});
