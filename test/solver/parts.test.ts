import { describe, expect, it } from "vitest";
import { blocksOf } from "~solver/blocks";
import { Draft } from "~solver/draft";
import { dealParts, withhold } from "~solver/parts";
import { prepare } from "~solver/prepare";
import { randomOf } from "~solver/random";
import { relax } from "~solver/relaxation";
import { list, one, problem } from "./small-problem";

const BEDS = 7;

/** Nine lists in blocks of six and three, a case that only one list may hold among them, and seven beds. */
function twoBlocks() {
  const lists = Array.from({ length: 9 }, (_, at) => list({ day: at % 5, operators: [at] }));
  const cases = Array.from({ length: 40 }, (_, at) => one({ person: at, mean: 60, deviation: 10 }));
  const options = cases.flatMap((_, c) =>
    lists.flatMap((_, l): [number, number, number][] =>
      (c === 0 ? l === 4 : l < 6 === c < 25) ? [[c, l, 100]] : [],
    ),
  );
  const model = prepare(
    problem(lists, cases, options, { usages: [[0]], capacities: [{ id: "beds", quantity: BEDS }] }),
  );
  return { model, relaxation: relax(model), blocks: blocksOf(model) };
}

const SEEDS = Array.from({ length: 30 }, (_, seed) => seed);

describe("parts of a round", () => {
  const { model, relaxation, blocks } = twoBlocks();

  it("hold every list once and differ by one list at most", () => {
    expect(blocks.count).toBe(2);
    for (const seed of SEEDS) {
      const parts = dealParts(blocks, 2, randomOf(seed));
      const lists = parts.flatMap((part) => [...part.lists]);
      expect(lists.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
      expect(Math.abs(parts[0]!.lists.length - parts[1]!.lists.length)).toBe(1);
    }
  });

  it("share out unplaced cases and free beds: none is left to two parts, none to no part", () => {
    for (const seed of SEEDS) {
      const parts = dealParts(blocks, 2, randomOf(seed));
      const drafts = parts.map((_, part) => {
        const draft = new Draft(model, relaxation.rooms);
        withhold(model, draft, parts, { part, seed });
        return draft;
      });
      for (let c = 0; c < model.mean.length; c++)
        expect(
          drafts.filter(({ slotOfCase }) => slotOfCase[c] === -1),
          `seed ${seed}, case ${c}`,
        ).toHaveLength(1);
      expect(drafts.reduce((free, { used }) => free + BEDS - used[0]!, 0)).toBe(BEDS);
    }
  });

  it("leave a case to the part of a list that may hold it", () => {
    for (const seed of SEEDS) {
      const parts = dealParts(blocks, 2, randomOf(seed));
      const part = parts.findIndex(({ lists }) => lists.includes(4));
      const draft = new Draft(model, relaxation.rooms);
      withhold(model, draft, parts, { part, seed });
      expect(draft.slotOfCase[0]).toBe(-1);
    }
  });
});
