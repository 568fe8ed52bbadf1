import { describe, expect, it } from "vitest";
import { runChart } from "~/views/run-chart";
import { runStanding, type RunFacts } from "~/views/run-page";
import { secondsWords, soFarWords } from "~/views/run-words";

const progress = { phase: "search", steps: 250, stepsPlanned: 1000, score: 900, bound: 1000, seconds: 3.4 };

function factsOf(facts: Partial<RunFacts> = {}): RunFacts {
  return {
    state: "running",
    before: 0,
    progress,
    history: [],
    stopAsked: false,
    message: "",
    found: null,
    ...facts,
  };
}

describe("where a solve stands", () => {
  it("says how far it has come and how good the plan is", () => {
    expect(runStanding(factsOf())).toMatchObject({
      share: expect.closeTo(0.775) as number,
      steps: "250 of 1,000",
      soFar: "The best plan so far is at most 10% below any possible plan.",
      elapsed: "3 seconds",
      mayStop: true,
      mayCancel: true,
      ended: false,
    });
  });

  it("cannot be stopped before there is a plan to keep, nor twice", () => {
    expect(runStanding(factsOf({ progress: null })).mayStop).toBe(false);
    expect(runStanding(factsOf({ progress: { ...progress, score: null } })).mayStop).toBe(false);
    expect(runStanding(factsOf({ stopAsked: true })).mayStop).toBe(false);
  });

  it("tells who waits how many are before", () => {
    const waiting = { state: "queued" as const, progress: null };
    expect(runStanding(factsOf({ ...waiting, before: 1 })).status).toBe("One solve is before it.");
    expect(runStanding(factsOf({ ...waiting, before: 2 })).status).toBe("2 solves are before it.");
  });

  it("shows the word about how it ended", () => {
    const ended = runStanding(factsOf({ state: "failed", message: "Hublist was restarted." }));
    expect(ended).toMatchObject({ ended: true, status: "Hublist was restarted.", mayCancel: false });
  });
});

describe("a solve that has ended", () => {
  const history = [
    { seconds: 1, score: 900, bound: 1000 },
    { seconds: 3, score: 950, bound: 1000 },
  ];
  const found = { score: 990, bound: 1000, seconds: 61, steps: 1000 };

  it("says what its plan is, not what was the best so far", () => {
    const standing = runStanding(factsOf({ state: "done", message: "This plan is good.", history, found }));
    expect(standing).toMatchObject({ status: "This plan is good.", soFar: "", steps: "1,000" });
    expect(standing).toMatchObject({ elapsed: "1 minute 1 second", ended: true });
    expect(standing.chart!.seconds).toBe(61);
  });

  it("has nothing to say of a plan that was not kept", () => {
    const standing = runStanding(factsOf({ state: "killed", message: "Cancelled." }));
    expect(standing).toMatchObject({ status: "Cancelled.", soFar: "", steps: "", elapsed: "" });
  });
});

describe("the words of a solve", () => {
  it("make no claim without a plan or a bound", () => {
    expect(soFarWords(null, 1000)).toBe("No whole plan yet.");
    expect(soFarWords(900, null)).toMatch(/not known yet/);
    expect(soFarWords(0, 0)).toMatch(/not known yet/);
  });

  it.each([
    [0.4, "0 seconds"],
    [1, "1 second"],
    [59.9, "59 seconds"],
    [60, "1 minute"],
    [125, "2 minutes 5 seconds"],
  ])("%d seconds are %s", (seconds, words) => expect(secondsWords(seconds)).toBe(words));
});

describe("the chart of a solve", () => {
  it("needs two moments with a plan and a bound", () => {
    expect(runChart([])).toBeNull();
    expect(runChart([{ seconds: 1, score: 1, bound: 2 }])).toBeNull();
    const unknown = { seconds: 2, score: null, bound: 2 };
    expect(runChart([{ seconds: 1, score: 1, bound: 2 }, unknown])).toBeNull();
  });

  it("draws the bound above the plan, from left to right", () => {
    const chart = runChart([
      { seconds: 1, score: 100, bound: 300 },
      { seconds: 2, score: 200, bound: 210 },
    ])!;
    expect(chart.score).toMatch(/^M0,168/);
    expect(chart.bound).toMatch(/^M0,12/);
    expect(chart.seconds).toBe(2);
  });

  it("holds when nothing moves", () => {
    const still = { score: 5, bound: 5 };
    const chart = runChart([
      { seconds: 1, ...still },
      { seconds: 1, ...still },
    ])!;
    expect(chart.score + chart.bound + chart.gap).not.toMatch(/NaN/);
  });
});
