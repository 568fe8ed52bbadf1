import type { Control } from "./control";
import { alone } from "./crew";
import { bestOf } from "./judged";
import type { Judged } from "./judged";
import type { Model } from "./prepare";
import { pricePhase, SMALL } from "./price-phase";
import type { Priced } from "./price-phase";
import { proofPhase } from "./proof-phase";
import type { World } from "./world";

/** Most lists of a problem that is worth a proof. */
const MOST_LISTS = 40;

/** The best plan, and a bound on the score that it proves. */
export interface Proved {
  best: Judged;
  bound: number;
}

/**
 * Tries all that lies in the gap, where that is little enough: finds the best plan, or that `best` is it. Where moves
 * have a price, the gap is that of points less moves, and the bound on the score stays as it was.
 */
export function prove(
  { model, relaxation, blocks }: World,
  priced: Priced,
  best: Judged,
  judged: (slots: readonly number[]) => Judged,
  control: Control,
): Proved {
  const { bound } = priced;
  const reached = model.movePrice === 0 && best.score >= bound;
  if (reached || model.length.length > MOST_LISTS) return { best, bound };
  if (model.movePrice > 0) {
    if (model.slotCase.length > SMALL) return { best, bound };
    const dear = withMovePrice(model);
    const again = pricePhase(dear, blocks, alone(dear, relaxation), control);
    const { plan } = proofPhase(dear, relaxation, again.pricing, again, pointsOf(model, best), control);
    return { best: bestOf(plan === null ? [best] : [best, judged(plan)])!, bound };
  }
  const { plan, bound: lower } = proofPhase(model, relaxation, priced.pricing, priced, best.score, control);
  const proved = plan === null ? best : judged(plan);
  return proved.violations.length > 0 ? { best, bound } : { best: proved, bound: lower };
}

/** The same model with the price of a move as points of every earlier slot. */
function withMovePrice(model: Model): Model {
  const { slotPoints, movePrice, wasTaken } = model;
  return { ...model, slotPoints: slotPoints.map((points, slot) => points + movePrice * wasTaken[slot]!) };
}

function pointsOf({ slotOfOption, wasTaken, movePrice }: Model, { score, options }: Judged): number {
  return score + movePrice * options.filter((option) => wasTaken[slotOfOption[option]!]).length;
}
