import { describe, expect, it } from "vitest";
import type { Plan } from "~/domain/plan";
import { planJson, planPieces } from "~/export/plan";

/** Only the form of a plan counts here: scalars, lists of objects, an empty list. */
function planOf(entries: number): Plan {
  const unplaced = Array.from({ length: entries }, (_, at) => ({ pathwayId: `W${at}`, reason: "capacity" }));
  return { score: 12, engine: 'prices, "search"', pins: [], unplaced } as unknown as Plan;
}

describe("plan.json", () => {
  it("has a line for each key and each element of a list, and is read back as it was", () => {
    const plan = planOf(2);
    const text = planJson(plan);
    expect(JSON.parse(text)).toEqual(plan);
    expect(text.split("\n")).toEqual([
      "{",
      ' "score": 12,',
      ' "engine": "prices, \\"search\\"",',
      ' "pins": [],',
      ' "unplaced": [',
      '  {"pathwayId":"W0","reason":"capacity"},',
      '  {"pathwayId":"W1","reason":"capacity"}',
      " ]",
      "}",
      "",
    ]);
  });

  it("comes in pieces, none of them much longer than any other, which are the text", () => {
    const plan = planOf(10_000);
    const pieces = [...planPieces(plan)];
    expect(pieces.join("")).toBe(planJson(plan));
    expect(pieces.length).toBeGreaterThan(3);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan((1 << 16) + 200);
  });
});
