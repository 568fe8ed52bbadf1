import type { Control } from "../control";
import { pointsOf } from "../plan-points";
import type { Model } from "../prepare";
import type { Priced } from "../price-phase";
import type { Relaxation } from "../relaxation";
import { choiceProgram } from "./choice-program";
import { CutBound } from "./cut-bound";
import type { Engines } from "./engine";
import type { MasterColumn } from "./master";
import { Parting } from "./parting";
import { chosenColumns } from "./program";

/** Sets of cuts; a set that lowers the bound by less than this share of the gap is the last. */
const MOST_SETS = 7;
const WORTHWHILE = 0.02;
/** Columns of a list with which the relaxed program begins, within points of its ceiling. */
const FIRST_COLUMNS = 300;
const FIRST_GAP = 60;
/** Columns of each list among which HiGHS chooses a plan, and the most that come into question in all for a proof. */
const CHOICE = 40;
const MOST_IN_ALL = 3000;
/** Nodes of HiGHS: a choice for a better plan, and one that proves. */
const NODES = 50;
const PROOF_NODES = 500;
/** Parts of the plans that are looked at in all, and after how many a better plan is looked for again. */
const MOST_PARTS = 12;
const PARTS_AT_ONCE = 12;
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
  mostParts = MOST_PARTS,
): Exact {
  return new ExactPhase(model, relaxation, priced, known, engines, control).run(mostParts);
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

  run(mostParts: number): Exact {
    this.offerFirst();
    let solved = this.lower();
    for (let set = 0; solved && set < MOST_SETS && !this.closed(); set++) {
      const before = this.cutBound.best.total;
      if (this.cutBound.cut() === 0) break;
      solved = this.lower();
      if (before - this.cutBound.best.total < WORTHWHILE * (before - this.points)) break;
    }
    if (solved && !this.closed()) this.raise();
    if (solved && !this.closed() && this.close()) this.proven("proof");
    if (solved && !this.closed()) this.part(mostParts);
    return { plan: this.best === this.known ? null : [...this.best], bound: this.bound, did: this.did };
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
    if (bound >= this.bound) return;
    this.bound = bound;
    this.did.add("bound");
  }

  private proven(by: "bound" | "proof"): void {
    this.bound = this.points;
    this.did.add(by);
  }

  /** Parts the plans until what is left of them holds none better, or there are too many parts. */
  private part(most: number): void {
    const parting = new Parting(this.model, this.cutBound, () => this.points, this.planColumns(), this.late);
    parting.begin();
    this.fallTo(parting.total);
    for (let parts = 0; parts < most && !this.closed(); parts += PARTS_AT_ONCE) {
      const parted = parting.run(PARTS_AT_ONCE);
      this.raise(parting.likely);
      this.fallTo(parting.total);
      const columns = this.closed() ? null : parting.columns(MOST_IN_ALL);
      if (columns && this.choose([...columns, ...this.planColumns()], PROOF_NODES)) this.proven("proof");
      if (!parted) return;
    }
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
  private raise(likely: readonly MasterColumn[] = []): void {
    const { duals } = this.cutBound.best;
    const columns = this.bestOfEach(this.cutBound.columns, duals);
    this.choose([...columns, ...likely, ...this.planColumns()], NODES);
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

  /** Tries all columns that a better plan could have, when they are few enough; true when none is better. */
  private close(): boolean {
    const gap = this.cutBound.best.total - (this.points + 1) + ROUNDING;
    const columns: MasterColumn[] = [];
    for (let list = 0; list < this.model.length.length; list++) {
      const found = this.late() ? null : this.cutBound.within(list, gap, MOST_IN_ALL - columns.length);
      if (found === null) return false;
      columns.push(...found.map(({ slots }) => this.cutBound.master.column(list, slots)));
    }
    return this.choose([...columns, ...this.planColumns()], PROOF_NODES);
  }

  /** Lets HiGHS choose among columns; true when it says that there is nothing better than what is best now. */
  private choose(offered: readonly MasterColumn[], mostNodes: number): boolean {
    const byKey = new Map(offered.map((column) => [[...column.slots].sort((a, b) => a - b).join(), column]));
    const columns = [...byKey.values()];
    if (columns.length === 0) return true;
    const program = choiceProgram(this.cutBound, columns);
    const answer = this.engines.ask("HiGHS", { kind: "choose", program, mostNodes }, this.late);
    const chosen = answer === null ? null : chosenColumns(program, answer.values);
    if (answer === null || chosen === null) return false;
    const points = this.take(chosen.map((at) => columns[at]!));
    return answer.closed && points === this.points;
  }

  /** Takes a plan when it is better than the best; its points. */
  private take(columns: readonly MasterColumn[]): number {
    const plan = columns.flatMap(({ slots }) => [...slots]);
    const points = pointsOf(this.model, plan);
    if (points > this.points) {
      [this.best, this.points] = [plan, points];
      this.did.add("plan");
      this.offerPlan();
    }
    return points;
  }
}

function slotsByList({ length, slotList }: Model, slots: readonly number[]): number[][] {
  const byList: number[][] = Array.from(length, () => []);
  for (const slot of slots) byList[slotList[slot]!]!.push(slot);
  return byList;
}
