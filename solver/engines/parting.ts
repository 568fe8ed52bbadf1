import type { Model } from "../prepare";
import { componentsOf, focusesOf } from "./components";
import type { CutBound } from "./cut-bound";
import type { MasterColumn } from "./master";
import { slotShares, takenColumns, wholeColumns } from "./shares";

/** Points that rounding may add to a sum of points. */
const ROUNDING = 1e-3;
/** Most cuts of one component; parts add no more from there on. */
const MOST_CUTS = 400;
/** Share of a case that must be in one list, and in others, for the plans to be parted by it. */
const LEAST_SHARE = 0.01;
/** Points by which the best of a component may be missed: less is not worth another part. */
const SETTLED = 0.5;

/** Plans of one component without some slots: worth at most `total`, by `duals`. Without a split they are not parted. */
interface Part {
  closed: ReadonlySet<number>;
  total: number;
  duals: Float64Array;
  split: Split | null;
}

/** Every plan leaves one side of a split untaken. */
type Split = readonly [readonly number[], readonly number[]];

/** The lists of one component, the parts of its plans, and the most that one of them was found to be worth. */
interface Component {
  bound: CutBound;
  parts: Part[];
  found: number;
}

/**
 * Parts the plans in two, again and again, by whether a case may be in one list or in all others. Components that share
 * little are parted each for itself, what they share at its dual: a whole plan is worth at most what the best parts of
 * all components are worth together. Each part's bound is proven like that of the whole.
 */
export class Parting {
  private readonly components: Component[];
  private readonly constant: number;
  private readonly taken = new Set<MasterColumn>();

  /** `bound`: of all lists, where it converged; `points`: of the best plan so far; `plan`: its columns. */
  constructor(
    private readonly model: Model,
    private readonly whole: CutBound,
    private readonly points: () => number,
    plan: readonly MasterColumn[],
    private readonly late: () => boolean,
  ) {
    const { focuses, constant } = focusesOf(whole, componentsOf(model));
    this.constant = constant;
    this.components = focuses.map((focus) => {
      const bound = whole.focused(focus);
      const own = plan.filter(({ list }) => focus.lists.includes(list));
      const found = own.reduce((sum, column) => sum + bound.worthOf(column), 0);
      return { bound, parts: [], found };
    });
    for (const component of this.components) {
      const { duals } = component.bound.best;
      component.bound.enter(new Set(), duals);
      component.parts.push({ closed: new Set(), total: component.bound.best.total, duals, split: null });
    }
  }

  /** No plan has more points than this, or than the best plan. */
  get total(): number {
    return this.components.reduce((sum, component) => sum + topOf(component), this.constant);
  }

  /** Columns that good plans are likely to hold. */
  get likely(): MasterColumn[] {
    return [...this.taken];
  }

  /** Looks at each component as a whole. */
  begin(): void {
    for (const component of this.components) {
      const [first] = component.parts.splice(0, 1);
      this.look(component, first!, []);
    }
  }

  /** Looks at up to so many parts; says whether there was anything to part. */
  run(most: number): boolean {
    let parts = 0;
    for (; parts < most && !this.late() && this.promises(this.total); parts += 2) {
      const next = this.next();
      if (next === null) break;
      const { component, part } = next;
      component.parts.splice(component.parts.indexOf(part), 1);
      for (const side of part.split!) this.look(component, part, side);
    }
    this.whole.enter(new Set(), this.whole.best.duals);
    return parts > 0;
  }

  /** All columns that a plan better than the best could hold; null when they are more than `most`, or time is out. */
  columns(most: number): MasterColumn[] | null {
    const found = new Map<string, MasterColumn>();
    for (const component of this.components)
      for (const part of component.parts) {
        const { bound } = component;
        const least = this.enough(component);
        if (part.total < least) continue;
        bound.enter(part.closed, part.duals);
        for (const list of bound.lists) {
          const gap = bound.best.total - least + ROUNDING;
          const columns = this.late() || gap === Infinity ? null : bound.within(list, gap, most);
          for (const { slots } of columns ?? [])
            found.set(`${list}:${[...slots].sort((a, b) => a - b).join()}`, bound.master.column(list, slots));
          if (columns === null || found.size > most) return this.leave(null);
        }
      }
    return this.leave([...found.values()]);
  }

  private leave(columns: MasterColumn[] | null): MasterColumn[] | null {
    this.whole.enter(new Set(), this.whole.best.duals);
    return columns;
  }

  /** Where the highest part of a component is furthest above the best that was found in it. */
  private next(): { component: Component; part: Part } | null {
    let next: { component: Component; part: Part; over: number } | null = null;
    for (const component of this.components) {
      const total = topOf(component);
      const part = component.parts.find((each) => each.total === total);
      const over = total - component.found;
      if (!part?.split || over < SETTLED || (next && over <= next.over)) continue;
      next = { component, part, over };
    }
    return next;
  }

  private look(component: Component, part: Part, side: readonly number[]): void {
    const { bound } = component;
    const closed = new Set([...part.closed, ...side]);
    const enough = this.enough(component);
    bound.enter(closed, part.duals);
    let solved = bound.converge(enough);
    const more =
      solved && bound.best.total >= enough && bound.cuts.all.length < this.whole.cuts.all.length + MOST_CUTS;
    if (more && bound.cut() > 0) solved = bound.converge(enough);
    const total = Math.min(part.total, bound.best.total);
    if (total < enough) return;
    const whole = solved ? wholeColumns(bound) : null;
    if (whole)
      component.found = Math.max(
        component.found,
        whole.reduce((sum, each) => sum + bound.worthOf(each), 0),
      );
    if (solved) for (const column of takenColumns(bound)) this.taken.add(column);
    component.parts.push({
      closed,
      total,
      duals: bound.best.duals,
      split: solved && !whole ? this.split(bound) : null,
    });
  }

  /** What a component must be worth in a plan that is better than the best. */
  private enough(component: Component): number {
    const others = this.components.filter((other) => other !== component);
    return this.points() + 1 - ROUNDING - others.reduce((sum, other) => sum + topOf(other), this.constant);
  }

  private promises(total: number): boolean {
    return total + ROUNDING >= this.points() + 1;
  }

  /** By the case that is in one list and in others most evenly, long cases first; null when every case is in one. */
  private split(bound: CutBound): Split | null {
    const shares = slotShares(bound);
    const { caseSlots, mean } = this.model;
    let best: { split: Split; score: number } | null = null;
    for (let c = 0; c < mean.length; c++) {
      const slots = Array.from(caseSlots.items.subarray(caseSlots.start[c], caseSlots.start[c + 1]));
      const sum = slots.reduce((all, slot) => all + (shares.get(slot) ?? 0), 0);
      if (sum < 2 * LEAST_SHARE) continue;
      const one = slots.reduce((a, b) => ((shares.get(b) ?? 0) > (shares.get(a) ?? 0) ? b : a));
      const even = Math.min(shares.get(one) ?? 0, sum - (shares.get(one) ?? 0));
      if (even < LEAST_SHARE || (best && even * mean[c]! <= best.score)) continue;
      best = { split: [[one], slots.filter((slot) => slot !== one)], score: even * mean[c]! };
    }
    return best?.split ?? null;
  }
}

/** What the highest part of a component is worth. */
function topOf({ parts }: Component): number {
  return parts.reduce((most, part) => Math.max(most, part.total), -Infinity);
}
