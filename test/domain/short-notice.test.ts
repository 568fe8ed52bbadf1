import { describe, expect, it } from "vitest";
import { noticeNeeded, SHORT_NOTICE_CODES, shortNoticeSaid } from "~/domain/short-notice";
import { questionOf } from "~/domain/perioperative/questionnaire/questionnaire";
import { QUESTIONNAIRE } from "~/facts/questionnaire";

describe("what a patient says of short notice", () => {
  it.each([
    ["yes", true, null],
    ["1d", true, "1 day's notice"],
    ["3d", true, "3 days' notice"],
    ["7d", false, "1 week's notice"],
    ["14d", false, "2 weeks' notice or more"],
    ["no", false, null],
  ])("%s keeps its days in sight, and counts as a yes up to three days", (code, counts, needed) => {
    expect(SHORT_NOTICE_CODES.includes(code)).toBe(counts);
    expect(noticeNeeded(code)).toBe(needed);
    if (needed !== null) expect(shortNoticeSaid(code)).toContain(needed);
    expect(/not to|Cannot/.test(shortNoticeSaid(code))).toBe(!counts);
  });

  it("has words for every answer of the questionnaire", () => {
    const codes = questionOf(QUESTIONNAIRE, "short_notice")!.options.map(({ code }) => code);
    expect(codes.map(noticeNeeded)).not.toContain(null);
  });
});
