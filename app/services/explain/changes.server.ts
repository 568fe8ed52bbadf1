import { MINUTES_MORE, type Lifted, type OneMore, type WhatWouldChange } from "~/domain/plan-reasons";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { BuiltProblem } from "../build-problem.server";
import type { PlanContext } from "../planning/plan-context.server";
import { optionsOfCase } from "./capacity-detail.server";
import { gainfulExchange } from "./cheapest-exchange.server";
import type { Exchange } from "./exchange.server";
import { NO_RELIEF, required, type FinalLists, type Relief } from "./final-lists.server";
import type { Openings } from "./openings.server";

/** A change that gives an entry a place, and the unit that it takes. */
export interface Found {
  key: string;
  what: OneMore | Lifted;
  exchange: Exchange;
}

/**
 * What would give entries without a place one, in the finished plan: each thing is tried by the rules, with nobody, one
 * or two of its list making way, and counts only when the score gains. Nobody who makes way is placed anew.
 */
export class Changes {
  /** By unit: the most that anybody asked so far would gain by it. */
  readonly most = new Map<string, number>();

  constructor(
    private readonly context: PlanContext,
    private readonly built: BuiltProblem,
    private readonly lists: FinalLists,
    private readonly openings: Openings,
  ) {}

  /** The best change of each kind for a case without a place, best first. `othersFirst` is for `told` to say. */
  of(caseNumber: number): Found[] {
    const best = new Map<string, Found>();
    for (const found of this.all(caseNumber)) {
      this.most.set(found.key, Math.max(this.most.get(found.key) ?? 0, found.exchange.change));
      const kind = found.what.kind === "resource" ? found.key : found.what.kind;
      const known = best.get(kind);
      if (!known || found.exchange.change > known.exchange.change) best.set(kind, found);
    }
    return [...best.values()].sort(
      (a, b) => b.exchange.change - a.exchange.change || (a.key < b.key ? -1 : 1),
    );
  }

  /** In the words of the domain, once everybody has been asked. */
  told(found: readonly Found[]): WhatWouldChange[] {
    return found.map(({ key, what, exchange: { change, out } }) => {
      const othersFirst = (this.most.get(key) ?? 0) > change;
      return { what, points: change, displaced: out.length, othersFirst };
    });
  }

  private *all(caseNumber: number): Generator<Found> {
    for (const option of optionsOfCase(this.built, caseNumber)) {
      yield* this.ofSession(option);
      yield* this.ofResources(option);
    }
    yield* this.ofRules(required(this.built.entries[caseNumber]));
  }

  private *ofSession(option: number): Generator<Found> {
    const { lists } = this;
    const list = lists.listOf(option);
    const sessionId = list.id;
    const minutes = { kind: "minutes" as const, sessionId, minutes: MINUTES_MORE };
    const longer = { ...NO_RELIEF, list, minutes: MINUTES_MORE };
    yield* this.tried(option, longer, minutesKey(sessionId), minutes);
    if (list.maxCases === null || list.options.length < list.maxCases) return;
    const one = { ...NO_RELIEF, list, cases: 1 };
    yield* this.tried(option, one, caseKey(sessionId), { kind: "case", sessionId });
  }

  private *ofResources(option: number): Generator<Found> {
    const { lists } = this;
    const list = lists.listOf(option);
    const kits = lists.caseOf(option).kits.filter((kit) => !list.kits.has(kit));
    const needed = [...lists.usageOf(option), ...kits.flatMap((kit) => list.kitUsage[kit] ?? [])];
    for (const capacity of needed) {
      if (lists.used(capacity) < lists.quantity(capacity)) continue;
      const { resource, site, date, period } = required(this.context.resources.limits[capacity]);
      const what = { kind: "resource" as const, resource, site, date, period };
      yield* this.tried(option, { ...NO_RELIEF, capacity }, capacityKey(capacity), what);
    }
  }

  private *tried(option: number, relief: Relief, key: string, what: OneMore): Generator<Found> {
    this.lists.relief = relief;
    const exchange = gainfulExchange(this.lists, [option]);
    this.lists.relief = NO_RELIEF;
    if (exchange) yield { key, what, exchange };
  }

  private *ofRules(entry: WaitingListEntry): Generator<Found> {
    const { of, lists, sessionOf } = this.openings;
    for (const { option, rule } of of.get(entry) ?? []) {
      const exchange = gainfulExchange(lists, [option]);
      const { sessionId } = sessionOf(option);
      // Consent to a place is one's own: nobody else would gain by it.
      if (exchange) yield { key: `${rule} ${option}`, what: { kind: rule, sessionId }, exchange };
    }
  }
}

/** Names of units, by which gains are kept. */
export const minutesKey = (sessionId: string) => `minutes ${sessionId}`;
export const caseKey = (sessionId: string) => `case ${sessionId}`;
export const capacityKey = (capacity: number) => `capacity ${capacity}`;
