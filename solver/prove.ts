import type { Control } from "./control";
import { alone } from "./crew";
import { NO_ENGINES, type Engines } from "./engines/engine";
import { exactPhase } from "./engines/exact-phase";
import { bestOf } from "./judged";
import type { Judged } from "./judged";
import type { Model } from "./model";
import { pricePhase, SMALL } from "./price-phase";
import type { Priced } from "./price-phase";
import { proofPhase } from "./proof-phase";
import type { World } from "./world";

/** Most lists of a problem that is worth a proof. */
const MOST_LISTS = 40;
/** Most lists and slots of a problem that engines are asked to close. */
const EXACT_LISTS = 24;
const EXACT_SLOTS = 2000;

/** The best plan, and a bound on the score of every plan. */
interface Known {
  best: Judged;
  bound: number;
}

/** What the proof came to. */
export interface Proved extends Known {
  /** What engines added, as `engine` of a solution says it. */
  added: string[];
}

/**
 * Tries all that lies in the gap, where that is little enough: finds the best plan, or that `best` is it. Where moves
 * have a price, the gap is that of points less moves, and the bound on the score stays as it was.
 */
export function prove(
  { model, relaxation, blocks }: World,
  priced: Omit<Priced, "cut">,
  best: Judged,
  judged: (slots: readonly number[]) => Judged,
  control: Control,
  engines: Engines = NO_ENGINES,
): Proved {
  const { bound } = priced;
  const reached = model.movePrice === 0 && best.score >= bound;
  if (reached || model.length.length > MOST_LISTS) return { best, bound, added: [] };
  if (model.movePrice > 0) {
    if (model.slotCase.length > SMALL) return { best, bound, added: [] };
    const dear = withMovePrice(model);
    const again = pricePhase(dear, blocks, alone(dear, relaxation), control);
    const { plan } = proofPhase(dear, relaxation, again.pricing, again, pointsOf(model, best), control);
    return { best: bestOf(plan === null ? [best] : [best, judged(plan)])!, bound, added: [] };
  }
  const { plan, bound: lower } = proofPhase(model, relaxation, priced.pricing, priced, best.score, control);
  const proved = plan === null ? best : judged(plan);
  const own: Proved =
    proved.violations.length > 0 ? { best, bound, added: [] } : { best: proved, bound: lower, added: [] };
  const small = model.length.length <= EXACT_LISTS && model.slotCase.length <= EXACT_SLOTS;
  if (own.best.score >= own.bound || !small) return own;
  const slots = own.best.options.map((option) => model.slotOfOption[option]!);
  const exact = exactPhase(model, relaxation, priced, slots, engines, control);
  const better = exact.plan === null ? own.best : judged(exact.plan);
  if (better.violations.length > 0) return own;
  const proven = { best: better, bound: Math.min(own.bound, exact.bound) };
  return { ...proven, added: addedWords("HiGHS", own, proven, exact.searched) };
}

/** What an engine added to what was known without it: points off the bound, points on the plan, a proof by search. */
function addedWords(name: string, before: Known, after: Known, searched: boolean): string[] {
  const [off, on] = [before.bound - after.bound, after.best.score - before.best.score];
  const amounts = [...(off > 0 ? [`bound -${off}`] : []), ...(on > 0 ? [`plan +${on}`] : [])];
  if (amounts.length === 0) return [];
  return [`${name} (${[...amounts, ...(searched ? ["proof"] : [])].join(", ")})`];
}

/** The same model with the price of a move as points of every earlier slot. */
function withMovePrice(model: Model): Model {
  const { slotPoints, movePrice, wasTaken } = model;
  return { ...model, slotPoints: slotPoints.map((points, slot) => points + movePrice * wasTaken[slot]!) };
}

function pointsOf({ slotOfOption, wasTaken, movePrice }: Model, { score, options }: Judged): number {
  return score + movePrice * options.filter((option) => wasTaken[slotOfOption[option]!]).length;
}
