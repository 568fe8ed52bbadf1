import { boundAt, partsOf, type Bounded } from "../bound";
import { clashes } from "../check";
import { ALONE, type Control } from "../control";
import { bestOf, judge, type Judged } from "../judged";
import { keepMost } from "../keep-most";
import type { Problem } from "../problem";
import { prove } from "../prove";
import type { Malformed, Refused, Violation } from "../solution";
import { bannedOptions, changedProblem, type Change, type WarmAnswer } from "./change";
import { changeFaults } from "./change-faults";
import { changedFrom, changedWorld, type Changed } from "./changed-world";
import { nearPrices } from "./near-prices";
import { partCrew, type PartCrew } from "./part-crew";
import { reachOf, type Reach } from "./reach";
import { keepable, searchNear } from "./search-near";
import { standOn, type Known, type Standing } from "./standing";

/**
 * A solver that stays on a solved problem and answers changed questions about it quickly, near the plan it stands on.
 * Each answer's plan keeps every rule of the changed problem, and its bound holds for every plan of it. The same question
 * has the same answer every time, unless time or a person ends it.
 */
export class Warm {
  private constructor(private readonly standing: Standing) {}

  /** Gets ready. `known`: a plan of the problem and the prices that came with it; null: solve the problem first. */
  static from(problem: Problem, known: Known | null, control: Control = ALONE): Warm | Refused | Malformed {
    const standing = standOn(problem, known, control);
    return "kind" in standing ? standing : new Warm(standing);
  }

  /** The plan it stands on. */
  get plan(): { options: readonly number[]; score: number; bound: number } {
    const { options, score, bounded } = this.standing;
    return { options, score, bound: bounded.bound };
  }

  /** Answers a changed question; what cannot be had is refused with every rule it breaks before anything is searched. */
  solve(change: Change, control: Control = ALONE): WarmAnswer {
    const { standing } = this;
    const faults = changeFaults(standing.problem, change);
    if (faults.length > 0) return { kind: "malformed", faults };
    const problem = changedProblem(standing.problem, change, standing.options);
    const banned = bannedOptions(problem, change);
    const impossible = [...clashes(problem, problem.pins), ...bannedPins(problem, banned)];
    if (impossible.length > 0) return { kind: "refused", clashes: impossible };
    return answer(standing, changedFrom(standing, problem, banned), new Set(banned), control);
  }
}

function bannedPins({ pins, options }: Problem, banned: readonly number[]): Violation[] {
  return pins
    .filter((pin) => banned.includes(pin))
    .map((pin) => {
      const [list, c] = [options.list[pin]!, options.case[pin]!];
      return { rule: "ban", lists: [list], cases: [c], subject: "", amount: 1, limit: 0 };
    });
}

function answer(
  standing: Standing,
  changed: Changed,
  banned: ReadonlySet<number>,
  control: Control,
): WarmAnswer {
  const { problem, model, relaxation, states } = changed;
  const { slotOption, slotOfOption } = model;
  const judged = (slots: readonly number[]) =>
    judge(
      problem,
      slots.map((slot) => slotOption[slot]!).sort((a, b) => a - b),
    );
  const before = standing.options.map((option) => slotOfOption[option]!);
  const kept = keepable(model, relaxation, before);
  const stays = new Set(kept);
  const dropped = before.filter((slot) => !stays.has(slot));
  const { rounded } = standing.bounded;
  const reach = reachOf(standing, changed, partsOf(model, rounded), dropped);
  const crew = partCrew(model, relaxation, states, reach.priced);
  const late = () => control.late() || control.stopped();
  const bounded = nearBound(standing, changed, crew, reach, late);
  // Moves make other cases candidates; else only lists with other prices, pins or rooms have others than before.
  const moves = model.movePrice > 0 || model.keepAtLeast > 0;
  const anew = new Set([...crew.lists, ...(moves ? reach.touched : [])]);
  const world = changedWorld(standing, changed, crew.pricing, bounded.rounded, anew);
  const found = judged(searchNear(world, keepMost(world, kept, control), reach, control));
  const same = judge(problem, [...standing.options]);
  const best = bestOf(standing.options.some((option) => banned.has(option)) ? [found] : [same, found]);
  if (best === null) return { kind: "refused", clashes: found.violations };
  const priced = { ...bounded, prices: bounded.rounded, pricing: crew.pricing };
  const proved = prove(world, priced, best, judged, control);
  return solved(standing, proved);
}

/** The lower of two bounds: at the prices of before, and at prices that follow the change. */
function nearBound(
  standing: Standing,
  changed: Changed,
  crew: PartCrew,
  reach: Reach,
  late: () => boolean,
): Bounded {
  const { model } = changed;
  const same = boundAt(model, crew, standing.bounded.rounded, late);
  if (late() || reach.priced.size === model.length.length) return same;
  const { prices, lists } = nearPrices(standing, changed, crew, reach);
  if (lists.size === 0) return same;
  crew.lists = new Set([...reach.priced, ...lists]);
  const near = boundAt(model, crew, prices, late);
  return near.bound < same.bound ? near : same;
}

function solved(
  { options: before, score: scoreBefore }: Standing,
  { best, bound }: { best: Judged; bound: number },
): WarmAnswer {
  const { options, score, measures } = best;
  if (score > bound) throw new Error(`the bound ${bound} is below ${score}, the score of a plan`);
  const [was, is] = [new Set(before), new Set(options)];
  return {
    kind: "solved",
    ...{ options, score, bound, measures },
    moved: {
      out: before.filter((option) => !is.has(option)),
      in: options.filter((option) => !was.has(option)),
    },
    change: score - scoreBefore,
  };
}
