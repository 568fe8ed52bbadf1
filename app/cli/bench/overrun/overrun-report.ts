import { counted, number } from "~/domain/figure-words";
import type { Section } from "../section";
import { DRAWS } from "./list-overruns";
import type { GuardedPlan } from "./overrun-bench";

const THRESHOLDS = [0.05, 0.15, 0.25, 0.4];
/** Probabilities that reach a limit from below are not above it (file contract, with the rounding of the table). */
const HAIR = 2e-6;

/** The overrun rule beside flat slack, as a table. */
export function overrunSection(size: string, seed: number, plans: readonly GuardedPlan[]): Section {
  const head = [
    ...["", "score", "bound", "cases", "planned use", "lists", "most often"],
    ...THRESHOLDS.map((limit) => `over ${whole(limit)}`),
    "simulated",
  ];
  const rows = plans.map(({ guard, score, bound, cases, plannedMinutes, lengthMinutes, lists }) => [
    guard.words,
    number(score),
    bound === null ? "" : number(bound),
    number(cases),
    tenth(plannedMinutes / lengthMinutes),
    number(lists.length),
    tenth(Math.max(0, ...lists.map(({ byRule }) => byRule))),
    ...THRESHOLDS.map((limit) =>
      tenth(lists.filter(({ byRule }) => byRule > limit + HAIR).length / Math.max(1, lists.length)),
    ),
    tenth(Math.max(0, ...lists.map(({ simulated }) => simulated))),
  ]);
  return {
    title: `Overrun rule and flat slack, ${size}, seed ${seed}`,
    before: `Each row is a plan of the same instance: under the rule at a limit, or filled by means alone up to a share of each list's length (slack). Bound: no plan that keeps the limit scores more. Lists: those of two or more cases. Most often: how often the worst of them runs over its session, by the rule's lognormal law; "over 5%" the share of the lists that run over more often than that. Simulated: the worst list in ${number(DRAWS)} draws, each case lognormal by itself.`,
    rows: [head, ...rows],
    after: [limitWords(plans), boundWords(plans)],
  };
}

/** How simulation and the rule's law agree on the lists that were planned under a limit. */
function limitWords(plans: readonly GuardedPlan[]): string {
  const kept = plans.flatMap(({ guard: { limit }, lists }) =>
    limit === null ? [] : lists.map((list) => ({ ...list, limit })),
  );
  const beyond = kept.filter(({ simulated, limit }) => simulated > limit + 0.01 + drawError(limit));
  const furthest = Math.max(0, ...kept.map(({ simulated, byRule }) => simulated - byRule));
  return `Of the ${number(kept.length)} lists planned under a limit, ${number(beyond.length)} ran over more often in simulation than the limit, 0.01 and the error of the draws (five standard errors) allow; the furthest that simulation lies above the rule's law is ${tenth(furthest)}.`;
}

/** Whether every plan of the table stays within the bound of each limit that all its lists keep. */
function boundWords(plans: readonly GuardedPlan[]): string {
  const kept = plans.flatMap(({ guard: { limit }, bound }) =>
    limit === null || bound === null
      ? []
      : plans
          .filter(({ lists }) => lists.every(({ byRule }) => byRule <= limit + HAIR))
          .map(({ score }) => ({ score, bound })),
  );
  const above = kept.filter(({ score, bound }) => score > bound);
  return `A plan keeps a limit when each of its lists does, whatever it was made by: ${counted(kept.length, "pair")} of plan and limit, in ${number(above.length)} of which the score is above the limit's bound.`;
}

function drawError(limit: number): number {
  return 5 * Math.sqrt((limit * (1 - limit)) / DRAWS);
}

function tenth(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

function whole(share: number): string {
  return `${Math.round(share * 100)}%`;
}
