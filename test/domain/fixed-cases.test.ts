import { describe, expect, it } from "vitest";
import { fixedWeek, fixedWhy, type StandingCase } from "~/domain/fixed-cases";

const free: StandingCase = {
  ...{ entry: "e", sessionId: "s", bookable: true, locked: false, held: false, byHand: false },
  ...{ told: false, noticeGone: false, operated: false },
};
const one = (changes: Partial<StandingCase>) => ({ ...free, ...changes });

describe("who keeps their place", () => {
  it.each([
    [{}, 0, null],
    [{ locked: true, held: true }, 0, "locked"],
    [{ operated: true, locked: true }, 5, "operated"],
    [{ operated: true, bookable: false }, 5, null],
    [{ held: true, byHand: true }, 5, "held"],
    [{ byHand: true, told: true }, 5, "byHand"],
    [{ told: true, noticeGone: true }, 0, "told"],
    [{ told: true, noticeGone: true }, 1, null],
    [{ noticeGone: true }, 1, "noNotice"],
    [{ bookable: false, locked: true, held: true, byHand: true, told: true, noticeGone: true }, 0, null],
  ] as const)("%j with %i moves: %s", (changes, moves, why) => {
    expect(fixedWhy(one(changes), moves)).toBe(why);
  });
});

describe("a week with what is fixed", () => {
  const told = one({ entry: "told", told: true });
  const lost = one({ entry: "lost", told: true, bookable: false });

  it("limits nothing where nobody who was told may or must move", () => {
    expect(fixedWeek([free, told], 0)).toMatchObject({ maxMoves: null, told: [], free: [{ entry: "e" }] });
    expect(fixedWeek([free], 3).maxMoves).toBeNull();
  });

  it("counts the told alone where some may move", () => {
    expect(fixedWeek([free, told], 3)).toMatchObject({
      ...{ maxMoves: 3, told: [{ entry: "told" }], free: [{ entry: "e" }], fixed: [] },
    });
  });

  it("counts whoever lost their session, and in a what-if spares them", () => {
    expect(fixedWeek([told, lost], 0)).toMatchObject({ maxMoves: 0, told: [{ entry: "lost" }] });
    expect(fixedWeek([told, lost], 0, true).maxMoves).toBe(1);
    expect(fixedWeek([told, lost], 2, true).maxMoves).toBe(3);
  });
});
