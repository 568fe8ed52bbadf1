import { describe, expect, it } from "vitest";
import { readWishes } from "~/services/solve-week-form.server";

function read(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readWishes(form);
}

describe("the form that starts a solve", () => {
  it("is as usual where it says nothing", () => {
    const usual = {
      kind: "read",
      wishes: { seed: 1, stepsPerSession: null, movePrice: 100, toldMovesMax: null },
    };
    expect(read({})).toEqual(usual);
    expect(read({ seed: " ", steps: "usual", movePrice: "" })).toEqual(usual);
  });

  it("takes what it says, up to the border", () => {
    expect(
      read({ seed: "2147483647", steps: "quick", movePrice: "1000000", toldMovesMax: "200" }),
    ).toMatchObject({
      wishes: { seed: 2147483647, stepsPerSession: 60, movePrice: 1_000_000, toldMovesMax: 200 },
    });
    expect(read({ seed: "0", steps: "long", movePrice: "0", toldMovesMax: "0" })).toMatchObject({
      wishes: { seed: 0, stepsPerSession: 2_400, movePrice: 0, toldMovesMax: 0 },
    });
  });

  it.each([
    ["seed", "2147483648"],
    ["seed", "-1"],
    ["seed", "1.5"],
    ["seed", "1e3"],
    ["seed", "lucky"],
    ["movePrice", "1000001"],
    ["movePrice", "much"],
    ["toldMovesMax", "201"],
    ["toldMovesMax", "-1"],
  ])("refuses %s = %s, names field and value, and keeps what was typed", (field, value) => {
    const refused = read({ [field]: value, steps: "quick" });
    expect(refused).toMatchObject({ kind: "refused", typed: { [field]: value, steps: "quick" } });
    const [problem] = refused.kind === "refused" ? refused.problems : [];
    expect(problem!.field).toBe(field);
    expect(problem!.message).toContain(`not “${value}”`);
  });

  it.each(["for ever", "toString", "constructor", "60"])("refuses %s as thoroughness", (steps) => {
    expect(read({ steps })).toMatchObject({ kind: "refused", problems: [{ field: "steps-1" }] });
  });

  it("names every fault at once", () => {
    const refused = read({ seed: "x", steps: "y", movePrice: "z" });
    expect(refused.kind === "refused" && refused.problems.map(({ field }) => field).sort()).toEqual([
      ...["movePrice", "seed", "steps-1"],
    ]);
  });
});
