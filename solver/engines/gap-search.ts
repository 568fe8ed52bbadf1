import { pointsOf } from "../plan-points";
import type { CutBound } from "./cut-bound";
import type { Engines } from "./engine";
import { Neighbourhoods, type Reach } from "./neighbourhoods";
import { Pool } from "./pool";
import { PoolSearch } from "./pool-search";

/** Most columns of each list for a guess. */
const EACH = 4000;
/** Parts that dives look at; how far neighbourhoods reach at first, and where nothing else is left to do. */
const DIVES = 80;
const FIRST_REACH: Reach = { sizes: [5, 8, 11], parts: 40, iterations: 60_000 };
const LAST_REACH: Reach = { sizes: [5, 8, 11, 14], parts: 120, iterations: 150_000 };
/** The gap is searched from its top: first this share of it, then so many times as much. */
const FIRST_SHARE = 1 / 4;
const STEP = 1.42;
/** Columns expected, by those allowed, from which on it is not worth to begin listing them. */
const HOPELESS = 1.5;
/** Points that rounding may add to a sum of points. */
const ROUNDING = 1e-3;

/**
 * Tries all that lies between the best plan and a bound that has converged: lists the columns that a plan above some
 * points could hold, and searches these for the best, from the top of the gap down. A plan found where nothing was left
 * out is the best there is; where there is none, the bound falls.
 */
export class GapSearch {
  /** No plan has more points than this, or than the best plan. */
  total: number;
  /** Of the best plan. */
  points: number;
  private readonly first: number;
  private last: Pool | null = null;
  /** Gaps of the last two pools, the newest first, and their numbers of columns. */
  private listed: { gap: number; count: number }[] = [];

  /**
   * `plan`: slots of the best plan known. `left`: iterations of HiGHS that all searches for a proof together may take;
   * those for better plans have limits of their own. `mostColumns`: of one search.
   */
  constructor(
    private readonly bound: CutBound,
    private readonly engines: Engines,
    private readonly late: () => boolean,
    public plan: readonly number[],
    private left: number,
    private readonly mostColumns: number,
  ) {
    this.points = pointsOf(bound.model, plan);
    this.total = this.first = bound.best.total;
  }

  run(): void {
    this.begin(Pool.ofBest(this.bound, this.points + 1, EACH, this.late));
    let gap = FIRST_SHARE * (this.first - this.points);
    // What is near the top at first: where even that is too much, from half as far down.
    while (gap >= 1 && this.promises() && !this.late() && !this.searchDown(gap)) gap /= 2;
    for (gap *= STEP; this.promises() && this.left > 0 && !this.late(); gap *= STEP)
      if (!this.searchDown(gap) && !this.guessBelow(gap)) return;
  }

  private promises(): boolean {
    return this.total + ROUNDING >= this.points + 1;
  }

  private begin(pool: Pool): void {
    const { plan } = this.searchOf(pool, this.points).dive(DIVES);
    if (plan !== null) this.take(pool, plan);
    this.guess(pool, FIRST_REACH);
  }

  /** Looks for better plans among some columns, which need not be all. */
  private guess(pool: Pool, reach: Reach): void {
    const columns = pool.include(this.bound, this.plan);
    const search = this.searchOf(pool, this.points);
    const found = new Neighbourhoods(this.bound, pool, search, columns, this.late).run(reach);
    this.take(pool, found);
  }

  /** Tries all plans less than so many points below the first bound; false where their columns are too many. */
  private searchDown(gap: number): boolean {
    const above = this.aboveOf(gap);
    if (this.expected(this.first - above) > HOPELESS * this.mostColumns) return false;
    const pool = Pool.of(this.bound, above + 1 - ROUNDING, this.mostColumns, this.late);
    if (pool === null) return false;
    this.last = pool;
    this.listed = [{ gap: this.first - above, count: pool.count }, ...this.listed.slice(0, 1)];
    const searched = this.searchOf(pool, above).run(this.left);
    this.left = searched.closed ? this.left - searched.iterations : 0;
    if (searched.plan !== null) this.take(pool, searched.plan);
    this.total = Math.min(this.total, Math.max(above, searched.bound));
    return true;
  }

  /** Looks for a plan among the last columns that were not too many; true where it leaves less of a gap than this. */
  private guessBelow(gap: number): boolean {
    const above = this.aboveOf(gap);
    if (this.last === null) return false;
    this.guess(this.last, LAST_REACH);
    return this.points > above && this.searchDown(gap);
  }

  /** How many columns a gap would have, were their number to grow as it did between the last two. */
  private expected(gap: number): number {
    const [now, before] = this.listed;
    if (now === undefined || !before?.count || now.gap <= before.gap) return 0;
    return now.count * (now.count / before.count) ** ((gap - now.gap) / (now.gap - before.gap));
  }

  private aboveOf(gap: number): number {
    return Math.max(this.points, Math.floor(this.first - gap));
  }

  private searchOf(pool: Pool, above: number): PoolSearch {
    return new PoolSearch(this.bound, pool, this.engines, this.late, above);
  }

  private take(pool: Pool, columns: readonly number[]): void {
    const plan = columns.flatMap((column) => [...pool.slotsOf(column)]);
    const points = pointsOf(this.bound.model, plan);
    if (points > this.points) [this.plan, this.points] = [plan, points];
  }
}
