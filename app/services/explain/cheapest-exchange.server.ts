import { sharedRulesHold, type Exchange } from "./exchange.server";
import type { FinalList, Removable } from "./final-list";
import type { FinalLists } from "./final-lists.server";
import { wayIn } from "./way-in.server";

/**
 * The exchange by which a case could have its place at the least loss of score: in any of its lists, with nobody, one
 * or two cases of that list making way; where none of these is possible, a way found by `wayIn`. null: pins hold what
 * it needs. Nobody who makes way is placed anew, so a wider change may cost less.
 * @param options the options of one case, in the order of time
 */
export function cheapestExchange(lists: FinalLists, options: readonly number[]): Exchange | null {
  const near = nearExchange(lists, options);
  if (near) return near;
  let best: Exchange | null = null;
  for (const option of options) {
    const found = wayIn(lists, option);
    if (found && (best === null || found.change > best.change)) best = found;
  }
  return best;
}

/**
 * The best exchange by which a case comes into one of these places, or the only one, and the score gains; null when there
 * is none with at most two out.
 */
export function gainfulExchange(lists: FinalLists, options: readonly number[]): Exchange | null {
  const search = new Search(lists, 0);
  for (const option of options) search.list(option);
  return search.best;
}

/** The best exchange of at most two cases of one list, whatever it costs; null when rules or pins forbid all. */
export function nearExchange(lists: FinalLists, options: readonly number[]): Exchange | null {
  const search = new Search(lists);
  for (const option of options) search.list(option);
  return search.best;
}

const NOBODY: Removable = { option: -1, cost: 0, mean: 0, variance: 0 };

/** Tries every exchange with at most two cases of one list; the dearest are never tried. */
class Search {
  best: Exchange | null = null;

  /** `least`: only exchanges that change the score by more than this. */
  constructor(
    private readonly lists: FinalLists,
    private least = -Infinity,
  ) {}

  list(option: number): void {
    const list = this.lists.listOf(option);
    const { removable } = list;
    const gain = this.lists.gainOf(option);
    // Minutes that one or two cases must leave at least: a first look, before the rules are asked.
    const lacking = this.lists.caseOf(option).mean - this.lists.minutesLeft(list);
    const lackingOne = lacking - list.turnaround;
    const lackingTwo = lackingOne - list.turnaround;
    if (lacking <= 0 && gain > this.least) this.offer(list, option, gain, NOBODY, NOBODY);
    for (let one = 0; one < removable.length; one++) {
      const first = removable[one]!;
      if (gain - first.cost <= this.least) return;
      if (first.mean >= lackingOne) this.offer(list, option, gain, first, NOBODY);
      for (let two = one + 1; two < removable.length; two++) {
        const second = removable[two]!;
        if (gain - first.cost - second.cost <= this.least) break;
        if (first.mean + second.mean >= lackingTwo) this.offer(list, option, gain, first, second);
      }
    }
  }

  private offer(list: FinalList, option: number, gain: number, one: Removable, two: Removable): void {
    const change = gain - one.cost - two.cost;
    if (change <= this.least || !this.listHolds(list, option, one, two)) return;
    const out = [one, two].filter((each) => each !== NOBODY).map((each) => each.option);
    if (!sharedRulesHold(this.lists, option, out)) return;
    this.best = { in: option, out, change };
    this.least = change;
  }

  private listHolds(list: FinalList, option: number, one: Removable, two: Removable): boolean {
    const { mean, deviation } = this.lists.caseOf(option);
    const out = (one === NOBODY ? 0 : 1) + (two === NOBODY ? 0 : 1);
    return this.lists.holds(
      list,
      list.options.length + 1 - out,
      list.mean - one.mean - two.mean + mean,
      list.variance - one.variance - two.variance + deviation * deviation,
    );
  }
}
