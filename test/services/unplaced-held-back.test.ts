import { describe, expect, it } from "vitest";
import { horizonOf } from "~/domain/urgency";
import { unplacedFiles } from "~/services/solve-week-unplaced.server";
import { DEFAULT_POLICY } from "~/domain/policy";
import type { HeldBack } from "~/domain/held-back";
import type { UnplacedRecord } from "~/domain/week-record";
import { reasonBars, unplacedRow } from "~/views/week-unplaced";
import { anEntry, aSession } from "../db/given-hub";

const recordOf = (heldBack?: HeldBack, reason: UnplacedRecord["reason"] = "awaiting_screening") => {
  const entry = anEntry({ pathwayId: "A", screening: "awaiting" });
  const named = {
    pathwayId: "A",
    issuer: "",
    reason,
    detail: "Screening has begun and its outcome is awaited.",
  };
  const { index, files } = unplacedFiles({
    unplaced: [named],
    entryOf: () => ({ id: "a", entry, ...(heldBack ? { heldBack } : {}) }),
    nearestOf: () => null,
    changesOf: () => undefined,
    ...{ policy: DEFAULT_POLICY, planDate: "2026-11-30", horizon: horizonOf([aSession({})]) },
  });
  const [record] = JSON.parse(files["unplaced-0.json"]!) as UnplacedRecord[];
  return { index, row: unplacedRow(record!, undefined, "2026-12-14") };
};

describe("somebody unplaced whom the planner sees as awaiting screening", () => {
  it("is called held back, with the true state and until when, where the site holds them back", () => {
    const { row, index } = recordOf({
      ...{ why: ["stageTwo"], screening: "optimising", fitFrom: "2026-12-20", fitUntil: null },
    });
    expect(row.reason).toBe("Held back by the site");
    expect(row.detail).toBe(
      "Held back: the shared decision is not complete. Being made ready until 20 December.",
    );
    expect(reasonBars(index)[0]!.words).toBe("Awaiting the outcome of screening, or held back");
  });

  it("is called awaiting where they do await it, and by any other reason that stands nearer", () => {
    expect(recordOf().row).toMatchObject({
      reason: "Awaiting the outcome of screening",
      detail: "Screening has begun and its outcome is awaited.",
    });
    const held: HeldBack = { why: ["stageTwo"], screening: "fit", fitFrom: null, fitUntil: null };
    expect(recordOf(held, "already_booked").row.reason).toBe("Already has a date");
  });
});
