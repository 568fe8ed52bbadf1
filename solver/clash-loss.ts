import { heaviest } from "./independent";
import type { Group } from "./independent";
import type { Rows } from "./rows";

/**
 * What the ceilings of a group of clashing lists come to once some of its lists are opened or left empty. A list that
 * clashes with none is a group of its own.
 */
export class ClashLoss {
  private readonly decided: Uint8Array;
  private readonly blocked: Int32Array;
  private readonly left: Float64Array;

  /** `ceilings`: by list, the most that it can be worth; below 0 only where a list has pins and is always open. */
  constructor(
    private readonly groups: readonly Group[],
    private readonly ceilings: Float64Array,
    private readonly clashes: Rows,
  ) {
    this.decided = new Uint8Array(ceilings.length);
    this.blocked = new Int32Array(ceilings.length);
    this.left = new Float64Array(ceilings.length);
  }

  /** Decides about a list that is undecided. */
  decide(list: number, open: boolean): void {
    this.decided[list] = 1;
    if (open) this.block(list, 1);
  }

  /** Takes the last decision about a list back. */
  undo(list: number, open: boolean): void {
    this.decided[list] = 0;
    if (open) this.block(list, -1);
  }

  /** The most that the undecided lists of all groups, or of those given, can be worth together. */
  potential(groups: readonly Group[] = this.groups): number {
    let total = 0;
    for (const group of groups) {
      for (const list of group.lists) {
        const free = this.decided[list] === 0 && this.blocked[list] === 0;
        this.left[list] = free ? this.ceilings[list]! : 0;
        total += Math.min(0, this.left[list]);
      }
      total +=
        group.lists.length === 1
          ? Math.max(0, this.left[group.lists[0]!]!)
          : heaviest(group, this.left, this.clashes).total;
    }
    return total;
  }

  private block(list: number, change: number): void {
    const { start, items } = this.clashes;
    for (let i = start[list]!; i < start[list + 1]!; i++) this.blocked[items[i]!]! += change;
  }
}
