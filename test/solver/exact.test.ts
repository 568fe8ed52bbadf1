import { afterAll, describe, expect, it } from "vitest";
import { blocksOf } from "~solver/blocks";
import { check } from "~solver/check";
import { Columns } from "~solver/columns";
import { ALONE } from "~solver/control";
import { alone } from "~solver/crew";
import { CutBound } from "~solver/engines/cut-bound";
import type { Cut } from "~solver/engines/cuts";
import { exactPhase } from "~solver/engines/exact-phase";
import { Master, type MasterColumn } from "~solver/engines/master";
import { Neighbourhoods } from "~solver/engines/neighbourhoods";
import { Pool } from "~solver/engines/pool";
import { PoolSearch } from "~solver/engines/pool-search";
import { chosenColumns, columnsOf } from "~solver/engines/program";
import { engineThreads } from "~solver/engines/threads";
import { prepare } from "~solver/prepare";
import { pricePhase } from "~solver/price-phase";
import type { Problem } from "~solver/problem";
import { randomOf, type Random } from "~solver/random";
import { relax } from "~solver/relaxation";
import { spawn } from "~solver/spawn";
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

/** A random sum of up to four of so many rows. */
function someCut(most: number, random: Random): Cut {
  const rows = new Set(Array.from({ length: 4 }, () => Math.floor(random() * most)));
  const weights = [...rows].sort((a, b) => a - b).map((row) => [row, 1 + Math.floor(random() * 3)] as const);
  return { weights, divisor: 2 + Math.floor(random() * 3), most: 1 };
}

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

  it("searches a gap without losing the best plan, and says what is proven of it", () => {
    let iterations = 0;
    for (const { problem, best } of small) {
      const { model, relaxation, at } = priced(problem);
      const start = { prices: at.rounded, total: at.total, ceilings: at.ceilings };
      const bound = new CutBound(model, relaxation, at.pricing, engines, NEVER, start);
      bound.converge(-Infinity);
      // The columns of plans that are worth as much as the best, and what a search among them comes to from below it.
      const pool = Pool.of(bound, best - 0.5, 10_000, NEVER)!;
      const searched = new PoolSearch(bound, pool, engines, NEVER, best - 1).run(10_000);
      expect(searched).toMatchObject({ closed: true, points: best, bound: best });
      const slots = searched.plan!.flatMap((column) => [...pool.slotsOf(column)]);
      const { violations, score } = check(
        problem,
        slots.map((slot) => model.slotOption[slot]!),
      );
      expect([violations, score]).toEqual([[], best]);
      expect(new PoolSearch(bound, pool, engines, NEVER, best).run(10_000)).toMatchObject({
        plan: null,
        closed: true,
      });
      iterations += searched.iterations;
    }
    expect(iterations).toBeGreaterThan(small.length);
  });

  /** What neighbourhoods make of a plan, as options, and the points of both. */
  function improved(problem: Problem, from: readonly number[]) {
    const { model, relaxation, at: prices } = priced(problem);
    const start = { prices: prices.rounded, total: prices.total, ceilings: prices.ceilings };
    const bound = new CutBound(model, relaxation, prices.pricing, engines, NEVER, start);
    bound.converge(-Infinity);
    const pool = Pool.of(bound, -1e6, 10_000, NEVER)!;
    const slots = Int32Array.from(from, (option) => model.slotOption.indexOf(option));
    const columns = pool.include(bound, [...slots]);
    const known = columns.reduce((sum, column) => sum + pool.points[column]!, 0);
    const search = new PoolSearch(bound, pool, engines, NEVER, known);
    const reach = { sizes: [5, 8], parts: 40, iterations: 100_000 };
    const plan = new Neighbourhoods(bound, pool, search, columns, NEVER).run(reach);
    const options = plan.flatMap((column) =>
      [...pool.slotsOf(column)].map((slot) => model.slotOption[slot]!),
    );
    return { known, ...check(problem, options) };
  }

  it("finds by neighbourhoods plans that keep the rules, and the best where one holds all lists", () => {
    const faults: string[] = [];
    let better = 0;
    small.forEach(({ problem, best }, at) => {
      const { known, violations, score } = improved(problem, problem.pins);
      faults.push(...violations.map(({ rule }) => `${at}: breaks ${rule}`));
      if (score < known) faults.push(`${at}: falls from ${known} to ${score}`);
      if (problem.lists.length <= 8 && score !== best) faults.push(`${at}: reaches ${score} of ${best}`);
      if (score > known) better++;
    });
    expect(faults).toEqual([]);
    expect(better).toBeGreaterThan(10);
  });

  it("finds the best of them where few of the earlier places may be given up", () => {
    const faults: string[] = [];
    let better = 0;
    for (const { problem } of small.filter(({ problem: { lists } }) => lists.length <= 8)) {
      const solved = solve(problem, { ...RUN, steps: 0 });
      if (solved.kind !== "solved") throw new Error("the problem has a plan");
      const { options } = solved.handRule;
      const previous = { options, movePrice: 0, lost: 0, maxMoves: 2 };
      const limited: Problem = { ...problem, previous };
      const { known, violations, score } = improved(limited, options);
      faults.push(...violations.map(({ rule }) => `breaks ${rule}`));
      const best = bestScore(limited)!;
      if (score !== best) faults.push(`reaches ${score} of ${best} from ${known}`);
      if (score > known) better++;
    }
    expect(faults).toEqual([]);
    expect(better).toBeGreaterThan(5);
  });

  it("lowers no bound below the best plan by what lists turn out to be worth, clashing lists among them", () => {
    let clashing = 0;
    for (const { problem, best } of small)
      for (const overstated of [0, 50])
        for (const converged of [false, true]) {
          const { model, relaxation, at } = priced(problem);
          // As rough as ceilings may be: each list worth more than it is, the total no less than the best plan.
          const ceilings = at.ceilings.map((ceiling) => ceiling + overstated);
          const start = { prices: at.rounded, total: at.total, ceilings };
          const bound = new CutBound(model, relaxation, at.pricing, engines, NEVER, start);
          if (converged) bound.converge(-Infinity);
          const known = [...ceilings];
          Pool.of(bound, best - 1, 10_000, NEVER);
          expect(bound.best.total).toBeGreaterThanOrEqual(best - 1e-3);
          expect([...ceilings]).toEqual(known);
          if (model.listClashes.items.length > 0) clashing++;
        }
    expect(clashing).toBeGreaterThan(0);
  });

  it("has in a pool what the master makes of each column, cuts among it", () => {
    let [columns, entries] = [0, 0];
    const random = randomOf(1);
    for (const { problem } of small) {
      const { model, relaxation, at } = priced(problem);
      const start = { prices: at.rounded, total: at.total, ceilings: at.ceilings };
      const bound = new CutBound(model, relaxation, at.pricing, engines, NEVER, start);
      bound.cuts.add(Array.from({ length: 12 }, () => someCut(bound.master.most.length, random)));
      bound.best.duals = new Float64Array(bound.master.most.length + bound.cuts.all.length);
      const pool = Pool.of(bound, -1e9, 10_000, NEVER)!;
      for (let column = 0; column < pool.count; column++, columns++) {
        const made = bound.master.column(pool.list[column]!, [...pool.slotsOf(column)]);
        expect(pool.points[column]).toBe(made.points);
        expect(pool.entriesOf(column)).toEqual(bound.cuts.entriesOf(made));
        entries += pool.entriesOf(column).filter(([row]) => row >= bound.master.most.length).length;
      }
    }
    expect(columns).toBeGreaterThan(400);
    expect(entries).toBeGreaterThan(100);
  });

  it("has in a pool numbers that two bytes do not hold, beside those before them", () => {
    let large = 0;
    for (const { problem } of small) {
      const { model, relaxation, at } = priced(problem);
      const long = {
        ...model,
        mean: model.mean.map((minutes, c) => (c % 2 === 0 ? minutes : 10_000 * minutes)),
      };
      const start = { prices: at.rounded, total: at.total, ceilings: at.ceilings };
      const bound = new CutBound(long, relaxation, at.pricing, engines, NEVER, start);
      const pool = new Pool();
      const slots = Array.from(model.slotCase, (_, slot) => slot);
      for (const slot of slots) pool.include(bound, [slot]);
      for (const slot of slots) {
        const { entries, points: worth } = bound.master.column(model.slotList[slot]!, [slot]);
        expect([pool.points[slot], pool.entriesOf(slot)]).toEqual([worth, entries]);
        large += entries.filter(([, amount]) => amount >= 2 ** 15).length;
      }
    }
    expect(large).toBeGreaterThan(2);
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
    const amount = (what: RegExp) => Number(what.exec(one.engine)?.[1] ?? 0);
    expect(amount(/HiGHS \(.*plan \+(\d+)/)).toBe(one.score - without.score);
    expect(amount(/HiGHS \(.*bound -(\d+)/)).toBe(without.bound - one.bound);
    expect(one.engine.includes("HiGHS")).toBe(one.score > without.score || one.bound < without.bound);
  });
});
