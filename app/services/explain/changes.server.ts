import { MINUTES_MORE, type Lifted, type OneMore, type WhatWouldChange } from "~/domain/plan-reasons";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { BuiltProblem } from "../build-problem.server";
import type { PlanContext } from "../planning/plan-context.server";
import { optionsOfCase } from "./capacity-detail.server";
import { gainfulExchange } from "./cheapest-exchange.server";
import type { Exchange } from "./exchange.server";
import { identity } from "./identity.server";
import type { FinalList } from "./final-list";
import { NO_RELIEF, required, type FinalLists, type Relief } from "./final-lists.server";
import type { Openings } from "./openings.server";

/** A change that gives an entry a place, and the unit that it takes. */
export interface Found {
  key: string;
  what: OneMore | Lifted;
  exchange: Exchange;
}

/** One thing more than there is, and how the finished plan is asked about it. */
interface Unit {
  key: string;
  what: OneMore;
  relief: Relief;
}

/**
 * What would give entries without a place one, in the finished plan: each thing is tried by the rules, with nobody, one
 * or two of its list making way, and counts only when the score gains. Nobody who makes way is placed anew.
 */
export class Changes {
  /** By unit: the change by which anybody asked so far would gain most. */
  readonly best = new Map<string, Found>();
  /** By list, and by capacity once somebody lacked it. */
  private readonly sessions: { more: Unit; cases: Unit }[];
  private readonly capacities = new Map<number, Unit>();

  constructor(
    private readonly context: PlanContext,
    private readonly built: BuiltProblem,
    private readonly lists: FinalLists,
    private readonly openings: Openings,
  ) {
    this.sessions = lists.lists.map(sessionUnits);
  }

  /** The best change of each kind for a case without a place, best first. `othersFirst` is for `told` to say. */
  of(caseNumber: number): Found[] {
    const best = new Map<string, Found>();
    for (const found of this.all(caseNumber)) {
      if (found.exchange.change > this.mostBy(found.key)) this.best.set(found.key, found);
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
      const othersFirst = this.mostBy(key) > change;
      return { what, points: change, displaced: out.length, othersFirst };
    });
  }

  private mostBy(key: string): number {
    return this.best.get(key)?.exchange.change ?? 0;
  }

  private all(caseNumber: number): Found[] {
    const found: Found[] = [];
    const entry = required(this.built.entries[caseNumber]);
    for (const option of optionsOfCase(this.built, caseNumber)) {
      this.ofSession(option, found);
      this.ofResources(option, found);
      if (this.lists.samePersonAndDay(option).length > 0)
        this.trial(option, secondCaseUnit(entry, this.lists, option), found);
    }
    this.ofRules(entry, found);
    return found;
  }

  private ofSession(option: number, found: Found[]): void {
    const { more, cases } = required(this.sessions[required(this.built.problem.options.list[option])]);
    const list = this.lists.listOf(option);
    this.trial(option, more, found);
    if (list.maxCases !== null && list.options.length >= list.maxCases) this.trial(option, cases, found);
  }

  private ofResources(option: number, found: Found[]): void {
    const { lists } = this;
    const list = lists.listOf(option);
    for (const capacity of lists.usageOf(option)) this.ofCapacity(option, capacity, found);
    for (const kit of lists.caseOf(option).kits)
      if (!list.kits.has(kit))
        for (const capacity of list.kitUsage[kit] ?? []) this.ofCapacity(option, capacity, found);
  }

  private ofCapacity(option: number, capacity: number, found: Found[]): void {
    const { lists, capacities } = this;
    if (lists.used(capacity) < lists.quantity(capacity)) return;
    const known = capacities.get(capacity) ?? capacityUnit(this.context, capacity);
    capacities.set(capacity, known);
    this.trial(option, known, found);
  }

  private trial(option: number, { key, what, relief }: Unit, found: Found[]): void {
    this.lists.relief = relief;
    const exchange = gainfulExchange(this.lists, [option]);
    this.lists.relief = NO_RELIEF;
    if (exchange) found.push({ key, what, exchange });
  }

  private ofRules(entry: WaitingListEntry, found: Found[]): void {
    const { of, lists, sessionOf } = this.openings;
    for (const { option, rule } of of.get(entry) ?? []) {
      const exchange = gainfulExchange(lists, [option]);
      const { sessionId } = sessionOf(option);
      // Consent to a place is one's own: nobody else would gain by it.
      if (exchange) found.push({ key: `${rule} ${option}`, what: { kind: rule, sessionId }, exchange });
    }
  }
}

/** Half an hour or one case more on a list. */
function sessionUnits(list: FinalList): { more: Unit; cases: Unit } {
  const sessionId = list.id;
  return {
    more: {
      key: minutesKey(sessionId),
      what: { kind: "minutes", sessionId, minutes: MINUTES_MORE },
      relief: { ...NO_RELIEF, list, minutes: MINUTES_MORE },
    },
    cases: {
      key: caseKey(sessionId),
      what: { kind: "case", sessionId },
      relief: { ...NO_RELIEF, list, cases: 1 },
    },
  };
}

/** One unit more of a capacity. */
function capacityUnit({ resources }: PlanContext, capacity: number): Unit {
  const { resource, site, date, period } = required(resources.limits[capacity]);
  return {
    key: capacityKey(capacity),
    what: { kind: "resource", resource, site, date, period },
    relief: { ...NO_RELIEF, capacity },
  };
}

/** A second case of a person on a day. */
function secondCaseUnit(entry: WaitingListEntry, lists: FinalLists, option: number): Unit {
  const { id: sessionId, day } = lists.listOf(option);
  return {
    key: secondCaseKey(lists.caseOf(option).person, day),
    what: { kind: "secondCase", sessionId, ...identity(entry) },
    relief: { ...NO_RELIEF, secondCase: true },
  };
}

/** Names of units, by which gains are kept. */
export const minutesKey = (sessionId: string) => `minutes ${sessionId}`;
export const caseKey = (sessionId: string) => `case ${sessionId}`;
export const secondCaseKey = (person: number, day: number) => `second case ${person} ${day}`;
export const capacityKey = (capacity: number) => `capacity ${capacity}`;
