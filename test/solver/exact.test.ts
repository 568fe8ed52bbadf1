import { afterAll, describe, expect, it } from "vitest";
import { blocksOf } from "~solver/blocks";
import { check } from "~solver/check";
import { Columns } from "~solver/columns";
import { ALONE } from "~solver/control";
import { alone } from "~solver/crew";
import { CutBound } from "~solver/engines/cut-bound";
import { exactPhase } from "~solver/engines/exact-phase";
import { Master, type MasterColumn } from "~solver/engines/master";
import { Parting } from "~solver/engines/parting";
import { chosenColumns, columnsOf } from "~solver/engines/program";
import { engineThreads } from "~solver/engines/threads";
import { prepare } from "~solver/prepare";
import { pricePhase } from "~solver/price-phase";
import type { Problem } from "~solver/problem";
import { relax } from "~solver/relaxation";
import { spawn } from "~solver/run";
import { solve } from "~solver/solve";
import { bestScore } from "./brute-force";
import { demoProblem } from "./demo-problem";
import { FEW, MANY, randomProblem } from "./random-problem";
import { SOLVER_WORKER } from "../setup/programs";

const RUN = { seed: 1, steps: null, timeLimit: null, workers: 1 };
const NEVER = () => false;
const entry = SOLVER_WORKER.href;
const engines = engineThreads((work) => spawn(entry, work));
afterAll(() => engines.end());

/** A problem at its prices, before any search. */
function priced(problem: Problem) {
  const model = prepare(problem);
  const relaxation = relax(model);
  return { model, relaxation, at: pricePhase(model, blocksOf(model), alone(model, relaxation), ALONE) };
}

/** Every column of every list, by nothing but the rules of one list; null when they are more than `most`. */
function everyColumn(
  { model, relaxation, at }: ReturnType<typeof priced>,
  most: number,
): MasterColumn[] | null {
  const master = new Master(model);
  const finder = new Columns(model, relaxation, at.pricing.loader);
  at.pricing.setPrices(at.rounded);
  const columns: MasterColumn[] = [];
  for (let list = 0; list < master.lists; list++) {
    const found = finder.of(list, at.ceilings[list]!, 1e9, most);
    if (found === null || columns.length + found.length > most) return null;
    const { start, items } = model.pinnedOf;
    const pins = Array.from(items.subarray(start[list], start[list + 1]));
    columns.push(...found.map(({ slots }) => master.column(list, [...pins, ...slots])));
  }
  return columns;
}

function programOf(problem: ReturnType<typeof priced>, columns: readonly MasterColumn[]) {
  const { most, least } = new Master(problem.model);
  return { ...columnsOf(columns), most, least: most.map((_, row) => least[row] ?? -Infinity) };
}

const points = (columns: readonly MasterColumn[], values: ArrayLike<number>) =>
  columns.reduce((sum, column, at) => sum + column.points * values[at]!, 0);

/** Small problems whose pins do not clash, with all their columns. */
const small = Array.from({ length: 36 }, (_, seed) => randomProblem(seed, seed % 2 === 0 ? FEW : MANY))
  .filter((problem) => solve(problem, { ...RUN, steps: 0 }).kind === "solved")
  .flatMap((problem) => {
    const each = priced(problem);
    const columns = everyColumn(each, 400);
    return columns === null || columns.length === 0
      ? []
      : [{ problem, each, columns, best: bestScore(problem)! }];
  });

describe("the list model in HiGHS", () => {
  it("has the best plan of all among its columns", () => {
    expect(small.length).toBeGreaterThan(15);
    for (const { problem, each, columns, best } of small) {
      const program = programOf(each, columns);
      const answer = engines.ask("HiGHS", { kind: "choose", program, mostNodes: 10_000 }, NEVER)!;
      const chosen = chosenColumns(program, answer.values)!.map((at) => columns[at]!);
      const options = chosen.flatMap(({ slots }) => slots.map((slot) => each.model.slotOption[slot]!));
      const { violations, score } = check(problem, options);
      expect(violations).toEqual([]);
      expect(score).toBe(chosen.reduce((sum, column) => sum + column.points, 0));
      expect(score).toBe(best);
    }
  });

  it("is relaxed to the same value by javascript-lp-solver, never above our bound nor below the best plan", () => {
    for (const { each, columns, best } of small.filter(({ columns: { length } }) => length <= 60)) {
      const begin = programOf(each, columns);
      const [high, js] = (["HiGHS", "javascript-lp-solver"] as const).map((name) =>
        points(columns, engines.ask(name, { kind: "relax", begin }, NEVER)!.values),
      );
      expect(js).toBeCloseTo(high!, 4);
      expect(high).toBeLessThanOrEqual(each.at.total + 1e-6);
      expect(high).toBeGreaterThanOrEqual(best - 1e-6);
    }
  });
});

describe("the exact phase", () => {
  /** Begins from the pins alone, so that all the rest is its own doing. */
  const exactly = (problem: Problem) => {
    const { model, relaxation, at } = priced(problem);
    const exact = exactPhase(model, relaxation, at, [...model.pinned], engines, ALONE);
    const options = (exact.plan ?? [...model.pinned]).map((slot) => model.slotOption[slot]!);
    return { ...exact, options };
  };

  it("finds the best plan of small problems under every rule at once, and no bound below it", () => {
    const faults = small.slice(0, 30).flatMap(({ problem, best }, at) => {
      const { options, bound } = exactly(problem);
      const { violations, score } = check(problem, options);
      return [
        ...violations.map(({ rule }) => `${at}: breaks ${rule}`),
        ...(score === best ? [] : [`${at}: reaches ${score} of ${best}`]),
        ...(bound >= best ? [] : [`${at}: bound ${bound} is below ${best}`]),
      ];
    });
    expect(faults).toEqual([]);
  });

  it("parts the plans of small problems without losing the best, and leaves all its columns in question", () => {
    let parted = 0;
    for (const { problem, best } of small) {
      const { model, relaxation, at } = priced(problem);
      const start = { prices: at.rounded, total: at.total, ceilings: at.ceilings };
      const bound = new CutBound(model, relaxation, at.pricing, engines, NEVER, start);
      bound.converge(-Infinity);
      // As if a plan one point below the best were known: the best must stay in question.
      const parting = new Parting(model, bound, () => best - 1, [], NEVER);
      parting.begin();
      if (parting.run(40)) parted++;
      expect(parting.total).toBeGreaterThanOrEqual(best - 1e-3);
      const left = parting.columns(10_000)!;
      if (best === 0) continue;
      const program = programOf({ model, relaxation, at }, left);
      const answer = engines.ask("HiGHS", { kind: "choose", program, mostNodes: 10_000 }, NEVER)!;
      expect(points(left, answer.values)).toBeCloseTo(best, 6);
    }
    expect(parted).toBeGreaterThan(0);
  });

  it("keeps its bound above the plan whatever duals an engine proposes", () => {
    const { problem } = demoProblem({ provider: "RQM", scale: 0.1 }).built;
    const solved = solve(problem, RUN);
    if (solved.kind !== "solved") throw new Error("the demo has a plan");
    for (const size of [0, 1, 300, 1e5]) {
      const { model, relaxation, at } = priced(problem);
      const mad = {
        ask: (_: unknown, request: { begin?: { points: Float64Array; most: Float64Array } }) => {
          const columns = request.begin?.points.length ?? 0;
          const duals = Float64Array.from(request.begin?.most ?? [], (_each, row) => (size * (row % 7)) / 7);
          return { values: new Float64Array(columns), duals, closed: true };
        },
        end: () => undefined,
      } as unknown as typeof engines;
      const start = { prices: at.rounded, total: 1e12, ceilings: at.ceilings };
      const bound = new CutBound(model, relaxation, at.pricing, mad, NEVER, start);
      bound.converge(-Infinity);
      expect(bound.best.total).toBeGreaterThanOrEqual(solved.score);
    }
  });

  it("says the same twice, and what HiGHS added", () => {
    const { problem } = demoProblem({ provider: "RQM", scale: 0.1 }).built;
    const [one, two] = [0, 1].map(() => solve(problem, { ...RUN, steps: 20 }, ALONE, alone, engines));
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
    if (one?.kind !== "solved") throw new Error("the demo has a plan");
    const without = solve(problem, { ...RUN, steps: 20 });
    if (without.kind !== "solved") throw new Error("the demo has a plan without engines too");
    expect(one.score).toBeGreaterThanOrEqual(without.score);
    expect(one.bound).toBeLessThanOrEqual(without.bound);
    expect(one.engine.includes("HiGHS")).toBe(one.score > without.score || one.bound < without.bound);
  });
});
