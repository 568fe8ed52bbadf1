import type { CaseWhy, EntryName } from "~/domain/plan-reasons";
import { MEASURES, type Measures } from "~/domain/policy";
import { noMeasures } from "~/domain/measures";
import type { BuiltProblem } from "../build-problem.server";
import { identity } from "./identity.server";
import { nearExchange } from "./cheapest-exchange.server";
import { sharedRulesHold } from "./exchange.server";
import { required, type FinalList, type FinalLists } from "./final-lists.server";

/** Options of one list that have no place, in an order, and their mean minutes. */
interface Waiting {
  options: Int32Array;
  means: Float64Array;
}

const SHOWN = 3;
/** Most cases that come instead of one. */
const MOST_INSTEAD = 3;

/**
 * Tells of each placed case what it brings, who would come in its place and where else it could have gone. Nobody else
 * is moved for that, so a wider change may lose less: losses are at most these.
 */
export class CaseWhys {
  /** By list: who waits for it, dearest first, and dearest by the minute first. */
  private readonly waiting: Waiting[];
  private readonly waitingByMinute: Waiting[];

  constructor(
    private readonly built: BuiltProblem,
    private readonly lists: FinalLists,
  ) {
    const { options, lists: all, cases } = built.problem;
    const waiting = all.map((): number[] => []);
    const worth = new Float64Array(options.case.length);
    const rate = new Float64Array(options.case.length);
    options.case.forEach((one, option) => {
      if (lists.isPlaced(one)) return;
      const { mean } = required(cases[one]);
      required(waiting[required(options.list[option])]).push(option);
      worth[option] = lists.pointsAt(option) + lists.minuteWeight * mean;
      rate[option] = worth[option]! / mean;
    });
    const sorted = (by: Float64Array) => waiting.map((own) => this.dearestFirst(own, by));
    this.waiting = sorted(worth);
    this.waitingByMinute = sorted(rate);
  }

  private dearestFirst(options: readonly number[], by: Float64Array): Waiting {
    const ordered = Int32Array.from(options).sort((a, b) => by[b]! - by[a]! || a - b);
    return { options: ordered, means: Float64Array.from(ordered, (each) => this.lists.caseOf(each).mean) };
  }

  /** Of one option of the plan. The lists are as before when it is done. */
  of(option: number): CaseWhy {
    const { lists, built } = this;
    const { problem } = built;
    const caseNumber = required(problem.options.case[option]);
    const points = this.pointsOf(option);
    if (lists.isPinned(option))
      return { points, instead: { entries: [], loss: 0 }, elsewhere: [], couldGo: 1 };
    lists.drop(option);
    const lost = lists.gainOf(option);
    const { taken, gain } = this.refill(option);
    const first = required(built.optionStart[caseNumber]);
    const after = required(built.optionStart[caseNumber + 1]);
    const elsewhere: CaseWhy["elsewhere"] = [];
    for (let other = first; other < after; other++) {
      const found = other === option ? null : nearExchange(lists, [other]);
      if (!found) continue;
      const { sessionId } = required(built.sessions[required(problem.options.list[other])]);
      const displaced = found.out.map((each) => this.name(each));
      elsewhere.push({ sessionId, loss: lost - gain - found.change, displaced });
    }
    for (const each of taken) lists.drop(each);
    lists.take(option);
    return {
      points,
      instead: { entries: taken.map((each) => this.name(each)), loss: lost - gain },
      elsewhere: elsewhere.sort((a, b) => a.loss - b.loss).slice(0, SHOWN),
      couldGo: after - first,
    };
  }

  private pointsOf(option: number): Measures {
    const { measures, options } = this.built.problem;
    const points = noMeasures();
    measures.forEach(({ of, weight }, at) => {
      if (of === "case") points[required(MEASURES[at])] = weight * (options.amounts[at]?.[option] ?? 0);
    });
    const { mean } = this.lists.caseOf(option);
    const list = this.lists.listOf(option);
    points.minutes = this.lists.minuteWeight * (mean + (list.options.length > 1 ? list.turnaround : 0));
    return points;
  }

  /** Fills what a case left with whoever waits, twice: dearest first, and dearest by the minute first. */
  private refill(option: number): { taken: number[]; gain: number } {
    const list = this.lists.listOf(option);
    const number = required(this.built.problem.options.list[option]);
    const one = this.fill(list, required(this.waiting[number]));
    for (const each of one.taken) this.lists.drop(each);
    const two = this.fill(list, required(this.waitingByMinute[number]));
    if (two.gain >= one.gain) return two;
    for (const each of two.taken) this.lists.drop(each);
    for (const each of one.taken) this.lists.take(each);
    return one;
  }

  private fill(list: FinalList, { options, means }: Waiting): { taken: number[]; gain: number } {
    const { lists } = this;
    const taken: number[] = [];
    let gain = 0;
    // A first look, before the rules are asked.
    let room = lists.minutesLeft(list);
    for (let at = 0; at < options.length && taken.length < MOST_INSTEAD; at++) {
      if (means[at]! > room) continue;
      const option = options[at]!;
      const { mean, deviation } = lists.caseOf(option);
      const variance = list.variance + deviation * deviation;
      if (!lists.holds(list, list.options.length + 1, list.mean + mean, variance)) continue;
      if (!sharedRulesHold(lists, option, [])) continue;
      gain += lists.gainOf(option);
      lists.take(option);
      taken.push(option);
      room = lists.minutesLeft(list);
    }
    return { taken, gain };
  }

  private name(option: number): EntryName {
    return identity(required(this.built.entries[required(this.built.problem.options.case[option])]));
  }
}
