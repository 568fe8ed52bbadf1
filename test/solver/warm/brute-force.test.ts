import { describe, expect, it } from "vitest";
import { check } from "~solver/check";
import type { Problem } from "~solver/problem";
import { movesOf } from "~solver/rules/moves";
import { bannedOptions, changedProblem, type Change } from "~solver/warm/change";
import { Warm } from "~solver/warm/warm";
import { bestOfAll } from "../brute-force";
import { FEW, MANY, randomProblem, type Size } from "../random-problem";
import { KINDS, randomChange, type Kind } from "./random-change";

/** The changed problem without what is banned, as one to be solved from nothing. */
function without(problem: Problem, change: Change, standing: readonly number[]): Problem {
  const changed = changedProblem(problem, change, standing);
  const banned = new Set(bannedOptions(problem, change));
  const kept = changed.options.case.map((_, option) => option).filter((option) => !banned.has(option));
  const now = new Map(kept.map((option, at) => [option, at]));
  const column = (values: readonly number[]) => kept.map((option) => values[option]!);
  const { options, pins, previous } = changed;
  const renumbered = (some: readonly number[]) => some.flatMap((option) => now.get(option) ?? []);
  return {
    ...changed,
    options: {
      case: column(options.case),
      list: column(options.list),
      usage: column(options.usage),
      amounts: options.amounts.map((row) => (row.length > 0 ? column(row) : row)),
    },
    pins: renumbered(pins),
    previous: previous && {
      ...previous,
      options: renumbered(previous.options),
      lost: previous.lost + previous.options.filter((option) => banned.has(option)).length,
      maxMoves: previous.maxMoves,
    },
  };
}

interface Tally {
  asked: number;
  refused: number;
  best: number;
  proven: number;
  wrong: string[];
}

/** Asks one changed question of each problem and sets the answer beside every plan of the changed problem. */
function tally(kind: Kind, seeds: readonly number[], size: Size): Tally {
  const sum: Tally = { asked: 0, refused: 0, best: 0, proven: 0, wrong: [] };
  for (const seed of seeds) {
    const problem = randomProblem(seed, size);
    const warm = Warm.from(problem, null);
    if (!(warm instanceof Warm)) continue;
    const change = randomChange(problem, kind, seed);
    const banned = new Set(bannedOptions(problem, change));
    const changed = changedProblem(problem, change, warm.plan.options);
    const isBanned = changed.pins.some((pin) => banned.has(pin));
    const best = isBanned ? null : bestOfAll(without(problem, change, warm.plan.options));
    const answer = warm.solve(change);
    sum.asked++;
    const says = (what: string) => sum.wrong.push(`${kind} ${seed}: ${what}`);
    if (answer.kind === "malformed") says(answer.faults.join());
    else if (answer.kind === "refused") {
      sum.refused++;
      if (best !== null) says("refused, though a plan keeps every rule");
      if (answer.clashes.length === 0) says("refused without a reason");
    } else if (best === null) says("answered, though no plan keeps every rule");
    else {
      const { violations, score } = check(changed, answer.options);
      const objective = score - (changed.previous?.movePrice ?? 0) * movesOf(changed, answer.options);
      if (violations.length > 0) says(`breaks ${violations[0]!.rule}`);
      if (answer.options.some((option) => banned.has(option))) says("takes what is banned");
      if (score !== answer.score) says(`says ${answer.score}, scores ${score}`);
      if (objective > best.objective) says("is above every plan");
      if (answer.bound < best.score) says(`bound ${answer.bound} is below ${best.score}`);
      if (answer.change !== score - warm.plan.score) says("its change is not its score less the plan's");
      sum.best += Number(objective === best.objective);
      sum.proven += Number(answer.bound === best.score);
    }
  }
  return sum;
}

const seeds = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

describe("a warm answer beside all plans of the changed problem", () => {
  it.each(KINDS)("is sound, and nearly always the best, where %s change", (kind) => {
    const { asked, refused, best, wrong } = tally(kind, seeds(0, 30), FEW);
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(20);
    expect(best / (asked - refused)).toBeGreaterThanOrEqual(0.95);
  });

  it("is sound, and mostly the best and proven, with up to 30 cases", () => {
    const { asked, refused, best, proven, wrong } = tally("many", seeds(100, 8), MANY);
    expect(wrong).toEqual([]);
    expect(best / (asked - refused)).toBeGreaterThanOrEqual(0.9);
    expect(proven / (asked - refused)).toBeGreaterThanOrEqual(0.9);
  });
});
