import type { Control } from "../control";
import { pointsOf } from "../plan-points";
import type { Model } from "../prepare";
import type { Priced } from "../price-phase";
import type { Relaxation } from "../relaxation";
import { CutBound } from "./cut-bound";
import type { Engines } from "./engine";
import type { MasterColumn } from "./master";
import { chosenColumns, columnsOf } from "./program";

/** Sets of cuts; a set that lowers the bound by less than this share of the gap is the last. */
const MOST_SETS = 12;
const WORTHWHILE = 0.02;
/** Columns of a list with which the relaxed program begins, within points of its ceiling. */
const FIRST_COLUMNS = 300;
const FIRST_GAP = 60;
/** Columns of each list among which HiGHS chooses a plan, and the most that come into question in all for a proof. */
const CHOICE = 25;
const MOST_OF_LIST = 30_000;
const MOST_IN_ALL = 4000;
/** Nodes of HiGHS: a choice for a better plan, and one that proves. */
const NODES = 20;
const PROOF_NODES = 500;
/** Points that rounding may add to a sum of shortfalls. */
const ROUNDING = 1e-3;

/** The best plan found above the known one, if any; a bound on the points of every plan; what HiGHS added. */
export interface Exact {
  plan: number[] | null;
  bound: number;
  did: Set<"bound" | "plan" | "proof">;
}

/**
 * Closes the gap of a small problem with HiGHS: duals of the list model with cuts lower the bound, a choice among good
 * columns raises the plan, and a choice among all columns that still come into question ends it.
 */
export function exactPhase(
  model: Model,
  relaxation: Relaxation,
  priced: Priced,
  known: readonly number[],
  engines: Engines,
  control: Control,
): Exact {
  return new ExactPhase(model, relaxation, priced, known, engines, control).run();
}

class ExactPhase {
  private readonly cutBound: CutBound;
  private best: readonly number[];
  private points: number;
  private bound: number;
  private readonly did: Exact["did"] = new Set();
  private readonly late: () => boolean;

  constructor(
    private readonly model: Model,
    relaxation: Relaxation,
    priced: Priced,
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

  run(): Exact {
    this.offerFirst();
    let solved = this.lower();
    for (let set = 0; solved && set < MOST_SETS && !this.closed(); set++) {
      const before = this.cutBound.best.total;
      if (this.cutBound.cut() === 0) break;
      solved = this.lower();
      if (before - this.cutBound.best.total < WORTHWHILE * (before - this.points)) break;
    }
    if (solved && !this.closed()) this.raise();
    if (solved && !this.closed()) this.close();
    return { plan: this.best === this.known ? null : [...this.best], bound: this.bound, did: this.did };
  }

  private closed(): boolean {
    return this.bound <= this.points || this.late();
  }

  private lower(): boolean {
    const solved = this.cutBound.converge(this.points + 1);
    const bound = Math.max(this.points, Math.floor(this.cutBound.best.total));
    if (bound < this.bound) {
      this.bound = bound;
      this.did.add("bound");
    }
    return solved;
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

  /** Chooses a plan among the best columns of each list and those of the best plan. */
  private raise(): void {
    const { duals } = this.cutBound.best;
    const columns = this.bestOfEach(this.cutBound.columns, duals);
    this.choose([...columns, ...this.planColumns()], NODES);
  }

  private bestOfEach(columns: readonly MasterColumn[], duals: Float64Array): MasterColumn[] {
    const worth = (column: MasterColumn) =>
      this.cutBound.cuts.entriesOf(column).reduce((sum, [row, n]) => sum - duals[row]! * n, column.points);
    const sorted = columns.map((column) => ({ column, worth: worth(column) }));
    sorted.sort((a, b) => b.worth - a.worth);
    const count = new Int32Array(this.model.length.length);
    return sorted.flatMap(({ column }) => (count[column.list]!++ < CHOICE ? [column] : []));
  }

  private planColumns(): MasterColumn[] {
    const { master } = this.cutBound;
    return slotsByList(this.model, this.best).flatMap((slots, list) =>
      slots.length > 0 ? [master.column(list, slots)] : [],
    );
  }

  /** Tries all columns that a better plan could have, when they are few enough. */
  private close(): void {
    const gap = this.cutBound.best.total - (this.points + 1) + ROUNDING;
    const columns: MasterColumn[] = [];
    for (let list = 0; list < this.model.length.length; list++) {
      const found = this.late() ? null : this.cutBound.within(list, gap, MOST_OF_LIST);
      if (found === null || columns.length + found.length > MOST_IN_ALL) return;
      columns.push(...found.map(({ slots }) => this.cutBound.master.column(list, slots)));
    }
    if (!this.choose([...columns, ...this.planColumns()], PROOF_NODES)) return;
    this.bound = this.points;
    this.did.add("proof");
  }

  /** Lets HiGHS choose among columns; true when it says that there is nothing better than what is best now. */
  private choose(columns: readonly MasterColumn[], mostNodes: number): boolean {
    const { most, least } = this.cutBound.master;
    const rows = Float64Array.from(most, (_, row) => least[row] ?? -Infinity);
    const program = { ...columnsOf(columns), most, least: rows };
    const answer = this.engines.ask("HiGHS", { kind: "choose", program, mostNodes }, this.late);
    const chosen = answer === null ? null : chosenColumns(program, answer.values);
    if (answer === null || chosen === null) return false;
    const plan = chosen.flatMap((at) => [...columns[at]!.slots]);
    const points = pointsOf(this.model, plan);
    if (points < this.points) return false;
    if (points > this.points) {
      [this.best, this.points] = [plan, points];
      this.did.add("plan");
      this.offerPlan();
    }
    return answer.closed;
  }
}

function slotsByList({ length, slotList }: Model, slots: readonly number[]): number[][] {
  const byList: number[][] = Array.from(length, () => []);
  for (const slot of slots) byList[slotList[slot]!]!.push(slot);
  return byList;
}
