import { describe, expect, it } from "vitest";
import { violationSentence } from "~/services/planning/pin-clashes.server";
import type { Violation } from "~solver/solution";
import { aTheatreSession, aWaitingListEntry } from "../../factories";

/** What a clash of the entry PP1 in the session S1 is told as. */
function told(clash: Pick<Violation, "rule" | "subject" | "amount" | "limit">): string {
  const built = { entries: [aWaitingListEntry({ pathwayId: "PP1" })], sessions: [aTheatreSession()] };
  return violationSentence(built, { cases: [0], lists: [0], ...clash }).replace("PP1 in S1. ", "");
}

describe("pins that clash, in the words of the theatre", () => {
  it.each([
    ["bed RQM01 2026-12-14 night", 2, 1, "2 beds at RQM01 on the night of 14 December 2026; there is 1."],
    ["day_case_place B 2027-01-04 day", 4, 3, "4 day-case places at B on 4 January 2027; there are 3."],
    [
      "equipment:C_ARM B 2027-01-04 am",
      1,
      0,
      "1 C-arm set at B on the morning of 4 January 2027; there are none.",
    ],
  ])("name what is shared: %s", (subject, amount, limit, words) => {
    expect(told({ rule: "capacity", subject, amount, limit })).toBe(`They need ${words}`);
  });

  it("name whose minutes are kept free", () => {
    expect(told({ rule: "reserve", subject: "110 week 2", amount: 475, limit: 204 })).toBe(
      "They fill 475 minutes of Trauma and Orthopaedics in week 2, where what is kept free for urgent patients leaves 204.",
    );
  });
});
