import { describe, expect, it } from "vitest";
import { beginning } from "~solver/beginning";
import { blocksOf } from "~solver/blocks";
import { ALONE } from "~solver/control";
import { alone } from "~solver/crew";
import { prepare } from "~solver/prepare";
import { pricePhase } from "~solver/price-phase";
import { noPrices } from "~solver/prices";
import { relax } from "~solver/relaxation";
import { firstPlan } from "~solver/search-phase";
import { worldOf } from "~solver/world";
import { list, one, problem } from "./small-problem";

/** Two lists of one long case each: the dearer case fits both, so without prices the first list takes it. */
function withoutPrices() {
  const model = prepare(
    problem(
      [list(), list()],
      [one({ mean: 200 }), one({ mean: 200 })],
      [
        [0, 0, 100],
        [0, 1, 99],
        [1, 0, 90],
      ],
    ),
  );
  const relaxation = relax(model);
  const blocks = blocksOf(model);
  const crew = alone(model, relaxation);
  const { pricing } = pricePhase(model, blocks, crew, ALONE);
  const prices = noPrices(model);
  crew.all("consider", prices, () => false);
  const slotAt = (c: number, l: number) =>
    model.slotCase.findIndex((each, slot) => each === c && model.slotList[slot] === l);
  return { world: worldOf(model, relaxation, blocks, { prices, pricing }), slotAt };
}

describe("the plan that a search begins with", () => {
  const { world, slotAt } = withoutPrices();
  const byHand = [slotAt(0, 1), slotAt(1, 0)];
  const first = firstPlan(world);
  const sorted = (plan: readonly number[]) => [...plan].sort((a, b) => a - b);

  it("is the one by hand where prices were cut short and it is worth more", () => {
    expect(sorted(first)).toEqual([slotAt(0, 0)]);
    expect(sorted(beginning(world, { cut: true }, byHand))).toEqual(sorted(byHand));
  });

  it("is the first one where that is worth more, or prices were not cut short", () => {
    expect(beginning(world, { cut: true }, [slotAt(1, 0)])).toEqual(first);
    expect(beginning(world, { cut: false }, byHand)).toEqual(first);
  });
});
