import type { Model } from "../model";
import { casesOf } from "./rule";
import type { Rule, Tally } from "./rule";

/** Mark of a case that is not to be placed here. */
const WITHHELD = -2;

/** A case is placed at most once. */
export const once: Rule = (problem, { options }) => {
  const lists = new Map<number, number[]>();
  for (const [at, c] of casesOf(problem, options).entries()) {
    const list = problem.options.list[options[at] as number] as number;
    lists.set(c, [...(lists.get(c) ?? []), list]);
  }
  return [...lists]
    .filter(([, where]) => where.length > 1)
    .map(([c, where]) => ({
      rule: "once",
      lists: where,
      cases: [c],
      subject: problem.cases[c]?.id ?? "",
      amount: where.length,
      limit: 1,
    }));
};

/** Where each case is, as slots come and go. */
export class OnceTally implements Tally {
  /** Slot that holds a case, -1 when none does, another number below 0 when none may. */
  readonly slotOfCase: Int32Array;

  constructor(private readonly model: Model) {
    this.slotOfCase = new Int32Array(model.mean.length).fill(-1);
  }

  allows(slot: number): boolean {
    return this.slotOfCase[this.model.slotCase[slot]!] === -1;
  }

  add(slot: number): void {
    this.slotOfCase[this.model.slotCase[slot]!] = slot;
  }

  remove(slot: number): void {
    this.slotOfCase[this.model.slotCase[slot]!] = -1;
  }

  /** Makes a case that has no place unavailable. */
  withhold(c: number): void {
    this.slotOfCase[c] = WITHHELD;
  }
}
