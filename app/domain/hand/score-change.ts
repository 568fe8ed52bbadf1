import type { CaseMeasures } from "../case-points";
import { counted, number } from "../figure-words";
import { MEASURES, type MeasureName, type Measures, type Policy } from "../policy";
import { weeksWaited } from "../rtt-clock";
import { spokenDate } from "../spoken-date";
import type { TheatreSession } from "../theatre";
import { urgencyOf } from "../urgency";
import type { WaitingListEntry } from "../waiting-list";
import { noMeasures } from "../measures";
import type { ChangedList, HandMove } from "./hand-change";
import type { HandWeek } from "./hand-week";
import { plannedMinutes } from "./list-breaks";

/** What a change does to the score. */
export interface ScoreChange {
  points: number;
  /** In the units of each measure. */
  measures: Measures;
  /** What the points come from, largest first. */
  terms: ScoreTerm[];
}

/** One measure's part of a change, `+1,200: a 52-week wait placed`. */
export interface ScoreTerm {
  measure: MeasureName;
  points: number;
  words: string;
}

/** What moves made at once do to the five measures and the score. */
export function scoreChange(
  week: HandWeek,
  moves: readonly HandMove[],
  lists: readonly ChangedList[],
): ScoreChange {
  const measures = noMeasures();
  for (const { session, before, after } of lists) {
    const { length, turnaround } = week.limitsOf(session);
    const filled = (cases: typeof after) => Math.min(length, plannedMinutes(cases, turnaround));
    measures.minutes += filled(after) - filled(before);
  }
  for (const { entry, to } of moves) {
    const from = week.placeOf(entry)?.session ?? null;
    addCase(measures, from && week.measuresOf(entry, from), to && week.measuresOf(entry, to));
  }
  const { weights } = week.facts.policy;
  return {
    points: MEASURES.reduce((sum, measure) => sum + weights[measure] * measures[measure], 0),
    measures,
    // Of most places that are judged only the points are told.
    get terms() {
      return termsOf(week, moves, measures, weights);
    },
  };
}

function addCase(sum: Measures, before: CaseMeasures | null, after: CaseMeasures | null): void {
  for (const measure of ["urgent", "waiting", "dayCaseHub", "weeksWaited"] as const)
    sum[measure] += (after?.[measure] ?? 0) - (before?.[measure] ?? 0);
}

function termsOf(
  week: HandWeek,
  moves: readonly HandMove[],
  measures: Measures,
  weights: Policy["weights"],
): ScoreTerm[] {
  return MEASURES.flatMap((measure) => {
    const points = weights[measure] * measures[measure];
    if (points === 0) return [];
    return [{ measure, points, words: WORDS[measure](week, moves, measures[measure]) }];
  }).sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

type Words = (week: HandWeek, moves: readonly HandMove[], amount: number) => string;

const WORDS: Record<MeasureName, Words> = {
  urgent: (week, moves, amount) => of(moves, (move) => urgentWords(week, move, amount), "urgency"),
  waiting: (week, moves) => of(moves, (move) => waitWords(week, move), "waits"),
  minutes: (_week, _moves, amount) =>
    `${counted(Math.abs(amount), "minute")} ${amount > 0 ? "more" : "fewer"} filled`,
  dayCaseHub: (_week, _moves, amount) =>
    amount > 0 ? "a day case or hub procedure in its place" : "a day case or hub procedure out of its place",
  weeksWaited: (_week, _moves, amount) =>
    `${counted(Math.abs(amount), "week")} waited ${amount > 0 ? "more" : "fewer"} among those placed`,
};

/** The words of the one move; of several only what they are about. */
function of(moves: readonly HandMove[], words: (move: HandMove) => string, several: string): string {
  const [move] = moves;
  return moves.length === 1 && move ? words(move) : `${several} of those who move`;
}

function urgentWords(week: HandWeek, { entry, to }: HandMove, amount: number): string {
  const { policy, planDate } = week.facts;
  const { target } = urgencyOf(entry, policy, week.horizon);
  const due = target === "" ? "" : `, due by ${spokenDate(target, planDate)},`;
  const who = `${entry.cancer ? "a cancer patient" : `a ${entry.priority} patient`}${due}`;
  const from = week.placeOf(entry)?.session;
  if (to === null) return `${who} loses the place`.replace(",,", ",");
  if (!from) return `${who} placed`;
  return `${who} ${amount > 0 ? "in time" : "late"}`;
}

function waitWords(week: HandWeek, { entry, to }: HandMove): string {
  const from = week.placeOf(entry)?.session ?? null;
  if (to === null) return `a ${weeksOn(entry, from)}-week wait loses the place`;
  if (from === null) return `a ${weeksOn(entry, to)}-week wait placed`;
  return `a wait of ${weeksOn(entry, to)} weeks by then, ${weeksOn(entry, from)} before`;
}

function weeksOn({ clockStart }: WaitingListEntry, session: TheatreSession | null): number {
  return session ? weeksWaited(clockStart, session.date) : 0;
}

/** A change of the score in words: `+1,200 points: a 52-week wait placed; 42 minutes more filled`. */
export function scoreWords({ points, terms }: ScoreChange): string {
  if (points === 0) return "No change to the score.";
  const what = terms
    .slice(0, 2)
    .map(({ words }) => words)
    .join("; ");
  return `${signed(points)} points${what ? `: ${what}` : ""}.`;
}

/** Points with their sign, `+1,200`. */
export function signed(points: number): string {
  return `${points < 0 ? "−" : "+"}${number(Math.abs(points))}`;
}
