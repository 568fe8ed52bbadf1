import type { Bounded } from "./bound";
import { ClashLoss } from "./clash-loss";
import { Columns } from "./columns";
import type { Column } from "./columns";
import type { Control } from "./control";
import { groupsOf } from "./independent";
import { Joining } from "./joining";
import type { Candidate } from "./joining";
import type { Model } from "./prepare";
import type { Pricing } from "./pricing";
import type { Relaxation } from "./relaxation";

/** Most choices of one list. */
const MOST_COLUMNS = 6000;
/** Points that rounding may add to a sum of shortfalls. */
const ROUNDING = 1e-3;

/** How a proof ended: whether every plan above the known points was tried, and the best of them, if there is one. */
export interface Proof {
  closed: boolean;
  plan: number[] | null;
  points: number;
}

/**
 * Tries every plan that could have more points than `known`: each falls short of the bound by what its lists fall short
 * of their ceilings and by the price of what it leaves untaken, so only choices within the gap come into question.
 */
export function proofPhase(
  model: Model,
  relaxation: Relaxation,
  pricing: Pricing,
  bounded: Bounded,
  known: number,
  control: Control,
): Proof {
  const open: Proof = { closed: false, plan: null, points: known };
  const { ceilings, rounded, total } = bounded;
  const late = () => control.late() || control.stopped();
  pricing.setPrices(rounded);
  const gap = total - (known + 1) + ROUNDING;
  const finder = new Columns(relaxation, pricing.loader, model.overrunProbabilityMax);
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
    const choices = late() ? null : choicesOf(finder, list, ceilings[list]!, left(true));
    if (choices === null) return open;
    const pinned = model.pinnedOf.start[list + 1]! > model.pinnedOf.start[list]!;
    candidates.push({ list, choices, mayStayEmpty: !pinned && left(false) >= 0 });
  }
  candidates.sort((a, b) => a.choices.length - b.choices.length || a.list - b.list);
  return new Joining(model, relaxation, bounded, loss, candidates, known, ROUNDING).run(late);
}

function choicesOf(finder: Columns, list: number, ceiling: number, gap: number): Column[] | null {
  return gap < 0 ? [] : finder.of(list, ceiling, gap, MOST_COLUMNS);
}
