import { describe, expect, it } from "vitest";
import { blocksOf } from "~solver/blocks";
import { ALONE } from "~solver/control";
import { alone } from "~solver/crew";
import { prepare } from "~solver/prepare";
import { pricePhase } from "~solver/price-phase";
import { relax } from "~solver/relaxation";
import { worldOf } from "~solver/world";
import { list, one, problem } from "./small-problem";

const LISTS = 20;
const CASES = 600;

/** Lists of one kind, which hold eight of these short cases each; some cases may only go into the first three lists. */
function manyAlike() {
  const lists = Array.from({ length: LISTS }, () => list());
  const cases = Array.from({ length: CASES }, () => one({ mean: 20, deviation: 2 }));
  const pairs = cases.flatMap((_, c) =>
    lists
      .slice(0, c % 10 === 0 ? 3 : LISTS)
      .map((_, l): [number, number, number] => [c, l, 1000 + ((c * 37) % 500)]),
  );
  const model = prepare(problem(lists, cases, pairs, { pins: [5] }));
  const relaxation = relax(model);
  const blocks = blocksOf(model);
  const crew = alone(model, relaxation);
  const priced = pricePhase(model, blocks, crew, ALONE);
  crew.all("consider", priced.prices, () => false);
  return { model, states: crew.states, world: worldOf(model, relaxation, blocks, priced) };
}

describe("candidates of lists of one kind", () => {
  const { model, states, world } = manyAlike();
  const wanted = [...world.prices.cases.keys()].filter((c) => world.prices.cases[c]! > 0);
  const slotsOf = (c: number) =>
    Array.from(model.caseSlots.items.subarray(model.caseSlots.start[c], model.caseSlots.start[c + 1]));

  it("lack cases with a price where each list has only those that it loses least by", () => {
    const least = new Set<number>();
    states.consideredCount.forEach((count, l) => {
      const first = model.listStart[l]!;
      for (const slot of states.considered.subarray(first, first + count)) least.add(model.slotCase[slot]!);
    });
    expect(wanted.filter((c) => !least.has(c)).length).toBeGreaterThan(0);
  });

  it("hold every case with a price in one list at least, each slot once, and no pin", () => {
    const candidates = new Set(world.candidates.flatMap(({ slots }) => [...slots]));
    expect(candidates.size).toBe(world.candidates.reduce((sum, { slots }) => sum + slots.length, 0));
    const placed = model.pinned.map((slot) => model.slotCase[slot]!);
    for (const c of wanted.filter((each) => !placed.includes(each)))
      expect(
        slotsOf(c).some((slot) => candidates.has(slot)),
        `case ${c}`,
      ).toBe(true);
    for (const slot of model.pinned) expect(candidates.has(slot)).toBe(false);
  });

  it("stand in the order of slots, with the kits of each", () => {
    for (const { slots, kitBits } of world.candidates) {
      expect([...slots]).toEqual([...slots].sort((a, b) => a - b));
      expect(kitBits.length).toBe(slots.length);
    }
  });
});
