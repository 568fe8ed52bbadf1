import type { Problem } from "~solver/problem";
import type { FinalList } from "./final-list";

/** What couples the lists of a finished plan: surgeons in two places, reserves, sets of equipment. */
export class SharedLists {
  /** Lists that may not hold cases together with a list: they overlap and share a surgeon. */
  readonly clashes = new Map<FinalList, FinalList[]>();
  /** Reserves that a list belongs to. */
  readonly reserves = new Map<FinalList, number[]>();
  /** Planned minutes by reserve, as cases come and go. */
  readonly reserveUsed: number[];
  /** Lists that take a unit of a capacity when they hold its kit. */
  readonly kitLists = new Map<number, FinalList[]>();

  constructor(problem: Problem, lists: readonly FinalList[]) {
    for (const list of lists) {
      const clashes = lists.filter((other) => other !== list && clash(list, other));
      if (clashes.length) this.clashes.set(list, clashes);
      for (const capacity of list.kitUsage.flat()) append(this.kitLists, capacity, list);
    }
    this.reserveUsed = problem.reserves.map((reserve, at) => {
      const members = lists.filter((_, number) => reserve.lists.includes(number));
      for (const list of members) append(this.reserves, list, at);
      return 0;
    });
  }
}

function clash(a: FinalList, b: FinalList): boolean {
  const overlap = a.day === b.day && a.start < b.end && b.start < a.end;
  return overlap && a.operators.some((operator) => b.operators.includes(operator));
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
