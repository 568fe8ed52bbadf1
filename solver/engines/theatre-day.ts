import { blocksOf } from "../blocks";
import { check, clashes, scoreOf } from "../check";
import { Columns } from "../columns";
import { seldom } from "../control";
import type { Control } from "../control";
import { alone } from "../crew";
import { Draft } from "../draft";
import type { Model } from "../model";
import { prepare } from "../prepare";
import { pricePhase } from "../price-phase";
import type { Problem } from "../problem";
import { relax, type Relaxation } from "../relaxation";
import type { Violation } from "../solution";
import { bannedOptions, changedProblem, type Change } from "../warm/change";
import { changeFaults } from "../warm/change-faults";
import type { Engines } from "./engine";
import { Master, type MasterColumn } from "./master";
import { chosenColumns, columnsOf } from "./program";

/** Candidate lists of a day in all: as many as javascript-lp-solver answers for in well under a second. */
const MOST_CANDIDATES = 80;
/** Shares of a list's ceiling within which its candidates are looked for, widest first, and most that are found. */
const GAPS = [0.3, 0.1, 0.03, 0.01];
const MOST_FOUND = 2000;

/** A case whose place differs: lists by index, null for none. */
export interface DayMove {
  case: number;
  from: number | null;
  to: number | null;
}

export type DayAnswer =
  | {
      kind: "solved";
      /** Indexes into the problem's options: the whole plan, of which only the day may differ. */
      options: number[];
      score: number;
      /** Score less that of the plan before. */
      gained: number;
      moved: DayMove[];
      /** "javascript-lp-solver", or "none" where it is missing or gave no better answer than the old lists trimmed. */
      engine: "javascript-lp-solver" | "none";
    }
  /** The rest of the plan, which stays, breaks these rules under the change, or with what the change forces in. */
  | { kind: "refused"; clashes: Violation[] }
  | { kind: "malformed"; faults: string[] };

/**
 * What if something changes on one theatre day: a list is longer or closed, a capacity has more or fewer units, a case is
 * forced in or kept out (`Change`; its lists are to be of that day). The lists of the day are chosen again among
 * candidate lists by javascript-lp-solver, from their own cases and those without a place; every other day stays as it
 * is. The answer is judged by every rule before it is given. `plan`: options that keep the rules of the problem.
 */
export function answerDay(
  problem: Problem,
  plan: readonly number[],
  day: number,
  change: Change,
  engines: Engines,
  control: Control,
): DayAnswer {
  const faults = changeFaults(problem, change);
  if (faults.length > 0) return { kind: "malformed", faults };
  const changed = changedProblem(problem, change, plan);
  const forced = changed.pins.map((pin) => problem.options.case[pin]!);
  const rest = plan.filter(
    (option) =>
      problem.lists[problem.options.list[option]!]!.day !== day &&
      !forced.includes(problem.options.case[option]!),
  );
  const fixed = { ...changed, pins: [...new Set([...changed.pins, ...rest])] };
  const broken = clashes(fixed, fixed.pins);
  if (broken.length > 0) return { kind: "refused", clashes: broken };
  const chooser = new DayChoice(fixed, plan, bannedOptions(problem, change), engines, control);
  const trimmed = chooser.trimmed();
  const chosen = chooser.chosen();
  const better = chosen !== null && standsAbove(changed, chosen, trimmed);
  const options = better ? chosen : trimmed;
  const { violations, score } = check(changed, options);
  if (violations.length > 0) return { kind: "refused", clashes: violations };
  const gained = score - scoreOf(problem, plan).score;
  const moved = movesBetween(problem, plan, options);
  return { kind: "solved", options, score, gained, moved, engine: better ? "javascript-lp-solver" : "none" };
}

function standsAbove(problem: Problem, options: readonly number[], other: readonly number[]): boolean {
  const verdict = check(problem, options);
  const over = check(problem, other);
  return verdict.violations.length === 0 && (over.violations.length > 0 || verdict.score > over.score);
}

/** Chooses again what a problem's pins leave open. */
class DayChoice {
  private readonly model: Model;
  private readonly relaxation: Relaxation;

  constructor(
    problem: Problem,
    private readonly plan: readonly number[],
    banned: readonly number[],
    private readonly engines: Engines,
    private readonly control: Control,
  ) {
    const model = prepare(problem);
    const closed = new Uint8Array(model.slotCase.length);
    for (const option of banned)
      if (model.slotOfOption[option]! >= 0) closed[model.slotOfOption[option]!] = 1;
    this.model = { ...model, closed };
    this.relaxation = relax(model);
  }

  /** The old lists of the day, less what no longer fits: an answer that needs no engine. */
  trimmed(): number[] {
    const draft = new Draft(this.model, this.relaxation.rooms);
    for (const slot of this.model.pinned) draft.put(slot);
    for (const slot of this.oldSlots()) draft.tryAdd(slot);
    return this.optionsOf(draft.taken());
  }

  /** What the engine chooses among candidates; null when it gives nothing of use. */
  chosen(): number[] | null {
    const { control, model } = this;
    const late = seldom(16, () => control.late() || control.stopped());
    const columns = this.candidates();
    const { most, least } = new Master(model);
    const rows = Float64Array.from(most, (_, row) => least[row] ?? -Infinity);
    const program = { ...columnsOf(columns), most, least: rows };
    const request = { kind: "choose", program, mostNodes: 0 } as const;
    const answer = this.engines.ask("javascript-lp-solver", request, late);
    const chosen = answer === null ? null : chosenColumns(program, answer.values);
    return chosen === null ? null : this.optionsOf(chosen.flatMap((at) => [...columns[at]!.slots]));
  }

  /** Candidates of every list that holds or may hold a case: what stays for good, the old choice, the best at prices. */
  private candidates(): MasterColumn[] {
    const { model, relaxation } = this;
    const master = new Master(model);
    const crew = alone(model, relaxation);
    const { rounded, ceilings } = pricePhase(model, blocksOf(model), crew, this.control);
    crew.pricing.setPrices(rounded);
    const finder = new Columns(model, relaxation, crew.pricing.loader);
    const lists = [...ceilings.keys()];
    const open = lists.filter((list) => this.mayHold(list));
    const each = Math.max(1, Math.floor(MOST_CANDIDATES / Math.max(1, open.length)));
    return lists.flatMap((list) => {
      const { start, items } = model.pinnedOf;
      const pins = Array.from(items.subarray(start[list], start[list + 1]));
      const old = this.oldSlots().filter((slot) => model.slotList[slot] === list && !pins.includes(slot));
      const found = open.includes(list) ? this.best(finder, list, ceilings[list]!).slice(0, each) : [];
      const choices = [...(pins.length > 0 ? [[]] : []), old, ...found].map((slots) => [...pins, ...slots]);
      const distinct = new Map(choices.map((slots) => [[...slots].sort((a, b) => a - b).join(), slots]));
      return [...distinct.values()].flatMap((slots) =>
        slots.length > 0 && this.fits(slots) ? [master.column(list, slots)] : [],
      );
    });
  }

  private best(finder: Columns, list: number, ceiling: number): number[][] {
    for (const share of GAPS) {
      const found = finder.of(list, ceiling, share * Math.abs(ceiling) + 1, MOST_FOUND);
      if (found !== null) return found.map(({ slots }) => slots);
    }
    return [];
  }

  /** Whether a list could hold these slots; what all lists share is left to the engine. */
  private fits(slots: readonly number[]): boolean {
    const { model, relaxation } = this;
    const cases = slots.map((slot) => model.slotCase[slot]!);
    const sum = (row: Float64Array) => cases.reduce((total, c) => total + row[c]!, 0);
    const room = relaxation.tolerantRooms[model.slotList[slots[0]!]!]!;
    return room.fits(slots.length, sum(model.mean), sum(model.variance));
  }

  private mayHold(list: number): boolean {
    const { listStart, pinnedOf } = this.model;
    const pins = pinnedOf.start[list + 1]! - pinnedOf.start[list]!;
    return listStart[list + 1]! - listStart[list]! > pins;
  }

  private oldSlots(): number[] {
    const pinned = new Set(this.model.pinned);
    return this.plan
      .map((option) => this.model.slotOfOption[option]!)
      .filter((slot) => slot >= 0 && !pinned.has(slot) && !this.model.closed![slot]);
  }

  private optionsOf(slots: readonly number[]): number[] {
    return slots.map((slot) => this.model.slotOption[slot]!).sort((a, b) => a - b);
  }
}

function movesBetween({ options }: Problem, before: readonly number[], now: readonly number[]): DayMove[] {
  const placesOf = (plan: readonly number[]) =>
    new Map(plan.map((o) => [options.case[o]!, options.list[o]!]));
  const [from, to] = [placesOf(before), placesOf(now)];
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((c) => from.get(c) !== to.get(c))
    .sort((a, b) => a - b)
    .map((c) => ({ case: c, from: from.get(c) ?? null, to: to.get(c) ?? null }));
}
