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
import { Changes } from "./explain/changes.server";
import type { Exchange } from "./explain/exchange.server";
import { FinalLists, required } from "./explain/final-lists.server";
import { identity } from "./explain/identity.server";
import { openings } from "./explain/openings.server";
import type { PlanContext } from "./planning/plan-context.server";

/** Why a plan is as it is: what each place stands on, what would change who has none, and what binds. */
export interface PlanReasons {
  /** By placed entry. */
  cases: Map<WaitingListEntry, CaseWhy>;
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

/** Tells why, from the numbers that were optimised: the finished plan, the rules, and the prices of its bound. */
export function explainPlan(
  context: PlanContext,
  built: BuiltProblem,
  { options, prices }: Pick<Solved, "options" | "prices">,
): PlanReasons {
  const lists = new FinalLists(built.problem, options);
  const opened = openings(context, built, { options, prices });
  const changes = new Changes(context, built, lists, opened);
  const found = built.entries.flatMap((entry, at) =>
    lists.isPlaced(at)
      ? []
      : [{ entry, changes: changes.of(at), nearest: cheapestExchange(lists, optionsOfCase(built, at)) }],
  );
  const nearest = new Map(found.map((each) => [each.entry, each.nearest]));
  const told = found.filter((each) => each.changes.length > 0);
  const whys = new CaseWhys(built, lists);
  const binding: Binding = { context, lists, prices, openings: opened, most: changes.most };
  return {
    nearest,
    nearestPlace: (entry) => placeOf(built, nearest.get(entry) ?? null),
    changes: new Map(told.map(({ entry, changes: own }) => [entry, changes.told(own)])),
    cases: new Map(
      options.map((option) => {
        const entry = required(built.entries[required(built.problem.options.case[option])]);
        return [entry, whys.of(option)];
      }),
    ),
    bottlenecks: bottlenecks(binding),
    sessions: units(binding).flatMap(({ what, estimate }) =>
      what.kind === "minutes" ? [{ sessionId: what.sessionId, halfHour: Math.round(estimate) }] : [],
    ),
  };
}

function placeOf({ problem, sessions, entries }: BuiltProblem, found: Exchange | null): NearestPlace | null {
  if (found === null) return null;
  const { sessionId } = required(sessions[required(problem.options.list[found.in])]);
  const displaced = found.out.map((each) =>
    identity(required(entries[required(problem.options.case[each])])),
  );
  return { sessionId, displaced, change: found.change };
}
