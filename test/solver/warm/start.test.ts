import { expect, it } from "vitest";
import { changedModel } from "~solver/warm/changed-model";
import { keepable, startOf } from "~solver/warm/search-near";
import { standOn } from "~solver/warm/stand-on";
import type { Standing } from "~solver/warm/standing";
import { list, one, problem } from "../small-problem";

const [DEAR, CHEAP, FORCED] = [0, 1, 2];

/**
 * The dear case takes the one bed of the first day, or that of the second from the second list; the cheap case holds that
 * one from the third list. The forced case needs the first bed.
 */
const beds = (dear: number) =>
  problem(
    [list(), list({ day: 1 }), list({ day: 1, start: 780, end: 1020 })],
    [one(), one(), one()],
    [
      [DEAR, 0, dear, 1],
      [DEAR, 1, dear - 1, 2],
      [CHEAP, 2, 100, 2],
      [FORCED, 0, 1, 1],
    ],
    {
      usages: [[], [0], [1]],
      capacities: [
        { id: "first", quantity: 1 },
        { id: "second", quantity: 1 },
      ],
    },
  );

/** The cases that the search begins with, once the forced case is in. */
function begunWith(dear: number): number[] {
  const p = beds(dear);
  const { world, options } = standOn(p, null) as Standing;
  const model = changedModel(world.model, { ...p, pins: [3] }, []);
  const before = options.map((option) => model.slotOfOption[option]!);
  expect(before.map((slot) => model.slotCase[slot]).sort()).toEqual([DEAR, CHEAP]);
  const left = keepable(model, world.relaxation, before);
  expect(left.map((slot) => model.slotCase[slot]).sort()).toEqual([CHEAP, FORCED]);
  return startOf({ ...world, model }, before, left).map((slot) => model.slotCase[slot]!);
}

it("puts a dear case elsewhere, though a cheap one on another list makes way", () => {
  expect(begunWith(1_000_000).sort()).toEqual([DEAR, FORCED]);
});

it("leaves the cheap one where it is where nothing would be gained", () => {
  expect(begunWith(101).sort()).toEqual([CHEAP, FORCED]);
});
