import { afterAll, describe, expect, it } from "vitest";
import { ALONE } from "~solver/control";
import { alone } from "~solver/crew";
import { smallestClash } from "~solver/engines/clash-finder";
import { NO_ENGINES } from "~solver/engines/engine";
import { engineThreads } from "~solver/engines/threads";
import type { Problem } from "~solver/problem";
import { spawn } from "~solver/spawn";
import { solve } from "~solver/solve";
import { list, one, problem } from "../small-problem";
import { SOLVER_WORKER } from "../../setup/programs";

const RUN = { seed: 1, steps: null, timeLimit: null, workers: 1 };
const engines = engineThreads((work) => spawn(SOLVER_WORKER.href, work));
afterAll(() => engines.end());

/**
 * Three earlier places in list 0, which has become too short for them; a bed that two in list 1 share, of which there is
 * one. Options 0 to 2 stand in list 0, 3 and 4 in list 1.
 */
function tight(maxMoves: number, changes: Partial<Problem> = {}): Problem {
  const cases = [0, 1, 2, 3, 4].map(() => one({ mean: 70 }));
  return problem(
    [list({ length: 160 }), list({ day: 1 })],
    cases,
    [
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 1, 1, 1],
      [4, 1, 1, 1],
    ],
    {
      usages: [[], [0]],
      capacities: [{ id: "bed", quantity: 1 }],
      overrunProbabilityMax: 1,
      previous: { options: [0, 1, 2, 3, 4], movePrice: 0, lost: 0, maxMoves },
      ...changes,
    },
  );
}

const rules = (p: Problem) => smallestClash(p, engines, () => false)?.map(({ rule }) => rule);

describe("earlier places that cannot be kept", () => {
  it("clash by nothing when the moves allowed suffice", () => expect(rules(tight(2))).toBeUndefined());

  it("are named with every rule that is needed for the clash, and no other", () => {
    expect(rules(tight(1))).toEqual(["minutes-fit", "capacity"]);
    expect(rules(tight(0))).toHaveLength(1);
  });

  it("stand in the refusal, after the number of moves, with cases, lists and amounts", () => {
    const refused = solve(tight(1), RUN, ALONE, alone, engines);
    if (refused.kind !== "refused") throw new Error("one move is too few");
    expect(refused.clashes[0]).toMatchObject({ rule: "max-moves", limit: 1 });
    expect(refused.clashes.slice(1)).toMatchObject([
      { rule: "minutes-fit", lists: [0], cases: [0, 1, 2], amount: 230, limit: 160 },
      { rule: "capacity", subject: "bed", amount: 2, limit: 1, cases: [3, 4] },
    ]);
  });

  it("clash with a pin that takes the last bed", () => {
    const pinned = tight(1, { pins: [4], previous: { options: [3], movePrice: 0, lost: 0, maxMoves: 0 } });
    expect(smallestClash(pinned, engines, () => false)).toMatchObject([{ rule: "capacity", cases: [4, 3] }]);
  });

  it("are refused all the same without HiGHS", () => {
    expect(smallestClash(tight(1), NO_ENGINES, () => false)).toBeNull();
    const refused = solve(tight(1), RUN);
    expect(refused).toMatchObject({ kind: "refused", clashes: [{ rule: "max-moves" }] });
  });
});
