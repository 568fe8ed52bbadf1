import type { Curve, CurvePoint } from "~/services/curves/curve";
import { number, percent } from "~/domain/figure-words";

/** How a curve is called and read. */
export interface CurveNames {
  title: string;
  /** What the point of the plan that was asked for is called. */
  own: string;
  /** What the picture says in a sentence, for those who do not see it. */
  about: string;
  across: string;
  up: string;
  /** The head of the column of levels. */
  level: string;
  /** A level in a word. */
  levelWords(point: Pick<CurvePoint, "value">): string;
  acrossWords(value: number): string;
  /** Whether a level must be written beside its point, as the axis does not show it. */
  labelsLevels: boolean;
  /** Whether the bounds are in the units of the picture. */
  drawsBound: boolean;
}

/** The names of each curve, by its option. */
export const CURVE_NAMES: Record<Curve["name"], CurveNames> = {
  frontier: {
    title: "Priority against utilisation",
    own: "your policy",
    about:
      "Each point is a plan. Across: planned minutes, each list's no more than its length. Up: urgent and waiting points at the weights of the policy. From point to point a planned minute weighs more.",
    across: "Planned minutes",
    up: "Priority points",
    level: "Weight of a minute",
    levelWords: ({ value }) => `weight ${number(value ?? 0)}`,
    acrossWords: number,
    labelsLevels: true,
    drawsBound: false,
  },
  "overrun-curve": {
    title: "What each overrun limit costs",
    own: "your policy",
    about:
      "Each point is a plan. Across: the limit of the probability that a list runs over. Up: the score; the dashed line is what no plan can pass.",
    across: "Overrun limit",
    up: "Score",
    level: "Overrun limit",
    levelWords: ({ value }) => percent(value ?? 1),
    acrossWords: percent,
    labelsLevels: false,
    drawsBound: true,
  },
  "moves-curve": {
    title: "What keeping places costs",
    own: "this plan",
    about:
      "Each point is a plan. Across: how many patients of the earlier plan may move. Up: the score; the dashed line is what no plan within the same limit of moves can pass.",
    across: "Most patients moved",
    up: "Score",
    level: "Most moves",
    levelWords: ({ value }) => (value === null ? "no limit" : `at most ${number(value)}`),
    acrossWords: number,
    labelsLevels: false,
    drawsBound: true,
  },
};
