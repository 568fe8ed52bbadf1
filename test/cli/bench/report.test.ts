import { describe, expect, it } from "vitest";
import { gapFigure, mebibytes, seconds } from "~/cli/bench/figures";
import { isSteady, middleOf, type Measured } from "~/cli/bench/measurement";
import type { PeerRun } from "~/cli/bench/peer-runs";
import type { PlanRun } from "~/cli/bench/plan-runs";
import { sectionsOf } from "~/cli/bench/report";
import { growth, median } from "~/cli/bench/statistics";
import { markdownTable, textTable } from "~/cli/bench/table";

const MIB = 2 ** 20;
const run = (changes: Partial<PlanRun> = {}): PlanRun => ({
  cpu: 2,
  wall: 3,
  planning: 2.5,
  memory: 100 * MIB,
  score: 990,
  bound: 1000,
  steps: 5,
  engine: "prices, ruin and recreate",
  digest: "a",
  ...changes,
});
const measured = (changes: Partial<Measured> = {}): Measured => ({
  name: "S",
  seed: 1,
  entries: 50,
  lists: 4,
  pairs: 1000,
  runs: [run()],
  workers: 1,
  crews: [],
  warm: null,
  exact: null,
  peers: [],
  peerSeconds: 10,
  ...changes,
});
const peer = (changes: Partial<PeerRun>): PeerRun => ({
  peer: "CBC",
  version: "CBC 2",
  cpu: 10,
  memory: 50 * MIB,
  ended: { kind: "plan", score: 950, bound: 995, optimal: false },
  ...changes,
});
const table = (measurement: Measured[], title: string) =>
  sectionsOf(measurement)
    .find((section) => section.title.startsWith(title))
    ?.rows.slice(1);

describe("the arithmetic of the bench", () => {
  it("takes the middle value, and between two the mean", () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7]);
    expect(() => median([])).toThrow("no values");
  });

  it("finds the power with which time grows", () => {
    const points = (power: number) => [10, 100, 1000].map((size) => ({ size, time: 3 * size ** power }));
    expect(growth(points(1))).toBeCloseTo(1, 9);
    expect(growth(points(1.7))).toBeCloseTo(1.7, 9);
    expect(growth([{ size: 10, time: 1 }])).toBeNull();
    expect(growth([1, 2].map((time) => ({ size: 10, time })))).toBeNull();
  });

  it("rounds a gap up, and shows none only where there is none", () => {
    expect(gapFigure(1000, 1000)).toBe("0.000%");
    expect(gapFigure(999_999_999, 1_000_000_000)).toBe("0.001%");
    expect(gapFigure(996_500, 1_000_000)).toBe("0.350%");
    expect(gapFigure(0, 0)).toBe("0.000%");
  });

  it("writes seconds and memory as fine as they are known", () => {
    expect([0.954, 9.96, 99.4, 123.4].map(seconds)).toEqual(["0.95", "10.0", "99.4", "123"]);
    expect([mebibytes(3 * MIB), mebibytes(0)]).toEqual(["3 MiB", "not known"]);
  });

  it("takes median times and the largest memory of the runs", () => {
    const runs = [run({ cpu: 5, memory: MIB }), run({ cpu: 1, memory: 9 * MIB }), run({ cpu: 2 })];
    expect(middleOf({ runs })).toMatchObject({ cpu: 2, memory: 100 * MIB, gap: 0.01 });
  });

  it("says when two runs of one seed differ", () => {
    expect(isSteady([measured({ runs: [run(), run()] })])).toBe(true);
    expect(isSteady([measured({ runs: [run(), run({ digest: "b" })] })])).toBe(false);
    const crews = (digest: string) => [{ workers: 2, runs: [run({ digest })] }];
    expect(isSteady([measured({ crews: crews("a") })])).toBe(true);
    expect(isSteady([measured({ crews: crews("b") })])).toBe(false);
  });
});

describe("the report of the bench", () => {
  it("sets other numbers of threads beside the first, where they were measured", () => {
    const crews = [{ workers: 2, runs: [run({ wall: 1.8, planning: 1.25, cpu: 2.5 })] }];
    expect(table([measured({ crews }), measured({ name: "M" })], "Threads")).toEqual([
      ["S", "1", "1.000%", "2.0", "3.0", "1.00", "2.5", "1.00"],
      ["S", "2", "1.000%", "2.5", "1.8", "0.60", "1.3", "0.50"],
    ]);
    expect(table([measured()], "Threads")).toBeUndefined();
  });

  it("has one row a size, of its first seed", () => {
    const rows = table([measured(), measured({ seed: 2 }), measured({ name: "M" })], "One run");
    expect(rows).toEqual([
      ["S", "50", "4", "1,000", "990", "1,000", "1.000%", "2.0", "3.0", "100 MiB"],
      ["M", "50", "4", "1,000", "990", "1,000", "1.000%", "2.0", "3.0", "100 MiB"],
    ]);
  });

  it("has the median and the worst of several seeds", () => {
    const seeds = [0, 5, 20].map((short, at) =>
      measured({ seed: at + 1, runs: [run({ score: 1000 - short, cpu: 10 - at })] }),
    );
    expect(table(seeds, "Several")).toEqual([["S", "1, 2, 3", "0.500%", "2.000%", "9.0", "10.0", "100 MiB"]]);
    expect(table([measured()], "Several")).toBeUndefined();
  });

  it("orders sizes by their pairs and says how time grows", () => {
    const sizes = [100, 1, 10].map((k) =>
      measured({ name: `size ${k}`, pairs: 10_000 * k, runs: [run({ cpu: 2 * k })] }),
    );
    const section = sectionsOf(sizes).find(({ title }) => title === "Growth");
    expect(section?.rows.map(([name]) => name)).toEqual(["", "size 1", "size 10", "size 100"]);
    expect(section?.rows[1]).toEqual(["size 1", "10,000", "2.0", "0.20"]);
    expect(section?.after[0]).toContain("power of 1.00: no faster than");
  });

  it("says nothing of growth where starting the program is most of the time", () => {
    const sizes = [1, 2, 3].map((k) => measured({ name: `size ${k}`, pairs: 3333 * k }));
    expect(sectionsOf(sizes).find(({ title }) => title === "Growth")?.after[0]).toContain("No two sizes");
  });

  it("sets each peer against the same bound and scores no invalid answer", () => {
    const peers = [
      peer({}),
      peer({
        peer: "GLPK",
        version: "GLPK 5",
        ended: { kind: "invalid", why: "2 fractional columns", bound: null },
      }),
      peer({ peer: "HiGHS", version: null, cpu: 0, ended: { kind: "failed", why: "not installed" } }),
      peer({ peer: "javascript-lp-solver", version: "javascript-lp-solver 1", ended: { kind: "killed" } }),
    ];
    const rows = table([measured({ peers })], "Peers on S");
    expect(rows?.map((row) => row.slice(0, 4))).toEqual([
      ["Hublist", "990", "1.000%", "1,000"],
      ["CBC 2", "950", "5.000%", "995"],
      ["GLPK 5", "none", "", ""],
      ["HiGHS", "none", "", ""],
      ["javascript-lp-solver 1", "none", "", ""],
    ]);
    expect(rows?.map((row) => row.at(-1))).toEqual([
      "",
      "",
      "not a valid plan (2 fractional columns)",
      "not installed",
      "no answer, killed",
    ]);
  });

  it("says which share of the best engine's gap is left", () => {
    const words = sectionsOf([measured({ peers: [peer({})] })]).at(-1)?.after;
    expect(words?.[0]).toContain("0.20 of the best engine's");
    expect(words?.[1]).toContain("safe side");
  });
});

describe("a table", () => {
  const rows = [
    ["", "score"],
    ["S", "1"],
    ["long", "10,000"],
  ];
  it("stands in columns in a terminal", () => {
    expect(textTable(rows)).toBe("       score\nS          1\nlong  10,000");
  });
  it("is a table in Markdown", () => {
    expect(markdownTable(rows)).toBe(
      "|      |  score |\n| ---- | -----: |\n| S    |      1 |\n| long | 10,000 |",
    );
  });
});
