import type { Model } from "../model";
import { casesOf } from "./rule";
import type { Rule, Tally } from "./rule";

/** A person has at most one case a day. */
export const personADay: Rule = (problem, { options }) => {
  const days = new Map<string, { person: number; lists: number[]; cases: number[] }>();
  for (const [at, c] of casesOf(problem, options).entries()) {
    const list = problem.options.list[options[at] as number] as number;
    const person = problem.cases[c]?.person as number;
    const key = `${person}/${problem.lists[list]?.day}`;
    const day = days.get(key) ?? { person, lists: [], cases: [] };
    day.lists.push(list);
    day.cases.push(c);
    days.set(key, day);
  }
  return [...days.values()]
    .filter((day) => new Set(day.cases).size > 1)
    .map(({ person, lists, cases }) => ({
      rule: "person-a-day",
      lists,
      cases,
      subject: String(person),
      amount: cases.length,
      limit: 1,
    }));
};

/** Days on which a person has a case, as slots come and go. */
export class PersonDayTally implements Tally {
  private readonly taken: Uint8Array;

  constructor(private readonly model: Model) {
    this.taken = new Uint8Array(model.personDays);
  }

  allows(slot: number): boolean {
    const day = this.model.slotPersonDay[slot]!;
    return day < 0 || this.taken[day] === 0;
  }

  add(slot: number): void {
    const day = this.model.slotPersonDay[slot]!;
    if (day >= 0) this.taken[day] = 1;
  }

  remove(slot: number): void {
    const day = this.model.slotPersonDay[slot]!;
    if (day >= 0) this.taken[day] = 0;
  }
}
