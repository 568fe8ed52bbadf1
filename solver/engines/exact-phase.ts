import type { Control } from "../control";
import { pointsOf } from "../plan-points";
import type { Model } from "../model";
import type { Priced } from "../price-phase";
import type { Relaxation } from "../relaxation";
import { CutBound } from "./cut-bound";
import type { Engines } from "./engine";
import { GapSearch } from "./gap-search";

/** Sets of cuts; a set that lowers the bound by less than this share of the gap is the last. */
const MOST_SETS = 7;
const WORTHWHILE = 0.02;
/** Columns of a list with which the relaxed program begins, within points of its ceiling. */
const FIRST_COLUMNS = 300;
const FIRST_GAP = 60;
/** How far the search of the gap goes: iterations of HiGHS for proofs, and columns listed at once. */
export interface Effort {
  iterations: number;
  columns: number;
}
/** About a minute. */
const EFFORT: Effort = { iterations: 600_000, columns: 1_000_000 };

/**
 * The best plan found above the known one, if any; a bound on the points of every plan; whether a search of all that was
 * left gave it.
 */
export interface Exact {
  plan: number[] | null;
  bound: number;
  searched: boolean;
}

/**
 * Closes the gap of a small problem with HiGHS: duals of the list model with cuts lower the bound, and a search of all
 * columns that still come into question raises the plan and ends it.
 */
export function exactPhase(
  model: Model,
  relaxation: Relaxation,
  priced: Omit<Priced, "cut">,
  known: readonly number[],
  engines: Engines,
  control: Control,
  effort = EFFORT,
): Exact {
  return new ExactPhase(model, relaxation, priced, known, engines, control).run(effort);
}

class ExactPhase {
  private readonly cutBound: CutBound;
  private best: readonly number[];
  private points: number;
  private bound: number;
  private searched = false;
  private readonly late: () => boolean;

  constructor(
    private readonly model: Model,
    relaxation: Relaxation,
    priced: Omit<Priced, "cut">,
    private readonly known: readonly number[],
    private readonly engines: Engines,
    control: Control,
  ) {
    this.late = () => control.late() || control.stopped();
    this.best = known;
    this.points = pointsOf(model, known);
    this.bound = priced.bound;
    const start = { prices: priced.rounded, total: priced.total, ceilings: priced.ceilings };
    this.cutBound = new CutBound(model, relaxation, priced.pricing, engines, this.late, start);
  }

  run(effort: Effort): Exact {
    this.offerFirst();
    let solved = this.lower();
    for (let set = 0; solved && set < MOST_SETS && !this.closed(); set++) {
      const before = this.cutBound.best.total;
      if (this.cutBound.cut() === 0) break;
      solved = this.lower();
      if (before - this.cutBound.best.total < WORTHWHILE * (before - this.points)) break;
    }
    if (solved && !this.closed()) this.search(effort);
    const plan = this.best === this.known ? null : [...this.best];
    return { plan, bound: this.bound, searched: this.searched };
  }

  private closed(): boolean {
    return this.bound <= this.points || this.late();
  }

  private lower(): boolean {
    const solved = this.cutBound.converge(this.points + 1);
    this.fallTo(this.cutBound.best.total);
    return solved;
  }

  private fallTo(total: number): void {
    const bound = Math.max(this.points, Math.floor(total));
    this.bound = Math.min(this.bound, bound);
  }

  /** Tries what is left above the best plan. */
  private search({ iterations, columns }: Effort): void {
    const search = new GapSearch(this.cutBound, this.engines, this.late, this.best, iterations, columns);
    search.run();
    if (search.points > this.points) [this.best, this.points] = [search.plan, search.points];
    this.searched = search.total < this.bound && search.total <= this.points;
    this.bound = Math.min(this.bound, Math.max(this.points, Math.floor(search.total)));
  }

  private offerFirst(): void {
    this.offerPlan();
    for (let list = 0; list < this.model.length.length; list++)
      for (let gap = FIRST_GAP; gap > 1; gap /= 4) {
        const found = this.cutBound.within(list, gap, FIRST_COLUMNS);
        found?.forEach(({ slots }) => this.cutBound.offer(list, slots));
        if (found) break;
      }
  }

  private offerPlan(): void {
    slotsByList(this.model, this.best).forEach((slots, list) => {
      if (slots.length > 0) this.cutBound.offer(list, slots);
    });
  }
}

function slotsByList({ length, slotList }: Model, slots: readonly number[]): number[][] {
  const byList: number[][] = Array.from(length, () => []);
  for (const slot of slots) byList[slotList[slot]!]!.push(slot);
  return byList;
}
