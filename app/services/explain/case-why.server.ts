import type { CaseWhy, EntryName } from "~/domain/plan-reasons";
import { MEASURES, type Measures } from "~/domain/policy";
import { noMeasures } from "~/domain/measures";
import type { BuiltProblem } from "../build-problem.server";
import { identity } from "./identity.server";
import { nearExchange } from "./cheapest-exchange.server";
import { required, type FinalLists } from "./final-lists.server";
import { Waiting } from "./waiting.server";

const SHOWN = 3;
/** Most cases that come instead of one. */
const MOST_INSTEAD = 3;

/**
 * Tells of each placed case what it brings, who would come in its place and where else it could have gone. Nobody else
 * is moved for that, so a wider change may lose less: losses are at most these.
 */
export class CaseWhys {
  private readonly waiting: Waiting;

  constructor(
    private readonly built: BuiltProblem,
    private readonly lists: FinalLists,
  ) {
    this.waiting = new Waiting(lists);
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
    const filled = this.waiting.fill(required(problem.options.list[option]), MOST_INSTEAD);
    const { taken, gain } = filled;
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
    this.waiting.drop(filled);
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

  private name(option: number): EntryName {
    return identity(required(this.built.entries[required(this.built.problem.options.case[option])]));
  }
}
