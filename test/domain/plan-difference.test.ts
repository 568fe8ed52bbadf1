import { describe, expect, it } from "vitest";
import {
  deprivationFifth,
  groupDifferences,
  planDifference,
  type PlacedFacts,
} from "~/domain/plan-difference";
import { spreadOf } from "~/domain/spread";

const FACTS: Record<string, PlacedFacts> = {
  a: { specialty: "110", site: "S1", imdDecile: 1, weeks: 60 },
  b: { specialty: "110", site: "S2", imdDecile: 10, weeks: 10 },
  c: { specialty: "130", site: "S1", imdDecile: null, weeks: 30 },
  d: { specialty: "130", site: "S1", imdDecile: 2, weeks: 30 },
};
const facts = (entry: string) => FACTS[entry];
const before = new Map([
  ["a", "one"],
  ["b", "one"],
  ["c", "two"],
]);
const after = new Map([
  ["a", "one"],
  ["b", "two"],
  ["d", "two"],
]);

describe("the difference of two plans", () => {
  it("parts who is dropped, moved, placed and the same", () => {
    expect(planDifference(before, after, new Set(), facts)).toEqual({
      dropped: [{ entry: "c", from: "two", to: null, told: false }],
      moved: [{ entry: "b", from: "one", to: "two", told: false }],
      placed: [{ entry: "d", from: null, to: "two", told: false }],
      same: 1,
    });
  });

  it("names who was told first, then the longest wait, then by id", () => {
    const gone = planDifference(new Map([...before, ["d", "two"]]), new Map(), new Set(["b"]), facts);
    expect(gone.dropped.map(({ entry, told }) => [entry, told])).toEqual([
      ["b", true],
      ["a", false],
      ["c", false],
      ["d", false],
    ]);
  });

  it("is nothing between a plan and itself", () => {
    expect(planDifference(before, before, new Set(), facts)).toEqual({
      ...{ dropped: [], moved: [], placed: [], same: 3 },
    });
  });
});

describe("who wins and who loses", () => {
  it("counts a group's comings and goings, and tells how its waits lie", () => {
    const [orthopaedics, eyes] = groupDifferences("specialty", before, after, facts);
    expect(orthopaedics).toMatchObject({ key: "110", before: 2, after: 2, comes: 0, goes: 0 });
    expect(eyes).toMatchObject({ key: "130", before: 1, after: 1, comes: 1, goes: 1 });
    expect(orthopaedics!.waits.after).toMatchObject({ least: 10, median: 35, most: 60 });
  });

  it("puts those not known last, and a group that loses all has no waits after", () => {
    const fifths = groupDifferences("fifth", before, new Map([["a", "one"]]), facts);
    expect(fifths.map(({ key, before: was, after: is }) => [key, was, is])).toEqual([
      ["1", 1, 1],
      ["5", 1, 0],
      ["", 1, 0],
    ]);
    expect(fifths[1]!.waits.after).toBeNull();
  });

  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [8, 4],
    [9, 5],
    [10, 5],
  ])("decile %i lies in fifth %i", (decile, fifth) => expect(deprivationFifth(decile)).toBe(fifth));
});

describe("a spread", () => {
  it("lies between neighbours", () => {
    expect(spreadOf([4, 1, 3, 2])).toEqual({
      ...{ count: 4, least: 1, lowerQuartile: 1.75, median: 2.5, upperQuartile: 3.25, most: 4 },
    });
    expect(spreadOf([7])).toMatchObject({ least: 7, median: 7, most: 7 });
    expect(spreadOf([])).toBeNull();
  });
});
