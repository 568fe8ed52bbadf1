import type { CutBound } from "./cut-bound";
import type { Engines } from "./engine";
import type { Pool } from "./pool";
import { columnsOf } from "./program";
import { STAND_IN } from "./stand-in";

/** Columns after which the program begins anew with those that are in question. */
const MOST_HELD = 4000;
/** Shares below this are none. */
const LEAST_SHARE = 1e-9;

/** What the engine says of some columns of a pool: duals of rows and cuts, points, and the columns that have a share. */
export interface Relaxed {
  duals: Float64Array;
  points: number;
  columns: number[];
  shares: number[];
}

/** The relaxed program over columns of a pool, some of them at a time. The engine keeps it between two questions. */
export class PoolProgram {
  /** Iterations of the engine so far: the same on every machine, as time is not. */
  iterations = 0;
  private held: number[] = [];
  private readonly isHeld: Uint8Array;
  private readonly standIns: readonly { points: number; entries: [row: number, amount: number][] }[];
  private sent = 0;

  constructor(
    private readonly bound: CutBound,
    private readonly pool: Pool,
    private readonly engines: Engines,
    private readonly late: () => boolean,
  ) {
    this.isHeld = new Uint8Array(pool.count);
    this.standIns = standInsOf(bound);
  }

  holds(column: number): boolean {
    return this.isHeld[column] === 1;
  }

  /** Holds a column from the next question on. */
  hold(column: number): void {
    if (this.isHeld[column]) return;
    this.isHeld[column] = 1;
    this.held.push(column);
  }

  /** The best shares of the columns held that are in question; null when the engine has no answer. */
  solve(inQuestion: (column: number) => boolean, fewest: Int32Array): Relaxed | null {
    if (this.held.length > MOST_HELD) this.keep(inQuestion);
    const fresh = this.held.slice(this.sent).map((column) => ({
      points: this.pool.points[column]!,
      entries: this.pool.entriesOf(column),
    }));
    const begin = this.sent === 0;
    const columns = columnsOf(begin ? [...this.standIns, ...fresh] : fresh);
    const open = this.held.map((column) => (inQuestion(column) ? Infinity : 0));
    const upper = Float64Array.from([...this.standIns.map(() => Infinity), ...open]);
    const least = Float64Array.from(fewest, (cases) => (cases > 0 ? 1 : -Infinity));
    const request = begin ? { begin: { ...columns, ...this.limits() } } : { columns };
    this.sent = this.held.length;
    const answer = this.engines.ask("HiGHS", { kind: "relax", ...request, upper, least }, this.late);
    this.iterations += answer?.iterations ?? 0;
    if (!answer?.closed || answer.values.length !== upper.length) return null;
    if (answer.duals?.length !== this.rows || !answer.duals.every(Number.isFinite)) return null;
    return this.read(answer.values, answer.duals);
  }

  private read(values: Float64Array, duals: Float64Array): Relaxed {
    const relaxed: Relaxed = { duals, points: 0, columns: [], shares: [] };
    values.forEach((share, at) => {
      if (share <= LEAST_SHARE) return;
      const column = this.held[at - this.standIns.length];
      relaxed.points += share * (column === undefined ? STAND_IN : this.pool.points[column]!);
      if (column === undefined) return;
      relaxed.columns.push(column);
      relaxed.shares.push(share);
    });
    return relaxed;
  }

  private keep(inQuestion: (column: number) => boolean): void {
    this.held = this.held.filter(inQuestion);
    this.isHeld.fill(0);
    for (const column of this.held) this.isHeld[column] = 1;
    this.sent = 0;
  }

  private get rows(): number {
    return this.bound.master.most.length + this.bound.cuts.all.length;
  }

  private limits() {
    const most = Float64Array.from([
      ...this.bound.master.most,
      ...this.bound.cuts.all.map((cut) => cut.most),
    ]);
    return { most, least: most.map(() => -Infinity) };
  }
}

/** One for each list and each row that needs something: the program then always has an answer. */
function standInsOf({ master: { lists, most } }: CutBound) {
  const rows = Array.from({ length: lists }, (_, row): [number, number] => [row, 1]);
  most.forEach((amount, row) => amount < 0 && rows.push([row, amount]));
  return rows.map((entry) => ({ points: STAND_IN, entries: [entry] }));
}
