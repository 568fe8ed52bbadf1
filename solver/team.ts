import { Hand, type Crew, type Task } from "./crew";
import { listStates, reals, wholes, type ListStates } from "./list-states";
import { prepare, type Model } from "./prepare";
import { copyPrices, type Prices } from "./prices";
import type { Problem } from "./problem";
import { relax, type Relaxation } from "./relaxation";

/** What the threads of a team share: the lists' states, the prices of the moment, and the signals below. */
export interface Shared {
  states: ListStates;
  prices: Prices;
  signals: Int32Array;
}

/** What a helper of a team is started with. */
export interface HelperWork {
  problem: Problem;
  shared: Shared;
}

/** Places in `signals`. A round is one task for all lists. */
const ROUND = 0;
const TASK = 1;
/** The next list that nobody has taken yet. */
const NEXT = 2;
/** Helpers that are ready, those that take part in this round, and those that have done their part of it. */
const READY = 3;
const ADMITTED = 4;
const DONE = 5;
/** 1: ceilings are to be taken quickly. */
const QUICK = 6;
const SIGNALS = 7;

const TASKS: Task[] = ["price", "bound"];
/** The task that ends a helper. */
const END = -1;
/** Lists are taken in bites of this share of all. */
const BITES = 64;
/** Milliseconds after which a helper that does not answer is taken for lost. */
const LOST = 120_000;

/** A crew of this thread and helpers, which join as soon as they are ready. */
export class Team implements Crew {
  readonly states: ListStates;
  readonly pricing;
  private readonly hand: Hand;
  private readonly shared: Shared;
  private readonly lists: number;

  /** `start` starts one helper's thread, which is to call `help`. */
  constructor(model: Model, relaxation: Relaxation, helpers: number, start: (shared: Shared) => void) {
    this.states = listStates(model, relaxation);
    this.shared = { states: this.states, prices: sharedPrices(model), signals: wholes(SIGNALS) };
    this.hand = new Hand(model, relaxation, this.states);
    this.pricing = this.hand.pricing;
    this.lists = model.length.length;
    for (let i = 0; i < helpers; i++) start(this.shared);
  }

  all(task: Task, prices: Prices, late: () => boolean): void {
    const { signals } = this.shared;
    copyPrices(prices, this.shared.prices);
    this.begin(TASKS.indexOf(task));
    this.hand.setPrices(prices);
    work(this.hand, this.shared, this.lists, () => {
      if (!late()) return;
      if (task === "price") Atomics.store(signals, NEXT, this.lists);
      else Atomics.store(signals, QUICK, 1);
    });
    this.waitForHelpers();
  }

  /** Lets the helpers go. */
  end(): void {
    this.begin(END);
  }

  /** Everything of a round is set before helpers are admitted, and they are before they are woken. */
  private begin(task: number): void {
    const { signals } = this.shared;
    Atomics.store(signals, TASK, task);
    Atomics.store(signals, NEXT, 0);
    Atomics.store(signals, DONE, 0);
    Atomics.store(signals, QUICK, 0);
    Atomics.store(signals, ADMITTED, Atomics.load(signals, READY));
    Atomics.add(signals, ROUND, 1);
    Atomics.notify(signals, ROUND);
  }

  private waitForHelpers(): void {
    const { signals } = this.shared;
    const admitted = Atomics.load(signals, ADMITTED);
    for (let done = Atomics.load(signals, DONE); done < admitted; done = Atomics.load(signals, DONE))
      if (Atomics.wait(signals, DONE, done, LOST) === "timed-out")
        throw new Error("a helper of the solver was lost");
  }
}

/** A helper's whole life: takes part in every round that it is admitted to, until it is let go. */
export function help({ problem, shared }: HelperWork): void {
  const { signals } = shared;
  const model = prepare(problem);
  const hand = new Hand(model, relax(model), shared.states);
  let seen = Atomics.load(signals, ROUND);
  const ticket = Atomics.add(signals, READY, 1);
  while (Atomics.load(signals, TASK) !== END) {
    Atomics.wait(signals, ROUND, seen);
    seen = Atomics.load(signals, ROUND);
    if (ticket >= Atomics.load(signals, ADMITTED) || Atomics.load(signals, TASK) === END) continue;
    hand.setPrices(shared.prices);
    work(hand, shared, model.length.length, () => undefined);
    // The round cannot end before this helper is done, so this is the round it was admitted to.
    seen = Atomics.load(signals, ROUND);
    Atomics.add(signals, DONE, 1);
    Atomics.notify(signals, DONE);
  }
}

/** Takes lists, bite by bite, until none is left. */
function work(hand: Hand, { signals }: Shared, lists: number, look: () => void): void {
  const bite = Math.max(1, Math.floor(lists / BITES));
  const task = TASKS[Atomics.load(signals, TASK)]!;
  for (;;) {
    look();
    const from = Atomics.add(signals, NEXT, bite);
    if (from >= lists) return;
    const quick = Atomics.load(signals, QUICK) === 1;
    for (let list = from; list < Math.min(lists, from + bite); list++) hand.do(task, list, quick);
  }
}

function sharedPrices(model: Model): Prices {
  return {
    cases: reals(model.mean.length),
    capacities: reals(model.quantity.length),
    personDays: reals(model.personDays),
    reserves: reals(model.reserveMinutes.length),
    keep: reals(1),
  };
}
