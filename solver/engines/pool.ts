import type { CutBound } from "./cut-bound";
import { PoolRows } from "./pool-rows";

/** Columns and entries for which there is room at first. */
const FIRST_COLUMNS = 1 << 10;
const FIRST_ENTRIES = 1 << 14;
/** Largest numbers that two bytes hold, with a sign and without. */
const NARROW = 2 ** 15 - 1;
const NARROW_ROWS = 2 ** 16 - 1;

/** A list may find so many columns, though fewer be asked for: the limit is one on the length of the search as well. */
const LEAST_MOST = 50_000;
/** Columns packed between two looks at the clock. */
const BETWEEN_LOOKS = 1 << 13;
/** Share of a gap within which the best columns of a list are looked for first. */
const NARROWEST = 2 ** -14;

/** Whole numbers, in two bytes each while all of them fit. */
type Whole = Uint16Array | Int16Array | Int32Array;

/**
 * Columns of all lists, packed. Column c has the slots `slots[slotStart[c]]` up to `slots[slotStart[c + 1]]`, pins among
 * them, and its amounts of rows and cuts from `start[c]` up to `start[c + 1]`.
 */
export class Pool {
  count = 0;
  list = new Int32Array(FIRST_COLUMNS);
  points = new Float64Array(FIRST_COLUMNS);
  start = new Int32Array(FIRST_COLUMNS + 1);
  slotStart = new Int32Array(FIRST_COLUMNS + 1);
  rows: Whole = new Uint16Array(FIRST_ENTRIES);
  amounts: Whole = new Int16Array(FIRST_ENTRIES);
  slots: Whole = new Uint16Array(FIRST_ENTRIES);

  /** All columns that a plan worth `least` or more could hold; null when they are more than `most`, or time is out. */
  static of(bound: CutBound, least: number, most: number, late: () => boolean): Pool | null {
    const pool = new Pool();
    const rows = new PoolRows(bound.model, bound.master, bound.cuts);
    for (const list of bound.lists) {
      const gap = bound.best.total - least;
      const found = late() ? null : bound.within(list, gap, Math.max(LEAST_MOST, most - pool.count));
      if (found === null || pool.count + found.length > most) return null;
      bound.lower(
        list,
        found.reduce((least, { shortfall }) => Math.min(least, shortfall), gap),
      );
      for (const { slots } of found) {
        if (pool.count % BETWEEN_LOOKS === 0 && late()) return null;
        pool.add(list, slots, rows);
      }
    }
    return pool;
  }

  /** The best columns of each list, up to so many each, and those that the relaxed program has; none is promised. */
  static ofBest(bound: CutBound, least: number, mostEach: number, late: () => boolean): Pool {
    const pool = new Pool();
    const rows = new PoolRows(bound.model, bound.master, bound.cuts);
    const gap = bound.best.total - least;
    for (const list of bound.lists) {
      let best: readonly { slots: readonly number[] }[] = [];
      for (let share = NARROWEST; share <= 1 && !late(); share *= 2) {
        const found = bound.within(list, share * gap, mostEach);
        if (found === null) break;
        best = found;
      }
      const known = bound.columns.filter((column) => column.list === list && column.slots.length > 0);
      const each = new Map(
        [...known, ...best].map(({ slots }) => [[...slots].sort((a, b) => a - b).join(), slots]),
      );
      for (const slots of each.values()) pool.add(list, slots, rows);
    }
    return pool;
  }

  /** Takes the choices of a plan, which may be there already; gives their columns. */
  include(bound: CutBound, plan: readonly number[]): number[] {
    const rows = new PoolRows(bound.model, bound.master, bound.cuts);
    const first = this.count;
    for (const list of bound.lists) {
      const slots = plan.filter((slot) => bound.model.slotList[slot] === list);
      if (slots.length > 0) this.add(list, slots, rows);
    }
    return Array.from({ length: this.count - first }, (_, at) => first + at);
  }

  /** Number of cases of a column, pins among them. */
  casesOf(column: number): number {
    return this.slotStart[column + 1]! - this.slotStart[column]!;
  }

  slotsOf(column: number): Whole {
    return this.slots.subarray(this.slotStart[column], this.slotStart[column + 1]);
  }

  /** Amounts of rows and cuts, rows rising. */
  entriesOf(column: number): [row: number, amount: number][] {
    const entries: [number, number][] = [];
    for (let i = this.start[column]!; i < this.start[column + 1]!; i++)
      entries.push([this.rows[i]!, this.amounts[i]!]);
    return entries.sort(([a], [b]) => a - b);
  }

  /** Whether a column takes no more of each row than is left, cuts aside; one that gives to a row takes none of it. */
  isWithin(column: number, left: Float64Array): boolean {
    const { rows, amounts } = this;
    for (let i = this.start[column]!; i < this.start[column + 1]!; i++)
      if (rows[i]! < left.length && amounts[i]! > 0 && amounts[i]! > left[rows[i]!]!) return false;
    return true;
  }

  /** What a column is worth at duals, those of lists aside. */
  worthOf(column: number, duals: Float64Array): number {
    const { rows, amounts } = this;
    let worth = this.points[column]!;
    for (let i = this.start[column]!; i < this.start[column + 1]!; i++)
      worth -= duals[rows[i]!]! * amounts[i]!;
    return worth;
  }

  private add(list: number, slots: readonly number[], rows: PoolRows): void {
    if (this.count + 1 === this.list.length) this.moreColumns();
    const at = this.count++;
    this.list[at] = list;
    this.points[at] = rows.read(list, slots);
    const [entry, slot] = [this.start[at]!, this.slotStart[at]!];
    this.widen(rows, slots);
    while (entry + rows.count > this.rows.length) {
      this.rows = doubled(this.rows);
      this.amounts = doubled(this.amounts);
    }
    while (slot + slots.length > this.slots.length) this.slots = doubled(this.slots);
    for (let i = 0; i < rows.count; i++) {
      this.rows[entry + i] = rows.row[i]!;
      this.amounts[entry + i] = rows.amountAt(i);
    }
    this.slots.set(slots, slot);
    this.start[at + 1] = entry + rows.count;
    this.slotStart[at + 1] = slot + slots.length;
  }

  /** Numbers too large for two bytes are rare: lists of many hours, or very many rows. */
  private widen(rows: PoolRows, slots: readonly number[]): void {
    let largest = 0;
    for (let i = 0; i < rows.count; i++) largest = Math.max(largest, Math.abs(rows.amountAt(i)));
    if (largest > NARROW) this.amounts = wide(this.amounts);
    if (rows.row.length > NARROW_ROWS) this.rows = wide(this.rows);
    if (slots.some((slot) => slot > NARROW_ROWS)) this.slots = wide(this.slots);
  }

  private moreColumns(): void {
    this.list = doubled(this.list);
    this.points = doubled(this.points);
    this.start = doubled(this.start);
    this.slotStart = doubled(this.slotStart);
  }
}

function wide(values: Whole): Whole {
  return values instanceof Int32Array ? values : Int32Array.from(values);
}

function doubled<T extends Whole | Float64Array>(values: T): T {
  const more = new (values.constructor as new (length: number) => T)(2 * values.length);
  more.set(values);
  return more;
}
