import { gainfulExchange, nearExchange } from "./cheapest-exchange.server";
import { required, type FinalLists } from "./final-lists.server";
import type { Waiting } from "./waiting.server";

/** What a changed plan gains over the one before, in points and patients. */
export interface Gain {
  points: number;
  patients: number;
}

/**
 * Changes of a finished plan made one after another, each in the plan that those before it left, so that what they gain
 * together is what a real plan gains. Whoever makes them undoes them.
 */
export class ChangeChain {
  readonly gain: Gain = { points: 0, patients: 0 };
  private readonly made: { option: number; came: boolean }[] = [];

  constructor(
    private readonly lists: FinalLists,
    private readonly waiting: Waiting,
  ) {}

  /** Makes the best exchange by which one who waits comes into a list, again and again until none gains. */
  exchange(list: number): void {
    for (;;) {
      const free = required(this.waiting.of[list]).filter((option) => !this.isPlaced(option));
      const found = gainfulExchange(this.lists, free);
      if (found === null) return;
      for (const out of found.out) this.drop(out);
      this.take(found.in);
    }
  }

  /** Fills what is free of a list with those who wait. */
  fill(list: number): void {
    const { taken, gain } = this.waiting.fill(list, Infinity);
    for (const option of taken) this.made.push({ option, came: true });
    this.gain.points += gain;
    this.gain.patients += taken.length;
  }

  /** Moves a case to another place, and lets those who wait into what it left; undone where that gains nothing. */
  move(from: number, to: number): void {
    const { lists } = this;
    if (!lists.listOf(from).options.includes(from)) return;
    const [before, points] = [this.made.length, this.gain.points];
    this.drop(from);
    const found = nearExchange(lists, [to]);
    for (const out of found?.out ?? []) this.drop(out);
    if (found) this.take(to);
    this.exchange(required(lists.problem.options.list[from]));
    if (this.gain.points <= points) this.undo(before);
  }

  /** Undoes all but the first so many changes. */
  undo(left = 0): void {
    for (const { option, came } of this.made.splice(left).reverse())
      if (came) this.drop(option);
      else this.take(option);
    this.made.length = left;
  }

  private isPlaced(option: number): boolean {
    return this.lists.isPlaced(required(this.lists.problem.options.case[option]));
  }

  private take(option: number): void {
    this.gain.points += this.lists.gainOf(option);
    this.gain.patients++;
    this.lists.take(option);
    this.made.push({ option, came: true });
  }

  private drop(option: number): void {
    this.lists.drop(option);
    this.gain.points -= this.lists.gainOf(option);
    this.gain.patients--;
    this.made.push({ option, came: false });
  }
}
