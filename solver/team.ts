import { blocksOf } from "./blocks";
import { seldom, type Control } from "./control";
import { Hand, type Crew, type ListTask } from "./crew";
import { copyStates, listStates, reals, wholes, type ListStates } from "./list-states";
import { prepare, type Model } from "./prepare";
import { copyPrices, noPrices, type Prices } from "./prices";
import { Pricing } from "./pricing";
import type { Problem } from "./problem";
import { relax, type Relaxation } from "./relaxation";
import type { SolveOptions } from "./solution";
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

/** What a helper of a team is started with; `Shared` follows as a message, or null when there is no team after all. */
export interface HelperWork {
  problem: Problem;
  /** The run that it belongs to: its clock and its stop flag. */
  of: { options: SolveOptions; stop: SharedArrayBuffer; began: number };
}

/** Places in `signals`. A round is one task for all lists. */
const ROUND = 0;
const TASK = 1;
/** The next list, or part of a search, that nobody has taken yet. */
const NEXT = 2;
/** Helpers that are ready, those that take part in this round, and those that have done their part of it. */
const READY = 3;
const ADMITTED = 4;
const DONE = 5;
/** 1: ceilings are to be taken quickly. */
const QUICK = 6;
/** Parts of the round of a search. */
const PARTS = 7;
const SIGNALS = 8;

const TASKS = ["price", "bound", "settle", "search", "end"] as const;
type Round = (typeof TASKS)[number];
/** Lists are taken in bites of this share of all. */
const BITES = 64;
/** Milliseconds after which a helper that does not answer is taken for lost. */
const LOST = 120_000;

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

  settle(prices: Prices): void {
    copyPrices(prices, this.shared.prices);
    this.begin("settle");
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

  /** Everything of a round is set before helpers are admitted, and they are before they are woken. */
  private begin(round: Round): void {
    const { signals } = this.shared;
    Atomics.store(signals, TASK, TASKS.indexOf(round));
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
    if (ticket >= Atomics.load(signals, ADMITTED) || round() === "end") continue;
    helper.takePart(round());
    // The round cannot end before this helper is done, so this is the round it was admitted to.
    seen = Atomics.load(signals, ROUND);
    Atomics.add(signals, DONE, 1);
    Atomics.notify(signals, DONE);
    helper.prepareSearch();
  }
}

class Helper {
  private readonly model: Model;
  private readonly relaxation: Relaxation;
  private readonly hand: Hand;
  /** The lists' states when the prices were settled: the search of every thread begins from them. */
  private settled: ListStates | null = null;
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
    if (round === "settle") this.settled = copyStates(shared.states);
    else if (round === "search") {
      const late = seldom(LOOK, () => control.late() || control.stopped());
      if (world !== null) searchParts(world, shared, late);
    } else if (round !== "end") {
      hand.setPrices(shared.prices);
      priceLists(hand, shared, round, model.length.length, () => undefined);
    }
  }

  /** Makes the world of the search once the prices are settled, while the others go on. */
  prepareSearch(): void {
    if (this.settled === null || this.world !== null) return;
    const { model, relaxation, settled } = this;
    const prices = noPrices(model);
    copyPrices(this.shared.prices, prices);
    const pricing = new Pricing(model, relaxation, model.slotPoints, settled);
    this.world = worldOf(model, relaxation, blocksOf(model), { prices, pricing });
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
