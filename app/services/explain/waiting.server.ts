import { sharedRulesHold } from "./exchange.server";
import { required, type FinalLists } from "./final-lists.server";

/** Options of one list that have no place, in an order, and their mean minutes. */
interface InOrder {
  options: Int32Array;
  means: Float64Array;
}

/** Options of the problem that come into a list, in the order in which they come, and what they gain in points. */
export interface Filled {
  taken: number[];
  gain: number;
}

/** Who waited for each list of a finished plan when this was made, and whom of them a list takes in. */
export class Waiting {
  /** Options by list. */
  readonly of: readonly (readonly number[])[];
  private readonly dearest = new Map<number, InOrder>();
  private readonly dearestByMinute = new Map<number, InOrder>();

  /** `only`: these options, as if nobody else waited. */
  constructor(
    private readonly lists: FinalLists,
    only?: ReadonlySet<number>,
  ) {
    const { problem } = lists;
    const of = problem.lists.map((): number[] => []);
    problem.options.case.forEach((one, option) => {
      if (lists.isPlaced(one) || only?.has(option) === false) return;
      required(of[required(problem.options.list[option])]).push(option);
    });
    this.of = of;
  }

  /**
   * Fills what is free of a list with at most so many who wait, twice: dearest first, and dearest by the minute first. The
   * better filling stays, every rule kept.
   */
  fill(list: number, most: number): Filled {
    const worth = (option: number) =>
      this.lists.pointsAt(option) + this.lists.minuteWeight * this.lists.caseOf(option).mean;
    const rate = (option: number) => worth(option) / this.lists.caseOf(option).mean;
    const one = this.fillBy(this.ordered(this.dearest, list, worth), list, most);
    this.drop(one);
    const two = this.fillBy(this.ordered(this.dearestByMinute, list, rate), list, most);
    if (two.gain >= one.gain) return two;
    this.drop(two);
    for (const each of one.taken) this.lists.take(each);
    return one;
  }

  /** Undoes a filling. */
  drop({ taken }: Filled): void {
    for (const each of taken) this.lists.drop(each);
  }

  private ordered(known: Map<number, InOrder>, list: number, worth: (option: number) => number): InOrder {
    const found = known.get(list);
    if (found) return found;
    const keyed = required(this.of[list]).map((option) => ({ option, by: worth(option) }));
    const sorted = keyed.sort((a, b) => b.by - a.by || a.option - b.option).map(({ option }) => option);
    const made = {
      options: Int32Array.from(sorted),
      means: Float64Array.from(sorted, (each) => this.lists.caseOf(each).mean),
    };
    known.set(list, made);
    return made;
  }

  private fillBy({ options, means }: InOrder, at: number, most: number): Filled {
    const { lists } = this;
    const list = required(lists.lists[at]);
    const filled: Filled = { taken: [], gain: 0 };
    // A first look, before the rules are asked.
    let room = lists.minutesLeft(list);
    for (let at = 0; at < options.length && filled.taken.length < most; at++) {
      if (means[at]! > room) continue;
      const option = options[at]!;
      const { mean, deviation } = lists.caseOf(option);
      const variance = list.variance + deviation * deviation;
      if (lists.isPlaced(required(lists.problem.options.case[option]))) continue;
      if (!lists.holds(list, list.options.length + 1, list.mean + mean, variance)) continue;
      if (!sharedRulesHold(lists, option, [])) continue;
      filled.gain += lists.gainOf(option);
      lists.take(option);
      filled.taken.push(option);
      room = lists.minutesLeft(list);
    }
    return filled;
  }
}
