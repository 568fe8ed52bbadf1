/** Cells of a unit of size: sizes are rounded down to them, which only raises what fits. Fewer where there is much. */
const CELLS = 2;
const LARGE = 300;

/**
 * The most that items can gain from each place of an order on, by the size that is left: a knapsack solved from the end,
 * never below what whole items can gain.
 */
export class Fillings {
  /** Sizes by place, in cells. */
  size: Int32Array = new Int32Array(64);
  private best: Float64Array = new Float64Array(4096);
  private width = 0;
  private fineness = CELLS;

  /** Cells of a size. */
  cells(size: number): number {
    return size === Infinity ? 0 : Math.floor(size * this.fineness + 1e-6);
  }

  fill(
    order: Int32Array,
    count: number,
    gain: Float64Array,
    sizeOf: (item: number) => number,
    most: number,
  ): void {
    this.fineness = most > LARGE ? 1 : CELLS;
    const width = (this.width = this.cells(most) + 1);
    if (count > this.size.length) this.size = new Int32Array(2 * count);
    if (width * (count + 1) > this.best.length) this.best = new Float64Array(2 * width * (count + 1));
    const { best, size } = this;
    best.fill(0, count * width, (count + 1) * width);
    for (let at = count - 1; at >= 0; at--) {
      const [row, after] = [at * width, (at + 1) * width];
      const [own, worth] = [Math.floor(sizeOf(order[at]!) * this.fineness), gain[order[at]!]!];
      size[at] = own;
      for (let left = 0; left < width; left++) {
        const without = best[after + left]!;
        const with_ = left >= own ? worth + best[after + left - own]! : -Infinity;
        best[row + left] = with_ > without ? with_ : without;
      }
    }
  }

  /** The most that items from a place on can gain within so many cells. */
  of(at: number, left: number): number {
    return this.best[at * this.width + left]!;
  }
}
