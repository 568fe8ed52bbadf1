import { blocksOf } from "./blocks";
import { seldom, type Control } from "./control";
import { Hand, type Crew, type ListTask } from "./crew";
import { listStates, reals, wholes, type ListStates } from "./list-states";
import type { Model } from "./model";
import { prepare } from "./prepare";
import { copyPrices, noPrices, type Prices } from "./prices";
import type { Problem } from "./problem";
import { relax, type Relaxation } from "./relaxation";
import { carryOut, type Found, type Task as SearchTask, type Watched } from "./streams";
import { readFound, readTask, taskBoard, writeFound, writeTasks, type TaskBoard } from "./task-board";
import { worldOf, type World } from "./world";

/** What the threads of a team share: the lists' states, the prices of the moment, and the signals below. */
export interface Shared {
  states: ListStates;
  prices: Prices;
  signals: Int32Array;
  board: TaskBoard;
}

/**
 * Places in `signals`. A round is one task for all lists: its number, and in the lowest bits how many helpers take part in
 * it, in one word, so that no helper takes one round for another.
 */
const ROUND = 0;
const COUNT_BITS = 7;
const HELPERS = (1 << COUNT_BITS) - 1;
const TASK = 1;
/** The next list, or part of a search, that nobody has taken yet. */
const NEXT = 2;
/** Helpers that are ready, and threads that have done their part of the round, the leader too. */
const READY = 3;
const DONE = 4;
/** 1: ceilings are to be taken quickly. */
const QUICK = 5;
/** Parts of the round of a search. */
const PARTS = 6;
const SIGNALS = 7;

const TASKS = ["price", "bound", "consider", "search", "end"] as const;
type Round = (typeof TASKS)[number];
/** Lists are taken in bites of this share of all. */
const BITES = 64;
/** Steps between two looks at the clock. */
const LOOK = 16;

/** A crew of this thread and helpers, which join as soon as they are ready. */
export class Team implements Crew {
  readonly states: ListStates;
  readonly pricing;
  private readonly hand: Hand;
  private readonly shared: Shared;

  /** `invite` hands what is shared to the helpers, each of which is to call `help`. */
  constructor(
    private readonly model: Model,
    relaxation: Relaxation,
    invite: (shared: Shared) => void,
  ) {
    this.states = listStates(model, relaxation);
    this.shared = {
      states: this.states,
      prices: sharedPrices(model),
      signals: wholes(SIGNALS),
      board: taskBoard(model),
    };
    this.hand = new Hand(model, relaxation, this.states);
    this.pricing = this.hand.pricing;
    invite(this.shared);
  }

  all(task: ListTask, prices: Prices, late: () => boolean): void {
    const { signals } = this.shared;
    const lists = this.model.length.length;
    copyPrices(prices, this.shared.prices);
    this.begin(task);
    this.hand.setPrices(prices);
    priceLists(this.hand, this.shared, task, lists, () => {
      if (!late()) return;
      if (task === "price") Atomics.store(signals, NEXT, lists);
      else Atomics.store(signals, QUICK, 1);
    });
    this.waitForHelpers();
  }

  search(world: World, tasks: readonly SearchTask[], watched: Watched): Found[] {
    const { board, signals } = this.shared;
    if (tasks.length === 1) return [carryOut(world, tasks[0]!, watched)];
    writeTasks(board, tasks);
    Atomics.store(signals, PARTS, tasks.length);
    this.begin("search");
    searchParts(world, this.shared, watched);
    this.waitForHelpers();
    return tasks.map((_, part) => readFound(board, this.model, part));
  }

  /** Lets the helpers go. */
  end(): void {
    this.begin("end");
  }

  /** Everything of a round is set before its number, which admits the helpers that are ready. */
  private begin(round: Round): void {
    const { signals } = this.shared;
    Atomics.store(signals, TASK, TASKS.indexOf(round));
    Atomics.store(signals, NEXT, 0);
    Atomics.store(signals, DONE, 0);
    Atomics.store(signals, QUICK, 0);
    const number = (Atomics.load(signals, ROUND) >> COUNT_BITS) + 1;
    Atomics.store(signals, ROUND, (number << COUNT_BITS) | Atomics.load(signals, READY));
    Atomics.notify(signals, ROUND);
  }

  /** However long they take: whoever started the threads hears of one that fails, and ends them all. */
  private waitForHelpers(): void {
    const { signals } = this.shared;
    tellDone(signals);
    waitForAll(signals, Atomics.load(signals, ROUND));
  }
}

/** A helper's own model of a problem, which it makes while its leader makes another. */
export type HelperModel = Pick<World, "model" | "relaxation">;

export function helperModel(problem: Problem): HelperModel {
  const model = prepare(problem);
  return { model, relaxation: relax(model) };
}

/** A helper's whole life in a team: takes part in every round that it is admitted to, until it is let go. */
export function help(own: HelperModel, shared: Shared, control: Control): void {
  const { signals } = shared;
  const helper = new Helper(own, shared, control);
  const round = () => TASKS[Atomics.load(signals, TASK)]!;
  let seen = Atomics.load(signals, ROUND);
  const ticket = Atomics.add(signals, READY, 1);
  while (round() !== "end") {
    Atomics.wait(signals, ROUND, seen);
    seen = Atomics.load(signals, ROUND);
    if (ticket >= (seen & HELPERS) || round() === "end") continue;
    // The round cannot end before this helper is done, so this is the task of the round it was admitted to.
    helper.takePart(round());
    tellDone(signals);
    if (!helper.isToPrepare) continue;
    waitForAll(signals, seen);
    helper.prepareSearch();
  }
}

function tellDone(signals: Int32Array): void {
  Atomics.add(signals, DONE, 1);
  Atomics.notify(signals, DONE);
}

/** Waits until the leader and all its helpers have done their part of a round, or it is over already. */
function waitForAll(signals: Int32Array, round: number): void {
  for (;;) {
    const done = Atomics.load(signals, DONE);
    if (Atomics.load(signals, ROUND) !== round || done > (round & HELPERS)) return;
    Atomics.wait(signals, DONE, done);
  }
}

class Helper {
  private readonly model: Model;
  private readonly relaxation: Relaxation;
  private readonly hand: Hand;
  /** Whether the lists were considered: the search of every thread begins from what came of it. */
  private considered = false;
  private world: World | null = null;

  constructor(
    { model, relaxation }: HelperModel,
    private readonly shared: Shared,
    private readonly control: Control,
  ) {
    this.model = model;
    this.relaxation = relaxation;
    this.hand = new Hand(this.model, this.relaxation, shared.states);
  }

  takePart(round: Round): void {
    const { shared, model, hand, world, control } = this;
    if (round === "search") {
      const late = seldom(LOOK, () => control.late() || control.stopped());
      if (world !== null) searchParts(world, shared, late);
    } else if (round !== "end") {
      this.considered ||= round === "consider";
      hand.setPrices(shared.prices);
      priceLists(hand, shared, round, model.length.length, () => undefined);
    }
  }

  /** Whether the lists were considered by it and others, and the world of the search is still to be made. */
  get isToPrepare(): boolean {
    return this.considered && this.world === null;
  }

  /** Makes the world of the search, while the leader goes on. */
  prepareSearch(): void {
    const { model, relaxation, hand } = this;
    const prices = noPrices(model);
    copyPrices(this.shared.prices, prices);
    this.world = worldOf(model, relaxation, blocksOf(model), { prices, pricing: hand.pricing });
  }
}

/** Takes lists, bite by bite, until none is left. */
function priceLists(hand: Hand, { signals }: Shared, task: ListTask, lists: number, look: () => void): void {
  const bite = Math.max(1, Math.floor(lists / BITES));
  for (;;) {
    look();
    const from = Atomics.add(signals, NEXT, bite);
    if (from >= lists) return;
    const quick = Atomics.load(signals, QUICK) === 1;
    for (let list = from; list < Math.min(lists, from + bite); list++) hand.do(task, list, quick);
  }
}

/** Takes parts of a search, one by one, until none is left. */
function searchParts(world: World, { signals, board }: Shared, watched: Watched): void {
  const parts = Atomics.load(signals, PARTS);
  for (let part = Atomics.add(signals, NEXT, 1); part < parts; part = Atomics.add(signals, NEXT, 1))
    writeFound(board, world.model, part, carryOut(world, readTask(board, parts, part), watched));
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
