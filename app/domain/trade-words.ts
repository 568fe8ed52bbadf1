import { counted, number } from "./figure-words";
import { LONG_WAITS, type PlacedOf, type PlanFigures } from "./plan-figures";

/**
 * What a plan trades against the one made by hand, in sentences: what it gains, whom it places all the same, and who
 * gives way. Without the last, fewer points on a measure look like a loss of urgent patients.
 */
export function tradeSentences(plan: PlanFigures, byHand: PlanFigures): string[] {
  return [gains(plan, byHand), urgentSentence(plan, byHand), givesWay(plan, byHand)].filter(Boolean);
}

function gains(plan: PlanFigures, byHand: PlanFigures): string {
  const longWait = placed(plan.longWaits[0]) - placed(byHand.longWaits[0]);
  const terms = [
    difference(plan.cases - byHand.cases, "case", "cases"),
    difference(longWait, ...waiting(LONG_WAITS[0])),
  ].filter(Boolean);
  return terms.length ? `Against the plan made by hand it places ${terms.join(" and ")}.` : "";
}

function urgentSentence({ urgentDue }: PlanFigures, byHand: PlanFigures): string {
  if (urgentDue.of === 0) return "No urgent patient is due who could be placed.";
  if (urgentDue.of === 1 && urgentDue.placed === 1) return "The one urgent patient who is due is placed.";
  if (urgentDue.placed === urgentDue.of)
    return `Every one of the ${number(urgentDue.of)} urgent patients who are due is placed.`;
  const of = `Of ${counted(urgentDue.of, "urgent patient")} due`;
  return `${of} it places ${number(urgentDue.placed)}, by hand ${number(byHand.urgentDue.placed)}.`;
}

/** Groups of whom the plan places fewer; the first long wait is among the gains, more or fewer. */
function givesWay(plan: PlanFigures, byHand: PlanFigures): string {
  const fewer = (mine: PlacedOf | undefined, theirs: PlacedOf | undefined, one: string, many: string) =>
    difference(Math.min(0, placed(mine) - placed(theirs)), one, many);
  const notYet = ["urgent patient not yet due", "urgent patients not yet due"] as const;
  const terms = [
    fewer(plan.urgentNotYetDue, byHand.urgentNotYetDue, ...notYet),
    fewer(plan.p3Due, byHand.p3Due, "P3 patient who is due", "P3 patients who are due"),
    ...LONG_WAITS.map((weeks, at) =>
      at === 0 ? "" : fewer(plan.longWaits[at], byHand.longWaits[at], ...waiting(weeks)),
    ),
  ].filter(Boolean);
  return terms.length ? `Others give way: ${terms.join(", ")}.` : "";
}

function waiting(weeks: number): [one: string, many: string] {
  return [`patient who has waited ${weeks} weeks`, `patients who have waited ${weeks} weeks`];
}

/** `3 more cases`, `1 fewer case`, or nothing. */
function difference(more: number, one: string, many: string): string {
  if (more === 0) return "";
  const size = Math.abs(more);
  return `${number(size)} ${more > 0 ? "more" : "fewer"} ${size === 1 ? one : many}`;
}

function placed(count: PlacedOf | undefined): number {
  return count?.placed ?? 0;
}
