import { describe, expect, it } from "vitest";
import { blocksOf } from "~solver/blocks";
import { ALONE } from "~solver/control";
import { alone } from "~solver/crew";
import { Draft } from "~solver/draft";
import { Neighbours } from "~solver/neighbours";
import { prepare } from "~solver/prepare";
import { pricePhase } from "~solver/price-phase";
import { randomOf } from "~solver/random";
import { relax } from "~solver/relaxation";
import { shortfalls } from "~solver/shortfalls";
import { worldOf } from "~solver/world";
import { list, one, problem } from "./small-problem";

/** Two lists that hold three of the same eight cases each, and one that can hold a case of its own. */
function threeLists() {
  const lists = [0, 1, 2].map(() => list());
  const cases = Array.from({ length: 9 }, () => one());
  const pairs = cases.flatMap((_, c): [number, number, number][] =>
    c === 8
      ? [[c, 2, 500]]
      : [
          [c, 0, 100 + 10 * c],
          [c, 1, 100 + 10 * c],
        ],
  );
  const model = prepare(problem(lists, cases, pairs));
  const relaxation = relax(model);
  const blocks = blocksOf(model);
  const crew = alone(model, relaxation);
  const priced = pricePhase(model, blocks, crew, ALONE);
  crew.all("consider", priced.prices, () => false);
  const world = worldOf(model, relaxation, blocks, priced);
  const slotAt = (c: number, l: number) =>
    model.slotCase.findIndex((each, slot) => each === c && model.slotList[slot] === l);
  const short = (places: [number, number][]) => {
    const draft = new Draft(model, relaxation.rooms);
    for (const [c, l] of places) expect(draft.tryAdd(slotAt(c, l))).toBe(true);
    return shortfalls(world, draft, Int32Array.of(0, 1, 2));
  };
  const sum = (values: Float64Array) => values.reduce((all, each) => all + each, 0);
  return { world, bound: priced.bound, short, sum };
}

describe("shortfalls", () => {
  const { world, bound, short, sum } = threeLists();

  it("add up to the bound for an empty plan, and to the gap for a full one", () => {
    expect(sum(short([]))).toBeCloseTo(bound, 0);
    const best: [number, number][] = [[7, 0], [6, 0], [5, 0], [4, 1], [3, 1], [2, 1], [8, 2]]; // prettier-ignore
    const score = 170 + 160 + 150 + 140 + 130 + 120 + 500;
    expect(sum(short(best))).toBeCloseTo(bound - score, 0);
  });

  it("lie at the list that lacks its case", () => {
    const all = short([[7, 0], [6, 0], [5, 0], [4, 1], [3, 1], [2, 1]]); // prettier-ignore
    expect(all[2]).toBeGreaterThan(400);
    expect(all[0]! + all[1]!).toBeLessThan(100);
  });

  it("say how often a list begins a group", () => {
    const weights = Float64Array.of(1, 0, 3);
    const { blocks, candidates, scarce } = world;
    const neighbours = new Neighbours([0, 1, 2], blocks, candidates, scarce, [0, 1, 2], weights);
    const random = randomOf(1);
    const counts = [0, 0, 0];
    for (let i = 0; i < 4000; i++) counts[neighbours.group(1, random)[0]!]!++;
    expect(counts[1]).toBe(0);
    expect(counts[2]! / 4000).toBeCloseTo(0.75, 1);
  });
});
