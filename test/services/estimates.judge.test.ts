import { describe, expect, it } from "vitest";
import type { OneMore } from "~/domain/plan-reasons";
import { buildProblem, type BuiltProblem } from "~/services/build-problem.server";
import { units } from "~/services/explain/bottlenecks.server";
import { Changes } from "~/services/explain/changes.server";
import { FinalLists } from "~/services/explain/final-lists.server";
import { openings } from "~/services/explain/openings.server";
import { planContext } from "~/services/planning/plan-context.server";
import { solve } from "~solver/solve";
import type { Change } from "~solver/warm/change";
import { Warm } from "~solver/warm/warm";
import { makeInstance, readInput } from "../setup/instance";
import { SHARED } from "../setup/shared";

/** Units of an instance that are asked about, those of the dearest estimates. */
const ASKED = 12;

function changeOf({ problem }: BuiltProblem, what: OneMore): Change | null {
  if (what.kind === "minutes") {
    const list = problem.lists.findIndex(({ id }) => id === what.sessionId);
    return { lists: [{ list, minutes: problem.lists[list]!.length + what.minutes }] };
  }
  if (what.kind !== "resource") return null;
  const id = `${what.resource} ${what.site} ${what.date} ${what.period}`;
  return { capacities: [{ capacity: problem.capacities.findIndex((one) => one.id === id), by: 1 }] };
}

/** Estimates of an instance beside what re-solving finds, in points. */
function compared(seed: number): { estimate: number; truth: number; exchange: number }[] {
  const context = planContext(readInput(makeInstance({ providers: "RKE", seed, scale: 0.25 })));
  const built = buildProblem(context);
  if (built.kind !== "built") throw new Error(JSON.stringify(built.faults));
  const { problem } = built;
  const solution = solve(problem, { seed: 1, steps: null, timeLimit: null, workers: 1 });
  if (solution.kind !== "solved") throw new Error(JSON.stringify(solution));
  const { options, prices } = solution;
  const lists = new FinalLists(problem, options);
  const opened = openings(context, built, solution);
  const changes = new Changes(context, built, lists, opened);
  built.entries.forEach((_entry, at) => (lists.isPlaced(at) ? [] : changes.of(at)));
  const all = units({ context, lists, prices, openings: opened, most: changes.most });
  const warm = Warm.from(problem, { options, prices });
  if (!(warm instanceof Warm)) throw new Error(warm.kind);
  const dearest = all.filter((one) => one.estimate > 0).sort((a, b) => b.estimate - a.estimate);
  return dearest.slice(0, ASKED).flatMap(({ what, estimate, exchange }) => {
    const change = changeOf(built, what);
    const answer = change && warm.solve(change);
    return answer?.kind === "solved" ? [{ estimate, exchange, truth: answer.change }] : [];
  });
}

describe.runIf(SHARED)("what one unit more is worth, estimated and by re-solve", () => {
  const all = SHARED ? [1, 2, 3].flatMap(compared) : [];

  it("is off by less than a quarter of the truth on average, by less than the dearest at worst", () => {
    expect(all.length).toBeGreaterThan(20);
    const mean = (of: (one: (typeof all)[number]) => number) =>
      all.reduce((sum, one) => sum + of(one), 0) / all.length;
    const truth = mean((one) => one.truth);
    const error = mean(({ estimate, truth: found }) => Math.abs(estimate - found));
    const worst = Math.max(...all.map(({ estimate, truth: found }) => Math.abs(estimate - found)));
    expect(truth).toBeGreaterThan(0);
    expect(error / truth).toBeLessThan(0.25);
    expect(worst).toBeLessThan(Math.max(...all.map((one) => one.truth)));
    expect(correlation(all)).toBeGreaterThan(0.95);
  });

  it("is never less than the exchange that was found by the rules", () => {
    for (const { truth, exchange } of all) expect(truth).toBeGreaterThanOrEqual(exchange);
  });
});

/** Pearson's coefficient of estimates and truths. */
function correlation(all: readonly { estimate: number; truth: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [e, t] = [mean(all.map((one) => one.estimate)), mean(all.map((one) => one.truth))];
  const sum = (of: (one: { estimate: number; truth: number }) => number) =>
    all.reduce((total, one) => total + of(one), 0);
  const both = sum((one) => (one.estimate - e) * (one.truth - t));
  return both / Math.sqrt(sum((one) => (one.estimate - e) ** 2) * sum((one) => (one.truth - t) ** 2));
}
