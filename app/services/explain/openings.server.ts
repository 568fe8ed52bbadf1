import { PAIR_RULES } from "~/domain/eligibility/rules";
import { forbiddingEntryRule } from "~/domain/eligibility/eligibility";
import type { Liftable } from "~/domain/plan-reasons";
import type { Reason } from "~/domain/reasons";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Previous } from "~solver/problem";
import type { Solved } from "~solver/solution";
import type { BuiltProblem } from "../build-problem.server";
import type { PlanContext } from "../planning/plan-context.server";
import { problemLists } from "../planning/problem-lists.server";
import { OptionWriter } from "../planning/problem-options.server";
import { FinalLists, required } from "./final-lists.server";
import { LikelyPlaces } from "./likely-places.server";

/** Places that one rule alone keeps from entries without a place. Options are those of `lists.problem`. */
export interface Openings {
  /** The finished plan, numbered anew. */
  lists: FinalLists;
  /** By entry without a place: options that one rule keeps from it, by that rule. */
  of: Map<WaitingListEntry, { option: number; rule: Liftable }[]>;
  /** The session of an option. */
  sessionOf: (option: number) => TheatreSession;
}

/** Most places of one entry, those with the cheapest minutes: the best of them is told. */
const MOST_PLACES = 8;

const LIFTABLE: Partial<Record<Reason, Liftable>> = { no_session: "surgeon", site: "site", notice: "notice" };

/**
 * Lays the finished plan out once more, with the places that entries without one may not have because of a single rule
 * that people can lift: consent to another site, another surgeon's list, agreement to short notice. Only places that an
 * entry could pay for at the prices are there. Null once `late` says so: half of them would mislead.
 */
export function openings(
  context: PlanContext,
  built: BuiltProblem,
  { options, prices }: Pick<Solved, "options" | "prices">,
  late: () => boolean = () => false,
): Openings | null {
  const { problem } = built;
  const writer = new OptionWriter(context, problemLists(context));
  const newOption = new Map<number, number>();
  const placed = new Set<WaitingListEntry>();
  for (const option of options) {
    const entry = required(built.entries[required(problem.options.case[option])]);
    newOption.set(option, writer.result.options.case.length);
    writer.addCase(entry, [sessionAt(built, option)], problem.pins.includes(option));
    placed.add(entry);
  }
  const of: Openings["of"] = new Map();
  const byEntry = barred(context, placed, new LikelyPlaces(context, prices), late);
  if (byEntry === null) return null;
  for (const [entry, places] of byEntry) {
    const first = writer.result.options.case.length;
    writer.addCase(
      entry,
      places.map(({ session }) => session),
      false,
    );
    of.set(
      entry,
      places.map(({ rule }, at) => ({ option: first + at, rule })),
    );
  }
  const { cases, options: all, usages, pins } = writer.finish();
  const previous = earlier(problem.previous, options, newOption);
  const laid = { ...problem, cases, options: all, usages, pins, previous };
  const lists = new FinalLists(laid, [...newOption.values()]);
  return { lists, of, sessionOf: (option) => required(built.sessions[required(all.list[option])]) };
}

function sessionAt({ problem, sessions }: BuiltProblem, option: number): TheatreSession {
  return required(sessions[required(problem.options.list[option])]);
}

/** Earlier places by their new numbers; those that the plan gave up count as lost. */
function earlier(
  previous: Previous | null,
  options: readonly number[],
  newOption: Map<number, number>,
): Previous | null {
  if (previous === null) return null;
  const taken = new Set(options);
  const kept = previous.options.filter((option) => taken.has(option));
  return {
    ...previous,
    options: kept.map((option) => required(newOption.get(option))),
    lost: previous.lost + previous.options.length - kept.length,
  };
}

/** What bars entries; null once `late` says so. */
function barred(
  context: PlanContext,
  placed: ReadonlySet<WaitingListEntry>,
  likely: LikelyPlaces,
  late: () => boolean,
) {
  const found = new Map<WaitingListEntry, { session: TheatreSession; rule: Liftable }[]>();
  for (const entry of context.input.entries) {
    if (late()) return null;
    if (placed.has(entry) || forbiddingEntryRule(entry, null)) continue;
    const places: { session: TheatreSession; rule: Liftable }[] = [];
    for (const session of likely.of(entry)) {
      const rule = onlyRule(entry, session, context);
      if (rule) places.push({ session, rule });
      if (places.length === MOST_PLACES) break;
    }
    if (places.length) found.set(entry, places);
  }
  return found;
}

/** The rule that alone keeps an entry out of a session, when people can lift it. */
function onlyRule(
  entry: WaitingListEntry,
  session: TheatreSession,
  { eligibility }: PlanContext,
): Liftable | undefined {
  let found: Liftable | undefined;
  for (const rule of PAIR_RULES) {
    if (!rule.forbids(entry, session, eligibility)) continue;
    const liftable = LIFTABLE[rule.reason];
    if (!liftable || found) return undefined;
    found = liftable;
  }
  return found;
}
