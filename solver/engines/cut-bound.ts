import { Columns } from "../columns";
import type { Model } from "../model";
import type { Pricing } from "../pricing";
import type { Prices } from "../prices";
import type { Relaxation } from "../relaxation";
import { Cuts } from "./cuts";
import type { Engines, ProgramRow } from "./engine";
import { Master, type MasterColumn } from "./master";
import { minuteCuts } from "./minute-cuts";
import { Payments } from "./payments";
import { columnsOf, type ProgramColumns } from "./program";
import { brokenCuts } from "./separation";
import type { Valued } from "./valued";

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
/** Points, and share of what is still to be proven, between bound and relaxed program at which both are the same. */
const SAME = 0.3;
const CLOSE = 0.003;
/** Share of what is still to be proven, and most points of it, that each list may be overstated by. */
const SLACK = 0.00005;
const MOST_MORE = 500;

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
  private readonly finder: Columns;
  private sent = 0;
  private rows: ProgramRow[] = [];
  private readonly parts: number;
  readonly lists: readonly number[];
  /** Whether the best total is a sum over lists: the first one need not be, where lists clash. */
  private isSum = false;
  /** Points by which a list may be worth more than its best known column without being searched for. */
  private slack = 0;

  constructor(
    readonly model: Model,
    relaxation: Relaxation,
    private readonly pricing: Pricing,
    private readonly engines: Engines,
    private readonly late: () => boolean,
    start: { prices: Prices; total: number; ceilings: Float64Array },
  ) {
    this.master = new Master(model);
    this.lists = Array.from({ length: this.master.lists }, (_, list) => list);
    this.cuts = new Cuts(this.master);
    this.finder = new Columns(model, relaxation, pricing.loader);
    let largest = start.total;
    model.slotPoints.forEach((points) => (largest += Math.abs(points)));
    this.parts = Math.min(FINEST, 2 ** Math.floor(Math.log2(EXACT / (8 * largest + 1))));
    this.best = {
      total: start.total,
      duals: this.master.dualsOf(start.prices),
      ceilings: start.ceilings.slice(),
    };
    for (const list of this.lists) {
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

  /** Columns of a list within a gap of its ceiling at the best duals, their pins among them; null when too many, or time is out. */
  within(list: number, gap: number, most: number): { slots: number[]; shortfall: number }[] | null {
    this.price(this.best.duals);
    const found = this.finder.all(list, this.best.ceilings[list]!, gap, most, this.late);
    const pins = this.pinsOf(list);
    return found?.map(({ slots, shortfall }) => ({ slots: [...pins, ...slots], shortfall })) ?? null;
  }

  /** Lowers the ceiling of a list, no choice of which comes nearer to it than this, and the total with it. */
  lower(list: number, shortfall: number): void {
    if (!this.isSum) return;
    const ceiling = this.best.ceilings[list]! - shortfall + ROUNDING;
    if (ceiling >= this.best.ceilings[list]!) return;
    const least = this.pinsOf(list).length > 0 ? -Infinity : 0;
    const paid = this.pairsPay(list, this.best.duals);
    const [before, after] = [this.best.ceilings[list]!, ceiling].map((each) => Math.max(least, each - paid));
    this.best.ceilings[list] = ceiling;
    this.best.total -= before! - after!;
  }

  /** Solves the relaxed program to its optimum by and by; false when HiGHS gives up or time is out. */
  converge(enough: number): boolean {
    for (let solved = 0; solved < MOST_SOLVED; solved++) {
      const more = Math.min(MOST_MORE, this.best.total - enough);
      this.slack = more > 0 ? SLACK * more : 0;
      const answer = this.solve();
      if (answer === null) return false;
      for (const share of [SMOOTH, 0]) {
        const before = this.held.length;
        this.tryDuals(this.mix(this.best.duals, answer.duals, share));
        if (this.best.total < enough || this.late()) return true;
        if (this.held.length > before) break;
      }
      const same = Math.max(SAME, CLOSE * Math.min(this.best.total - enough, MOST_MORE));
      if (this.held.length === this.sent || this.best.total - answer.points < same) return true;
    }
    return true;
  }

  /** Adds the cuts that the last shares break; their number. */
  cut(): number {
    const minutes = minuteCuts(this.master, this.model, this.columns, this.shares);
    const broken = brokenCuts(this.master, this.cuts, this.columns, this.shares);
    const first = this.master.most.length + this.cuts.all.length;
    const fresh = this.cuts.add([...minutes.map(({ cut }) => cut), ...broken]);
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
    const begin = this.sent === 0;
    const request = begin ? { begin: { ...columns, ...this.rowLimits() } } : { rows: this.rows, columns };
    this.rows = [];
    this.sent = this.held.length;
    const answer = this.engines.ask("HiGHS", { kind: "relax", ...request }, this.late);
    const rows = this.best.duals.length;
    if (!answer?.closed || answer.duals?.length !== rows || answer.values.length !== this.sent) return null;
    if (!answer.duals.every(Number.isFinite)) return null;
    this.shares = answer.values;
    const points = this.held.reduce((sum, held, at) => sum + held.column.points * answer.values[at]!, 0);
    return { duals: answer.duals, points };
  }

  private fresh(): ProgramColumns {
    const fresh = this.held.slice(this.sent);
    return columnsOf(fresh.map(({ column, entries }) => ({ points: column.points, entries })));
  }

  private rowLimits() {
    const { most, least } = this.master;
    const all = Float64Array.from([...most, ...this.cuts.all.map((cut) => cut.most)]);
    return { most: all, least: all.map((_, row) => least[row] ?? -Infinity) };
  }

  /** Duals between the best and the engine's, on the grid; none below 0, and none of lists. */
  mix(known: Float64Array, duals: Float64Array, share: number): Float64Array {
    return known.map((best, row) => {
      if (row < this.master.lists) return 0;
      const mixed = share * best + (1 - share) * Math.max(0, duals[row]!);
      return Math.round(mixed * this.parts) / this.parts;
    });
  }

  /** What duals prove; columns that they leave out are offered. */
  private tryDuals(duals: Float64Array): void {
    const { lists, most } = this.master;
    const ceilings = this.knownWorth(duals);
    this.price(duals);
    let total = 0;
    for (let row = lists; row < duals.length; row++)
      total += duals[row]! * (most[row] ?? this.cuts.all[row - most.length]?.most ?? 0);
    for (const list of this.lists) {
      if (this.late()) return;
      ceilings[list] = this.ceilingOf(list, ceilings[list]!);
      const worth = ceilings[list]! - this.pairsPay(list, duals);
      total += this.pinsOf(list).length > 0 ? worth : Math.max(0, worth);
    }
    if (total < this.best.total) [this.best, this.isSum] = [{ total, duals, ceilings }, true];
  }

  /** The most that a list is worth, at least `floor`, what its known columns are worth; a little more is not looked for. */
  private ceilingOf(list: number, known: number): number {
    const floor = known + this.slack;
    const { columns, over } = this.finder.above(list, floor, MOST_ABOVE);
    const pins = this.pinsOf(list);
    for (const { slots } of columns.slice(0, MOST_ADDED)) this.offer(list, [...pins, ...slots]);
    return floor + over + ROUNDING;
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

  private price(duals: Float64Array): void {
    this.pricing.setPrices(this.master.pricesOf(duals));
    this.finder.charge(new Payments(this.master, this.model, this.cuts, duals));
  }

  private pinsOf(list: number): number[] {
    const { start, items } = this.model.pinnedOf;
    return Array.from(items.subarray(start[list], start[list + 1]));
  }
}
