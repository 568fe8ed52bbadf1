import { describe, expect, it } from "vitest";
import type { Problem } from "~solver/problem";
import { randomOf } from "~solver/random";
import { run, type Outcome } from "~solver/run";
import { list, one, problem } from "./small-problem";
import { SOLVER_WORKER } from "../setup/programs";

const LISTS = 90;
const CASES = 400;
const BLOCKS = 6;

/** Enough lists for a search in parts; cases of one block may go into any of its lists, and all share beds. */
function manyLists(): Problem {
  const random = randomOf(7);
  const lists = Array.from({ length: LISTS }, (_, at) => list({ day: at % 5, operators: [at] }));
  const cases = Array.from({ length: CASES }, (_, at) =>
    one({ person: at, mean: 20 + Math.floor(random() * 80), deviation: 5 + random() * 20 }),
  );
  const options = cases.flatMap((_, c) =>
    lists.flatMap((_, l): [number, number, number][] =>
      l % BLOCKS === c % BLOCKS && random() < 0.5 ? [[c, l, Math.floor(random() * 500)]] : [],
    ),
  );
  return problem(lists, cases, options, {
    usages: [[0]],
    capacities: [{ id: "beds", quantity: Math.floor(CASES / 2) }],
  });
}

function solved(workers: number, steps: number): Promise<Outcome> {
  return run(SOLVER_WORKER, manyLists(), { seed: 3, steps, timeLimit: null, workers }).outcome;
}

describe("a team of threads", () => {
  it("finds the plan and the bound that one thread finds, whatever their number", async () => {
    const alone = await solved(1, 3000);
    expect(alone).toMatchObject({ kind: "finished", solution: { kind: "solved" } });
    expect(await solved(2, 3000)).toEqual(alone);
    expect(await solved(3, 3000)).toEqual(alone);
  });

  it("does so however its threads meet", async () => {
    const alone = await solved(1, 100);
    for (let again = 0; again < 3; again++) expect(await solved(3, 100)).toEqual(alone);
  });

  it("is killed with its leader", async () => {
    const started = run(
      SOLVER_WORKER,
      manyLists(),
      { seed: 1, steps: 1e9, timeLimit: null, workers: 2 },
      () => started.kill(),
    );
    expect(await started.outcome).toEqual({ kind: "killed" });
  });

  it("stops with the best plan so far", async () => {
    const started = run(
      SOLVER_WORKER,
      manyLists(),
      { seed: 1, steps: 1e9, timeLimit: null, workers: 2 },
      ({ phase }) => phase === "search" && started.stop(),
    );
    const outcome = await started.outcome;
    expect(outcome).toMatchObject({ kind: "finished", solution: { kind: "solved", endedBy: "stop" } });
  });
});
