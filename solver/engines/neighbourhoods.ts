import type { CutBound } from "./cut-bound";
import type { Pool } from "./pool";
import type { PoolSearch } from "./pool-search";

/** How far plans are looked for: numbers of lists searched at once, parts of one search, iterations of HiGHS in all. */
export interface Reach {
  sizes: readonly number[];
  parts: number;
  iterations: number;
}

/**
 * Looks for better plans in a pool: all lists but a few that share most with one another keep what the best plan has, and
 * the columns of those few that go with it are searched for a better choice, until no such few give one.
 */
export class Neighbourhoods {
  /** By list, the others by what they share with it, those of most first. */
  private readonly near: readonly number[][];
  private iterations = 0;

  /** `plan`: columns of the pool. `search`: of the same pool, above the plan's points. */
  constructor(
    private readonly bound: CutBound,
    private readonly pool: Pool,
    private readonly search: PoolSearch,
    private plan: readonly number[],
    private readonly late: () => boolean,
  ) {
    this.near = nearness(bound);
  }

  /** Ends with the first neighbourhood after so many iterations of HiGHS; the best plan, by columns. */
  run({ sizes, parts, iterations }: Reach): readonly number[] {
    for (const size of sizes) {
      let tried = new Set<string>();
      for (let list = 0, since = 0; since < this.near.length; list = (list + 1) % this.near.length, since++) {
        const free = [list, ...this.near[list]!.slice(0, size - 1)].sort((a, b) => a - b);
        if (tried.has(free.join())) continue;
        if (this.late() || this.iterations >= iterations) return this.plan;
        tried.add(free.join());
        if (this.improves(new Set(free), parts)) [since, tried] = [-1, new Set()];
      }
    }
    return this.plan;
  }

  private improves(free: ReadonlySet<number>, parts: number): boolean {
    const { plan, iterations } = this.search.among(this.columnsAround(free), parts);
    this.iterations = iterations;
    if (plan === null || plan === this.plan) return false;
    this.plan = plan;
    return true;
  }

  /** Columns of the plan in all lists but some, and of these whatever goes with them. */
  private columnsAround(free: ReadonlySet<number>): Int32Array {
    const { pool, plan } = this;
    const left = this.bound.master.most.slice();
    const kept = plan.filter((column) => !free.has(pool.list[column]!));
    for (const column of kept)
      for (const [row, amount] of pool.entriesOf(column)) if (row < left.length) left[row]! -= amount;
    const columns = [...kept];
    for (let column = 0; column < pool.count; column++)
      if (free.has(pool.list[column]!) && pool.isWithin(column, left)) columns.push(column);
    return Int32Array.from(columns);
  }
}

function nearness({ model, master, best, lists }: CutBound): number[][] {
  const rows = lists.map((list) => {
    const own = new Set<number>();
    for (let slot = model.listStart[list]!; slot < model.listStart[list + 1]!; slot++)
      for (const [row] of master.rowsOfSlot(slot)) own.add(row);
    return own;
  });
  return lists.map((list) => {
    const shared = lists.map((other) => {
      let sum = 0;
      for (const row of rows[list]!) if (rows[other]!.has(row)) sum += best.duals[row]!;
      return sum;
    });
    return lists.filter((other) => other !== list).sort((a, b) => shared[b]! - shared[a]! || a - b);
  });
}
