import { Ceiling } from "../ceiling";
import { Columns } from "../columns";
import type { Model } from "../prepare";
import type { Pricing } from "../pricing";
import type { Prices } from "../prices";
import type { Relaxation } from "../relaxation";
import { Cuts } from "./cuts";
import type { Engines, ProgramRow } from "./engine";
import { Master, type MasterColumn } from "./master";
import { columnsOf, type ProgramColumns } from "./program";
import { brokenCuts } from "./separation";

/** Relaxed programs solved between two sets of cuts, and columns that a list adds to one. */
const MOST_SOLVED = 60;
const MOST_ADDED = 15;
/** Columns above a floor after which only better ones are looked for. */
const MOST_ABOVE = 40;
/** Weight of the best duals so far in those that are tried: an engine's own swing widely. */
const SMOOTH = 0.6;
/** Finest grid of duals, parts of a point, and the largest sum that is exact on it. */
const FINEST = 2 ** 20;
const EXACT = 2 ** 52;
/** Points that rounding may cost a list's ceiling. */
const ROUNDING = 1e-5;
/** Points between bound and relaxed program at which both are the same. */
const SAME = 0.3;

/** What duals of the rows and cuts prove: no plan has more than `total` points. */
export interface Valued {
  total: number;
  duals: Float64Array;
  /** By list, the most that it is worth at the duals. */
  ceilings: Float64Array;
}

/** A column in the relaxed program, its cuts among the entries. */
interface Held {
  column: MasterColumn;
  entries: [row: number, amount: number][];
}

/**
 * The relaxed list model with cuts: HiGHS proposes duals, this finds the columns that they leave out and what they prove.
 * The bound rests on our own sums alone: whatever the duals are, no list is worth more than its ceiling at them, and all
 * sums are exact on the grid that the duals are rounded to.
 */
export class CutBound {
  readonly master: Master;
  readonly cuts: Cuts;
  best: Valued;
  /** Shares of the columns in the relaxed program solved last. */
  shares: Float64Array = new Float64Array(0);
  private readonly held: Held[] = [];
  private readonly keys = new Set<string>();
  private readonly ceiling: Ceiling;
  private sent = 0;
  private rows: ProgramRow[] = [];
  private readonly parts: number;

  constructor(
    private readonly model: Model,
    private readonly relaxation: Relaxation,
    private readonly pricing: Pricing,
    private readonly engines: Engines,
    private readonly late: () => boolean,
    start: { prices: Prices; total: number; ceilings: Float64Array },
  ) {
    this.master = new Master(model);
    this.cuts = new Cuts(this.master, model);
    this.ceiling = new Ceiling(model, relaxation, model.slotPoints);
    let largest = start.total;
    model.slotPoints.forEach((points) => (largest += Math.abs(points)));
    this.parts = Math.min(FINEST, 2 ** Math.floor(Math.log2(EXACT / (8 * largest + 1))));
    this.best = {
      total: start.total,
      duals: this.master.dualsOf(start.prices),
      ceilings: start.ceilings,
    };
    for (let list = 0; list < this.master.lists; list++) {
      const pins = this.pinsOf(list);
      if (pins.length > 0) this.offer(list, pins);
    }
  }

  get columns(): MasterColumn[] {
    return this.held.map(({ column }) => column);
  }

  /** Offers a column, pins among its slots; says whether it was new. */
  offer(list: number, slots: readonly number[]): boolean {
    const key = `${list}:${[...slots].sort((a, b) => a - b).join()}`;
    if (this.keys.has(key)) return false;
    this.keys.add(key);
    const column = this.master.column(list, slots);
    this.held.push({ column, entries: this.cuts.entriesOf(column) });
    return true;
  }

  /** Columns of a list within a gap of its ceiling at the best duals, their pins among them; null when too many. */
  within(list: number, gap: number, most: number): { slots: number[]; shortfall: number }[] | null {
    const found = this.finder(this.best.duals).of(list, this.best.ceilings[list]!, gap, most);
    const pins = this.pinsOf(list);
    return found?.map(({ slots, shortfall }) => ({ slots: [...pins, ...slots], shortfall })) ?? null;
  }

  /** Solves the relaxed program to its optimum by and by; false when HiGHS gives up or time is out. */
  converge(enough: number): boolean {
    for (let solved = 0; solved < MOST_SOLVED; solved++) {
      const answer = this.solve();
      if (answer === null) return false;
      for (const share of [SMOOTH, 0]) {
        const before = this.held.length;
        this.tryDuals(this.mix(answer.duals, share));
        if (this.best.total < enough || this.late()) return true;
        if (this.held.length > before) break;
      }
      if (this.held.length === this.sent || this.best.total - answer.points < SAME) return true;
    }
    return true;
  }

  /** Adds the cuts that the last shares break; their number. */
  cut(): number {
    const broken = brokenCuts(this.master, this.cuts, this.columns, this.shares);
    const first = this.master.most.length + this.cuts.all.length;
    const fresh = this.cuts.add(broken);
    const rows = fresh.map(({ most }) => ({ columns: [] as number[], amounts: [] as number[], most }));
    this.held.forEach(({ column, entries }, at) => {
      for (const [row, amount] of this.cuts.entriesOf(column)) {
        if (row < first) continue;
        entries.push([row, amount]);
        if (at >= this.sent) continue;
        rows[row - first]!.columns.push(at);
        rows[row - first]!.amounts.push(amount);
      }
    });
    const duals = new Float64Array(this.best.duals.length + fresh.length);
    duals.set(this.best.duals);
    this.best = { ...this.best, duals };
    this.rows = rows;
    return fresh.length;
  }

  private solve(): { duals: Float64Array; points: number } | null {
    if (this.held.length === 0) return { duals: this.best.duals, points: 0 };
    const columns = this.fresh();
    const { most, least } = this.master;
    const limits = {
      most,
      least: Float64Array.from(most, (_, row) => least[row] ?? -Infinity),
    };
    const request = this.sent === 0 ? { begin: { ...columns, ...limits } } : { rows: this.rows, columns };
    this.rows = [];
    this.sent = this.held.length;
    const answer = this.engines.ask("HiGHS", { kind: "relax", ...request }, this.late);
    const rows = this.best.duals.length;
    if (!answer?.closed || answer.duals?.length !== rows || answer.values.length !== this.sent) return null;
    if (!answer.duals.every(Number.isFinite)) return null;
    this.shares = answer.values;
    const points = this.held.reduce((sum, { column }, at) => sum + column.points * answer.values[at]!, 0);
    return { duals: answer.duals, points };
  }

  private fresh(): ProgramColumns {
    return columnsOf(
      this.held.slice(this.sent).map(({ column, entries }) => ({ points: column.points, entries })),
    );
  }

  /** Duals between the best and the engine's, on the grid; none below 0, and none of lists. */
  private mix(duals: Float64Array, share: number): Float64Array {
    return this.best.duals.map((best, row) => {
      if (row < this.master.lists) return 0;
      const mixed = share * best + (1 - share) * Math.max(0, duals[row]!);
      return Math.round(mixed * this.parts) / this.parts;
    });
  }

  /** What duals prove; columns that they leave out are offered. */
  private tryDuals(duals: Float64Array): void {
    const { lists, most } = this.master;
    const ceilings = this.knownWorth(duals);
    const finder = this.finder(duals);
    this.ceiling.setPrices(this.master.pricesOf(duals));
    let total = 0;
    for (let row = lists; row < duals.length; row++)
      total += duals[row]! * (most[row] ?? this.cuts.all[row - most.length]?.most ?? 0);
    for (let list = 0; list < lists; list++) {
      if (this.late()) return;
      ceilings[list] = this.ceilingOf(finder, list, ceilings[list]!);
      const worth = ceilings[list]! - this.pairsPay(list, duals);
      total += this.pinsOf(list).length > 0 ? worth : Math.max(0, worth);
    }
    if (total < this.best.total) this.best = { total, duals, ceilings };
  }

  /** The most that a list is worth, at least `floor`, what its known columns are worth. */
  private ceilingOf(finder: Columns, list: number, floor: number): number {
    const { columns, whole } = finder.above(list, floor - ROUNDING, MOST_ABOVE);
    const pins = this.pinsOf(list);
    for (const { slots } of columns.slice(0, MOST_ADDED)) this.offer(list, [...pins, ...slots]);
    if (!whole) return Math.max(floor, this.ceiling.of(list, -Infinity, false));
    return Math.max(floor, floor - ROUNDING - (columns[0]?.shortfall ?? 0)) + 2 * ROUNDING;
  }

  /** By list, the most that a column known so far is worth at the duals, pairs of lists aside. */
  private knownWorth(duals: Float64Array): Float64Array {
    const worth = Float64Array.from({ length: this.master.lists }, (_, list) =>
      this.pinsOf(list).length > 0 ? -Infinity : this.pairsPay(list, duals),
    );
    for (const { column, entries } of this.held) {
      let sum = column.points + this.pairsPay(column.list, duals);
      for (const [row, amount] of entries) sum -= duals[row]! * amount;
      worth[column.list] = Math.max(worth[column.list]!, sum);
    }
    return worth;
  }

  private pairsPay(list: number, duals: Float64Array): number {
    return this.master.rowsOfList(list).reduce((sum, row) => sum + duals[row]!, 0);
  }

  private finder(duals: Float64Array): Columns {
    const { model, relaxation, pricing } = this;
    pricing.setPrices(this.master.pricesOf(duals));
    return new Columns(relaxation, pricing.loader, model.overrunProbabilityMax, this.cuts.penalties(duals));
  }

  private pinsOf(list: number): number[] {
    const { start, items } = this.model.pinnedOf;
    return Array.from(items.subarray(start[list], start[list + 1]));
  }
}
