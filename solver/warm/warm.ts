import { boundAt, partsOf, type Bounded } from "../bound";
import { clashes } from "../check";
import { ALONE, type Control } from "../control";
import { bestOf, judge, type Judged } from "../judged";
import { alone } from "../crew";
import { keepMost } from "../keep-most";
import type { Model } from "../model";
import { pricePhase } from "../price-phase";
import type { Problem } from "../problem";
import { prove, type Proved } from "../prove";
import type { Malformed, Refused, Violation } from "../solution";
import { bannedOptions, changedProblem, type Change, type WarmAnswer } from "./change";
import { changeFaults } from "./change-faults";
import { changedFrom, changedWorld, type Changed } from "./changed-world";
import { nearPrices } from "./near-prices";
import { partCrew, type PartCrew } from "./part-crew";
import { reachOf, type Reach } from "./reach";
import { keepable, searchNear, startOf } from "./search-near";
import type { World } from "../world";
import { standOn } from "./stand-on";
import type { Known, Standing } from "./standing";

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

  /**
   * A solver that stands on another problem over the same lists, with a plan and prices of its own: what `from` makes,
   * but lists that offer the same at the same prices are not worked out again.
   */
  over(problem: Problem, known: Known, control: Control = ALONE): Warm | Refused | Malformed {
    const standing = standOn(problem, known, control, this.standing);
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
  const start = startOf(world, before, kept);
  const found = judged(searchNear(world, keepMost(world, start, control), reach, control));
  const same = judge(problem, [...standing.options]);
  const best = bestOf(standing.options.some((option) => banned.has(option)) ? [found] : [same, found]);
  if (best === null) return { kind: "refused", clashes: found.violations };
  const priced = { ...bounded, prices: bounded.rounded, pricing: crew.pricing };
  const proved = prove(world, priced, best, judged, control);
  const open = proved.best.score < proved.bound && isTiny(model) && !late();
  return solved(standing, open ? closer(world, proved, judged, control) : proved);
}

/** Slots of a problem whose prices are found anew as quickly as they are followed. */
const TINY = 1000;

const isTiny = ({ slotCase, movePrice, keepAtLeast }: Model): boolean =>
  slotCase.length <= TINY && movePrice === 0 && keepAtLeast === 0;

/** Prices a tiny problem as if nothing were known, which closes most of the gaps that a change leaves there. */
function closer(world: World, near: Proved, judged: (slots: readonly number[]) => Judged, control: Control) {
  const { model, relaxation, blocks } = world;
  const priced = pricePhase(model, blocks, alone(model, relaxation), control);
  const { best, bound } = prove(world, priced, near.best, judged, control);
  return { best, bound: Math.min(near.bound, bound) };
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
