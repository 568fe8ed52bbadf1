import type { PlannedList } from "~/domain/plan";
import { counted, hoursAndMinutes, number, percent } from "~/domain/figure-words";
import { gapWords } from "~/domain/gap-words";
import { LONG_WAITS, TOUCH_UTILISATION_TARGET, type PlacedOf, type PlanFigures } from "~/domain/plan-figures";
import { expectedMinutesOf, shareOf } from "~/domain/utilisation";

/** One figure of the summary strip. */
export interface SummaryFigure {
  value: string;
  label: string;
  note: string;
  tone: "attention" | "good" | null;
}

/** What a plan amounts to, above its board. */
export interface WeekSummary {
  figures: SummaryFigure[];
  /** "This plan is at most 0.4% below any possible plan." */
  boundSentence: string;
  /** "Together the lists are expected to ..."; null in plans that were kept before this was worked out. */
  expectedSentence: string | null;
  score: string;
  bound: string;
}

interface SummaryInput {
  lists: readonly Pick<PlannedList, "expectedOverrunMinutes" | "expectedUnusedMinutes">[];
  figures: PlanFigures;
  score: number;
  bound: number;
  gap: number;
}

/** Puts the figures of a plan into words. */
export function weekSummary({ figures, lists, score, bound, gap }: SummaryInput): WeekSummary {
  return {
    figures: [
      listsFigure(figures),
      casesFigure(figures),
      utilisationFigure(figures),
      dayCaseFigure(figures),
      urgentFigure(figures.urgentDue),
      longWaitFigure(figures.longWaits[0]!),
    ],
    boundSentence: `This plan is ${gapWords(gap)}.`,
    expectedSentence: expectedSentence(lists),
    score: number(score),
    bound: number(bound),
  };
}

function expectedSentence(lists: SummaryInput["lists"]): string | null {
  const expected = expectedMinutesOf(lists);
  if (expected === null) return null;
  const { overrun, unused } = expected;
  return `Together the lists are expected to run over by ${hoursAndMinutes(overrun)} and to leave ${hoursAndMinutes(unused)} unused.`;
}

const plain = { tone: null };

function listsFigure({ lists, sessions }: PlanFigures): SummaryFigure {
  const empty = sessions - lists;
  return {
    value: number(lists),
    label: "lists",
    note: empty === 0 ? "every session used" : `${empty} empty`,
    ...plain,
  };
}

function casesFigure({ cases, provisional }: PlanFigures): SummaryFigure {
  const note = provisional === 0 ? "all confirmed fit" : `${number(provisional)} provisional`;
  return { value: number(cases), label: "cases", note, ...plain };
}

function utilisationFigure({ touchMinutes, lengthMinutes }: PlanFigures): SummaryFigure {
  const share = shareOf(touchMinutes, lengthMinutes);
  return {
    value: percent(share),
    label: "touch utilisation",
    note: `target ${percent(TOUCH_UTILISATION_TARGET)}`,
    tone: share >= TOUCH_UTILISATION_TARGET ? "good" : null,
  };
}

function dayCaseFigure({ dayCases, cases }: PlanFigures): SummaryFigure {
  return {
    value: percent(shareOf(dayCases, cases)),
    label: "day cases",
    note: counted(dayCases, "case"),
    ...plain,
  };
}

function urgentFigure({ placed, of }: PlacedOf): SummaryFigure {
  const left = of - placed;
  return {
    value: `${number(placed)} of ${number(of)}`,
    label: "urgent and due, placed",
    note: left === 0 ? "nobody left out who can be planned" : `${number(left)} left out`,
    tone: left === 0 ? "good" : "attention",
  };
}

function longWaitFigure({ placed, of }: PlacedOf): SummaryFigure {
  return {
    value: `${number(placed)} of ${number(of)}`,
    label: `waiting ${LONG_WAITS[0]} weeks or more, placed`,
    note: placed === of ? "nobody left out who can be planned" : `${number(of - placed)} left out`,
    tone: placed === of ? "good" : null,
  };
}
