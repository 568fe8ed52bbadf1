import { number } from "~/domain/figure-words";
import { LONG_WAITS, type PlanFigures } from "~/domain/plan-figures";
import { tradeSentences } from "~/domain/trade-words";

/** One line of the comparison: the plan, and the careful plan by hand. */
export interface ComparedLine {
  label: string;
  plan: number;
  hand: number;
  /** Of how many; null: of no fixed number. */
  of: number | null;
  /** The difference in words: `34 more`. */
  difference: string;
}

/** The plan beside the one that a careful person makes by hand from the same data. */
export interface WeekComparison {
  lines: ComparedLine[];
  /** What is given for what, in sentences. */
  trade: string;
}

export interface ComparedPlan {
  figures: PlanFigures;
  score: number;
}

/** Lays the plan beside the plan by hand. */
export function weekComparison(plan: ComparedPlan, hand: ComparedPlan): WeekComparison {
  const line = (label: string, pick: (figures: PlanFigures) => number, of: number | null = null) =>
    compared(label, pick(plan.figures), pick(hand.figures), of);
  const { urgentDue, urgentNotYetDue, p3Due, longWaits } = plan.figures;
  // A group that nobody belongs to, and that neither plan places, is no comparison.
  const worthALine = ({ plan, hand, of }: ComparedLine) => plan > 0 || hand > 0 || (of ?? 0) > 0;
  return {
    lines: [
      compared("Score, points", plan.score, hand.score, null),
      line("Cases placed", ({ cases }) => cases),
      line("Minutes of operating", ({ touchMinutes }) => touchMinutes),
      line("Day cases", ({ dayCases }) => dayCases),
      line("Urgent and due, placed", (figures) => figures.urgentDue.placed, urgentDue.of),
      line("Urgent, due later, placed", (figures) => figures.urgentNotYetDue.placed, urgentNotYetDue.of),
      line("P3 and due, placed", (figures) => figures.p3Due.placed, p3Due.of),
      ...LONG_WAITS.map((weeks, at) =>
        line(
          `Waiting ${weeks} weeks or more, placed`,
          (figures) => figures.longWaits[at]!.placed,
          longWaits[at]!.of,
        ),
      ),
    ].filter(worthALine),
    trade: tradeSentences(plan.figures, hand.figures).join(" "),
  };
}

function compared(label: string, plan: number, hand: number, of: number | null): ComparedLine {
  const more = plan - hand;
  const difference = more === 0 ? "the same" : `${number(Math.abs(more))} ${more > 0 ? "more" : "fewer"}`;
  return { label, plan, hand, of, difference };
}
