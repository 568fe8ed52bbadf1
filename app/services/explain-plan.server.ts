import {
  type Bottleneck,
  type CaseWhy,
  type NearestPlace,
  type SessionPrice,
  type WhatWouldChange,
} from "~/domain/plan-reasons";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Solved } from "~solver/solution";
import type { BuiltProblem } from "./build-problem.server";
import { bottlenecks, units, type Binding } from "./explain/bottlenecks.server";
import { cheapestExchange } from "./explain/cheapest-exchange.server";
import { CaseWhys } from "./explain/case-why.server";
import { optionsOfCase } from "./explain/capacity-detail.server";
import { Changes, type Found } from "./explain/changes.server";
import type { Exchange } from "./explain/exchange.server";
import { FinalLists, required } from "./explain/final-lists.server";
import { identity } from "./explain/identity.server";
import type { LeftUntold } from "./explain/left-untold";
import { limitGains, ruleGains } from "./explain/limit-gains.server";
import { openings } from "./explain/openings.server";
import { Waiting } from "./explain/waiting.server";
import type { PlanContext } from "./planning/plan-context.server";

/** Why a plan is as it is: what each place stands on, what would change who has none, and what binds. */
export interface PlanReasons {
  /** By placed entry; worked out when somebody asks. */
  readonly cases: Map<WaitingListEntry, CaseWhy>;
  /** What time ran out for; all else that is here is as it would be without a limit. */
  untold: LeftUntold;
  /** By entry that could have gone somewhere: the cheapest exchange; null where pins forbid all. */
  nearest: Map<WaitingListEntry, Exchange | null>;
  /** The same as places and names. */
  nearestPlace: (entry: WaitingListEntry) => NearestPlace | null;
  /** By entry that could have gone somewhere, best first; who is not here, nothing so small would place. */
  changes: Map<WaitingListEntry, WhatWouldChange[]>;
  /** The ten dearest. */
  bottlenecks: Bottleneck[];
  /** Every session that takes cases, in the order of time. */
  sessions: SessionPrice[];
}

/**
 * Tells why, from the numbers that were optimised: the finished plan, the rules, and the prices of its bound. Once `late`
 * says so, what is not told by then is left out: nearest places one by one, changes and bottlenecks together, since each
 * of them is weighed against all others.
 */
export function explainPlan(
  context: PlanContext,
  built: BuiltProblem,
  { options, prices }: Pick<Solved, "options" | "prices">,
  late: () => boolean = () => false,
): PlanReasons {
  const lists = new FinalLists(built.problem, options);
  const unplaced = [...built.entries.keys()].filter((at) => !lists.isPlaced(at));
  const nearest = new Map<WaitingListEntry, Exchange | null>();
  for (const at of unplaced) {
    if (late()) break;
    nearest.set(required(built.entries[at]), cheapestExchange(lists, optionsOfCase(built, at)));
  }
  const told = weighed({ context, built, lists, options, prices, unplaced, late });
  let cases: PlanReasons["cases"] | null = null;
  return {
    ...(told ?? UNWEIGHED),
    nearest,
    nearestPlace: (entry) => placeOf(built, nearest.get(entry) ?? null),
    untold: {
      entries: unplaced.length,
      withoutNearest: unplaced.length - nearest.size,
      changes: told === null,
    },
    get cases() {
      return (cases ??= whysOf(built, lists, options));
    },
  };
}

/** What is weighed against all others: half of it would mislead. */
type Weighed = Pick<PlanReasons, "changes" | "bottlenecks" | "sessions">;

const UNWEIGHED: Weighed = { changes: new Map(), bottlenecks: [], sessions: [] };

interface Weighing {
  context: PlanContext;
  built: BuiltProblem;
  lists: FinalLists;
  options: readonly number[];
  prices: Solved["prices"];
  /** Numbers of the cases without a place. */
  unplaced: readonly number[];
  late: () => boolean;
}

/** What would change who has no place, and what binds; null when time ran out before the end. */
function weighed({ context, built, lists, options, prices, unplaced, late }: Weighing): Weighed | null {
  const opened = openings(context, built, { options: [...options], prices }, late);
  if (opened === null) return null;
  const changes = new Changes(context, built, lists, opened);
  const found: { entry: WaitingListEntry; own: Found[] }[] = [];
  for (const at of unplaced) {
    if (late()) return null;
    const own = changes.of(at);
    if (own.length > 0) found.push({ entry: required(built.entries[at]), own });
  }
  const limits = [...limitGains(lists, new Waiting(lists), late), ...ruleGains(opened, late)];
  if (late()) return null;
  const binding: Binding = { context, lists, prices, best: changes.best, limits };
  return {
    changes: new Map(found.map(({ entry, own }) => [entry, changes.told(own)])),
    bottlenecks: bottlenecks(binding),
    sessions: units(binding).flatMap(({ what, estimate }) =>
      what.kind === "minutes" ? [{ sessionId: what.sessionId, halfHour: Math.round(estimate) }] : [],
    ),
  };
}

function whysOf(built: BuiltProblem, lists: FinalLists, options: readonly number[]): PlanReasons["cases"] {
  const whys = new CaseWhys(built, lists);
  return new Map(
    options.map((option) => {
      const entry = required(built.entries[required(built.problem.options.case[option])]);
      return [entry, whys.of(option)];
    }),
  );
}

function placeOf({ problem, sessions, entries }: BuiltProblem, found: Exchange | null): NearestPlace | null {
  if (found === null) return null;
  const { sessionId } = required(sessions[required(problem.options.list[found.in])]);
  const displaced = found.out.map((each) =>
    identity(required(entries[required(problem.options.case[each])])),
  );
  return { sessionId, displaced, change: found.change };
}
