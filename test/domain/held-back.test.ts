import { describe, expect, it } from "vitest";
import { couldBePlanned, heldBackSentence } from "~/domain/held-back";

const TODAY = "2026-11-30";

describe("somebody whom a site holds back", () => {
  it("could be planned by screening alone: fit, or made ready by a known day", () => {
    expect(couldBePlanned({ screening: "fit", fitFrom: null })).toBe(true);
    expect(couldBePlanned({ screening: "optimising", fitFrom: "2026-12-20" })).toBe(true);
    expect(couldBePlanned({ screening: "optimising", fitFrom: null })).toBe(false);
    for (const screening of ["unfit", "not_screened", "awaiting"] as const)
      expect(couldBePlanned({ screening, fitFrom: "2026-12-20" })).toBe(false);
  });

  it("is told why, and how screening stands until when", () => {
    expect(
      heldBackSentence(
        { why: ["healthChange"], screening: "optimising", fitFrom: "2026-12-20", fitUntil: null },
        TODAY,
      ),
    ).toBe("Held back: nobody has decided about a change of health yet. Being made ready until 20 December.");
    expect(
      heldBackSentence(
        { why: ["stageTwo", "healthChange"], screening: "fit", fitFrom: null, fitUntil: "2027-01-15" },
        TODAY,
      ),
    ).toMatch(
      /^Held back: the shared decision is not complete, and nobody .* Confirmed fit until 15 January/,
    );
    expect(
      heldBackSentence({ why: ["stageTwo"], screening: "fit", fitFrom: null, fitUntil: null }, TODAY),
    ).toMatch(/Confirmed fit\.$/);
  });
});
