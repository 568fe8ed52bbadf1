import type { Bounded } from "./bound";
import { ClashLoss } from "./clash-loss";
import { Columns } from "./columns";
import type { Column } from "./columns";
import type { Control } from "./control";
import { groupsOf } from "./independent";
import { Joining, type Candidate, type Tried } from "./joining";
import { pointsOf } from "./plan-points";
import type { Model } from "./model";
import type { Pricing } from "./pricing";
import type { Relaxation } from "./relaxation";

/** Most choices of one list. */
const MOST_COLUMNS = 20_000;
/** Points that rounding may add to a sum of shortfalls. */
const ROUNDING = 1e-3;

/** Shares of the gap, from its top, that are searched one after another. */
const SHARES = [1 / 16, 1 / 4, 1];

/** The best plan found above the points known, if any, and a bound on the points of every plan, whole. */
export interface Proof {
  plan: number[] | null;
  bound: number;
}

/**
 * Looks for the best plan above `known` points from the top of the gap down: a plan found where nothing was left out is
 * the best there is, and where there is none the bound falls.
 */
export function proofPhase(
  model: Model,
  relaxation: Relaxation,
  pricing: Pricing,
  bounded: Bounded,
  known: number,
  control: Control,
): Proof {
  let { bound } = bounded;
  for (const share of SHARES) {
    const above = Math.max(known, Math.floor(bounded.total - share * (bounded.total - known)));
    const { closed, plan } = tryAbove(model, relaxation, pricing, bounded, above, control);
    if (plan !== null) return { plan, bound: closed ? pointsOf(model, plan) : bound };
    if (!closed) return { plan, bound };
    bound = Math.min(bound, above);
  }
  return { plan: null, bound };
}

/**
 * Tries every plan that could have more points than `known`: each falls short of the bound by what its lists fall short
 * of their ceilings and by the price of what it leaves untaken, so only choices within the gap come into question.
 */
function tryAbove(
  model: Model,
  relaxation: Relaxation,
  pricing: Pricing,
  bounded: Bounded,
  known: number,
  control: Control,
): Tried {
  const open: Tried = { closed: false, plan: null };
  const { ceilings, rounded, total } = bounded;
  const late = () => control.late() || control.stopped();
  pricing.setPrices(rounded);
  const gap = total - (known + 1) + ROUNDING;
  const finder = new Columns(model, relaxation, pricing.loader);
  const loss = new ClashLoss(groupsOf(model.listClashes), ceilings, model.listClashes);
  const top = loss.potential();
  const candidates: Candidate[] = [];
  for (let list = 0; list < ceilings.length; list++) {
    const left = (isOpen: boolean) => {
      loss.decide(list, isOpen);
      const lost = top - loss.potential() - (isOpen ? ceilings[list]! : 0);
      loss.undo(list, isOpen);
      return gap - lost;
    };
    const choices = late() ? null : choicesOf(finder, list, ceilings[list]!, left(true), late);
    if (choices === null) return open;
    const pinned = model.pinnedOf.start[list + 1]! > model.pinnedOf.start[list]!;
    candidates.push({ list, choices, mayStayEmpty: !pinned && left(false) >= 0 });
  }
  candidates.sort((a, b) => a.choices.length - b.choices.length || a.list - b.list);
  return new Joining(model, relaxation, bounded, loss, candidates, known, ROUNDING).run(late);
}

function choicesOf(
  finder: Columns,
  list: number,
  ceiling: number,
  gap: number,
  late: () => boolean,
): Column[] | null {
  return gap < 0 ? [] : finder.of(list, ceiling, gap, MOST_COLUMNS, late);
}
