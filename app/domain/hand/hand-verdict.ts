import type { TheatreSession } from "../theatre";
import type { WaitingListEntry } from "../waiting-list";
import { entryBreaks } from "./entry-breaks";
import type { BreakCode, HandBreak, HandWarning } from "./hand-break";
import { changedLists, type ChangedList, type HandMove } from "./hand-change";
import type { HandWeek } from "./hand-week";
import { listBreaks } from "./list-breaks";
import { scoreChange, type ScoreChange } from "./score-change";
import { sharedBreaks } from "./shared-breaks";
import { handWarnings } from "./warnings";
import { weekBreaks } from "./week-breaks";

/** What a change by hand would break, what people should know of it, and what it does to the score. */
export interface HandVerdict {
  breaks: HandBreak[];
  warnings: HandWarning[];
  score: ScoreChange;
}

/**
 * Judges moves that are made at once: one is a move, an addition or (to null) a removal, two may be a swap. Breaks are
 * asked of what gains by the change: a week that breaks a rule already may still be made better.
 */
export function judgeMoves(week: HandWeek, moves: readonly HandMove[]): HandVerdict {
  const lists = changedLists(week, moves);
  const breaks = [
    ...lists.flatMap((list) => [...entryBreaks(week, list), ...listBreaks(week, list)]),
    ...sharedBreaks(week, lists),
    ...weekBreaks(week, lists),
  ];
  return new Verdict(week, moves, lists, breaks);
}

/** Warnings and score are worked out when somebody asks: most places that are judged are refused before. */
class Verdict implements HandVerdict {
  private known: { warnings?: HandWarning[]; score?: ScoreChange } = {};

  constructor(
    private readonly week: HandWeek,
    private readonly moves: readonly HandMove[],
    private readonly lists: readonly ChangedList[],
    readonly breaks: HandBreak[],
  ) {}

  get warnings(): HandWarning[] {
    return (this.known.warnings ??= handWarnings(this.week, this.lists, this.breaks.length === 0));
  }

  get score(): ScoreChange {
    return (this.known.score ??= scoreChange(this.week, this.moves, this.lists));
  }
}

/**
 * What a verdict comes to: nothing in the way; something to know; a rule that somebody may set aside; or refused,
 * whoever asks.
 */
export type VerdictKind = "allowed" | "warned" | "liftable" | "refused";

export function verdictKind({ breaks, warnings }: Pick<HandVerdict, "breaks" | "warnings">): VerdictKind {
  if (breaks.some(({ lift }) => lift === "never")) return "refused";
  if (breaks.length > 0) return "liftable";
  return warnings.length > 0 ? "warned" : "allowed";
}

/** The breaks that stand after a person has set these rules aside. */
export function unlifted({ breaks }: Pick<HandVerdict, "breaks">, lifted: readonly BreakCode[]): HandBreak[] {
  return breaks.filter(({ code, lift }) => lift === "never" || !lifted.includes(code));
}

/** Whether a change needs a reason in words: a rule is set aside, or people rely on a list that changes. */
export function needsReason({ breaks, warnings }: Pick<HandVerdict, "breaks" | "warnings">): boolean {
  return breaks.length > 0 || warnings.some((warning) => warning.needsReason);
}

/** A place that an entry might have, and what it would mean. */
export interface CandidatePlace {
  session: TheatreSession;
  verdict: HandVerdict;
}

/** Every session of the week that takes cases, but the entry's own, with what the entry in it would mean. */
export function candidatePlaces(week: HandWeek, entry: WaitingListEntry): CandidatePlace[] {
  const own = week.placeOf(entry)?.session;
  return week.bookable
    .filter((session) => session !== own)
    .map((session) => ({ session, verdict: judgeMoves(week, [{ entry, to: session }]) }));
}
