import type { CutBound } from "./cut-bound";
import type { Engines } from "./engine";
import type { Pool } from "./pool";
import { PoolProgram, type Relaxed } from "./pool-program";
import { largestSplit, splitOf, type Split } from "./pool-split";

/** Relaxed programs solved for one part, and columns that a list adds to one. */
const MOST_SOLVED = 40;
const MOST_ADDED = 12;
/** Weight of the best duals so far in those that are tried first. */
const SMOOTH = 0.4;
/** Points between bound and relaxed program at which both are the same, and above known columns that are not added. */
const SAME = 0.3;
const LEAST_MORE = 0.01;
/** Points that rounding may add to a sum of points. */
const ROUNDING = 1e-3;
/** How far a share may be from whole. */
const WHOLE = 1e-6;

/** Columns of a pool that are left after splits, the lists that must hold one, and what the plans of them are worth at most. */
interface Part {
  columns: Int32Array;
  /** By list: more than 0 where it may not be empty. */
  fewest: Int32Array;
  total: number;
  duals: Float64Array;
  relaxed: Relaxed | null;
}

/**
 * What a search came to: whether all plans above its points were tried; the best plan above them, by columns of the pool;
 * its points, or those searched above; the most that any plan of the pool is worth; iterations of the engine.
 */
export interface Searched {
  closed: boolean;
  plan: number[] | null;
  points: number;
  bound: number;
  iterations: number;
}

/**
 * Looks for the best plan above some points among the columns of a pool: solves the relaxed program, leaves out what no
 * better plan can hold, and parts the rest in two, again and again. Bounds are our own sums at the engine's duals.
 */
export class PoolSearch {
  private readonly program: PoolProgram;
  private readonly worth: Float64Array;
  /** By column, the number of the part that it was last in. */
  private readonly partOf: Int32Array;
  private number = 0;
  private plan: number[] | null = null;
  private open: Part[] = [];
  private parts = 0;

  constructor(
    private readonly bound: CutBound,
    private readonly pool: Pool,
    engines: Engines,
    private readonly late: () => boolean,
    private points: number,
  ) {
    this.program = new PoolProgram(bound, pool, engines, late);
    this.worth = new Float64Array(pool.count);
    this.partOf = new Int32Array(pool.count);
  }

  /** Looks at parts until none is left, or HiGHS has taken so many iterations. */
  run(mostIterations: number): Searched {
    return this.search(this.all(), () => this.program.iterations < mostIterations);
  }

  /** Looks at so many parts of the plans of some columns. */
  among(columns: Int32Array, mostParts: number): Searched {
    const most = this.parts + mostParts;
    return this.search(columns, () => this.parts < most);
  }

  private search(columns: Int32Array, goesOn: () => boolean): Searched {
    let whole = this.begin(columns) !== null;
    while (whole && goesOn() && !this.late()) {
      const next = this.next();
      if (next === null) break;
      const split = next.relaxed && splitOf(this.pool, this.bound.model, next.relaxed);
      whole = split !== null && this.part(next, split);
      if (!whole) this.open.push(next);
    }
    return this.searched(whole);
  }

  /** Goes straight to plans, column by column; turns back where none better is left. */
  dive(mostParts: number): Searched {
    const most = this.parts + mostParts;
    let whole = this.begin(this.all()) !== null;
    while (whole && this.parts < most && !this.late()) {
      const next = this.open.pop();
      if (next === undefined) break;
      if (!this.promises(next.total)) continue;
      const split = next.relaxed && largestSplit(this.pool, next.relaxed);
      if (!split) continue;
      const [one, other] = sidesOf(this.pool, next, split);
      const rest = this.look(other!, next.duals);
      const chosen = rest && this.look(one!, next.duals);
      whole = chosen !== null;
      if (rest && chosen) this.open.push(rest, chosen);
    }
    return this.searched(false);
  }

  private all(): Int32Array {
    return Int32Array.from({ length: this.pool.count }, (_, column) => column);
  }

  private searched(whole: boolean): Searched {
    const left = this.open.filter(({ total }) => this.promises(total));
    const closed = whole && left.length === 0;
    const bound = left.reduce((most, { total }) => Math.max(most, total), whole ? this.points : Infinity);
    return {
      closed,
      plan: this.plan,
      points: this.points,
      bound,
      iterations: this.program.iterations,
    };
  }

  private begin(columns: Int32Array): Part | null {
    const { start } = this.bound.model.pinnedOf;
    const fewest = start.subarray(1).map((end, list) => end - start[list]!);
    const whole = this.look({ columns, fewest }, this.bound.best.duals);
    this.open = whole ? [whole] : [];
    return whole;
  }

  /** Deepest first, so that plans are found; where nothing promises there, what promises most. */
  private next(): Part | null {
    const next = this.open.pop();
    if (next === undefined || this.promises(next.total)) return next ?? null;
    this.open = this.open.filter(({ total }) => this.promises(total)).sort((a, b) => a.total - b.total);
    return this.open.pop() ?? null;
  }

  private part(part: Part, split: Split): boolean {
    const sides: Part[] = [];
    for (const side of sidesOf(this.pool, part, split)) {
      const one = this.look(side, part.duals);
      if (one === null) return false;
      if (this.promises(one.total)) sides.push(one);
    }
    this.open.push(...sides.sort((a, b) => a.total - b.total));
    // A part of which nothing is left hands on to the one that promises most.
    if (sides.length === 0) this.open.sort((a, b) => a.total - b.total);
    return true;
  }

  private promises(total: number): boolean {
    return total + ROUNDING >= this.points + 1;
  }

  /** What a part is worth at most; null when the engine fails. A plan that its relaxed program chooses is taken. */
  private look({ columns, fewest }: Pick<Part, "columns" | "fewest">, known: Float64Array): Part | null {
    this.parts++;
    const part: Part = { columns, fewest, total: Infinity, duals: known, relaxed: null };
    this.value(part, known);
    do {
      if (!this.converge(part)) return null;
      if (!this.promises(part.total)) return part;
      this.take(part.relaxed!);
    } while (this.narrow(part));
    return part;
  }

  private converge(part: Part): boolean {
    const number = this.mark(part);
    const inPart = (column: number) => this.partOf[column] === number;
    for (let solved = 0; solved < MOST_SOLVED && this.promises(part.total); solved++) {
      const relaxed = this.program.solve(inPart, part.fewest);
      if (relaxed === null) return false;
      part.relaxed = relaxed;
      const more = this.value(part, this.bound.mix(part.duals, relaxed.duals, SMOOTH));
      if (more || !this.promises(part.total)) continue;
      if (!this.value(part, this.bound.mix(part.duals, relaxed.duals, 0))) return true;
      if (part.total - relaxed.points < SAME) return true;
    }
    return true;
  }

  private mark({ columns }: Part): number {
    const number = ++this.number;
    for (const column of columns) this.partOf[column] = number;
    return number;
  }

  /** What duals prove of a part; whether the program now holds columns that they left out. */
  private value(part: Part, duals: Float64Array): boolean {
    const ceilings = this.price(part, duals);
    const { lists, most } = this.bound.master;
    let total = ceilings.reduce((sum, ceiling) => sum + ceiling, 0);
    for (let row = lists; row < duals.length; row++)
      total += duals[row]! * (most[row] ?? this.bound.cuts.all[row - most.length]!.most);
    if (total < part.total) [part.total, part.duals] = [total, duals];
    return this.holdAbove(part);
  }

  /** Sets what the columns of a part are worth at duals; by list, the most of it. */
  private price({ columns, fewest }: Part, duals: Float64Array): Float64Array {
    const { pool, worth } = this;
    const ceilings = Float64Array.from(fewest, (cases) => (cases > 0 ? -Infinity : 0));
    for (const column of columns) {
      worth[column] = pool.worthOf(column, duals);
      const list = pool.list[column]!;
      if (worth[column]! > ceilings[list]!) ceilings[list] = worth[column]!;
    }
    return ceilings;
  }

  /** Holds those columns of each list that are worth more than all that the program holds. */
  private holdAbove({ columns, fewest }: Part): boolean {
    const { pool, worth, program } = this;
    const known = Float64Array.from(fewest, (cases) => (cases > 0 ? -Infinity : 0));
    for (const column of columns)
      if (program.holds(column) && worth[column]! > known[pool.list[column]!]!)
        known[pool.list[column]!] = worth[column]!;
    const above: number[][] = Array.from(fewest, () => []);
    for (const column of columns)
      if (worth[column]! > known[pool.list[column]!]! + LEAST_MORE) above[pool.list[column]!]!.push(column);
    for (const each of above)
      for (const column of each.sort((a, b) => worth[b]! - worth[a]! || a - b).slice(0, MOST_ADDED))
        program.hold(column);
    return above.some(({ length }) => length > 0);
  }

  /** Leaves the columns that a better plan of the part could hold; whether one that has a share goes. */
  private narrow(part: Part): boolean {
    const { pool, worth } = this;
    const ceilings = this.price(part, part.duals);
    const gap = part.total - (this.points + 1) + ROUNDING;
    part.columns = part.columns.filter((column) => ceilings[pool.list[column]!]! - worth[column]! <= gap);
    const number = this.mark(part);
    return part.relaxed!.columns.some((column) => this.partOf[column] !== number);
  }

  /** Takes what a relaxed program chose, when it chose whole columns. */
  private take({ columns, shares }: Relaxed): void {
    if (shares.some((share) => share > WHOLE && share < 1 - WHOLE)) return;
    const plan = columns.filter((_, at) => shares[at]! > 0.5);
    const points = plan.reduce((sum, column) => sum + this.pool.points[column]!, 0);
    if (points > this.points && this.keepsRows(plan)) [this.plan, this.points] = [plan, points];
  }

  /** By our own sums: no share of the engine is trusted. */
  private keepsRows(plan: readonly number[]): boolean {
    const { most, least } = this.bound.master;
    const held = new Float64Array(most.length);
    for (const column of plan)
      for (const [row, amount] of this.pool.entriesOf(column)) if (row < most.length) held[row]! += amount;
    return held.every((amount, row) => amount <= most[row]! && amount >= (least[row] ?? -Infinity));
  }
}

/** Both sides of a split: the list of it holds a column that passes, or none. */
function sidesOf(pool: Pool, { columns, fewest }: Part, { list, passes }: Split) {
  const side = (passing: boolean) =>
    columns.filter((column) => pool.list[column] !== list || passes(column) === passing);
  const needed = fewest.map((cases, at) => (at === list ? Math.max(1, cases) : cases));
  return [
    { columns: side(true), fewest: needed },
    { columns: side(false), fewest },
  ];
}
