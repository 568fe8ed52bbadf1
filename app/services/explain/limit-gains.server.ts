import {
  BOTTLENECKS,
  LIFTABLE_RULES,
  OVERRUN_MORE,
  type OneMore,
  type OverrunRaised,
  type RuleLifted,
} from "~/domain/plan-reasons";
import { ChangeChain, type Gain } from "./change-chain.server";
import type { FinalList } from "./final-list";
import { NO_RELIEF, required, type FinalLists } from "./final-lists.server";
import type { Openings } from "./openings.server";
import { Waiting } from "./waiting.server";

/** A limit that no single exchange can weigh, and what a real plan beyond it gains: the true gain is at least this. */
export interface LimitGain extends Gain {
  what: OverrunRaised | Extract<OneMore, { kind: "overlap" }>;
}

/**
 * What the finished plan gains where every list may run over more often, and where a list that stands empty because of
 * one other with the same operator may hold cases beside it. The lists are as before when it is done; once `late` says
 * so, what is found is too little.
 */
export function limitGains(lists: FinalLists, waiting: Waiting, late: () => boolean): LimitGain[] {
  return [...overrunGain(lists, waiting, late), ...overlapGains(lists, waiting, late)];
}

/** What the finished plan gains where a rule is lifted for everybody; `late` as above. */
export function ruleGains({ lists, of }: Openings, late: () => boolean): (Gain & { what: RuleLifted })[] {
  return LIFTABLE_RULES.map((rule) => {
    const places = [...of.values()].map((own) => own.filter((place) => place.rule === rule));
    const barred = places.filter((own) => own.length > 0);
    const lifted = new Set(barred.flatMap((own) => own.map(({ option }) => option)));
    const gain = exchanged(lists, new Waiting(lists, lifted), late);
    return { what: { kind: "rule", rule, entries: barred.length }, ...gain };
  });
}

/** What exchanges gain by which those who wait come into the lists, one after another, list by list. */
function exchanged(lists: FinalLists, waiting: Waiting, late: () => boolean): Gain {
  const chain = new ChangeChain(lists, waiting);
  for (const list of lists.lists.keys()) if (!late()) chain.exchange(list);
  const gain = { ...chain.gain };
  chain.undo();
  return gain;
}

function overrunGain(lists: FinalLists, waiting: Waiting, late: () => boolean): LimitGain[] {
  const from = lists.problem.overrunProbabilityMax;
  const to = Math.min(1, Number((from + OVERRUN_MORE).toFixed(6)));
  if (to <= from) return [];
  lists.relief = { ...NO_RELIEF, overrun: to - from };
  const gain = exchanged(lists, waiting, late);
  lists.relief = NO_RELIEF;
  return [{ what: { kind: "overrun", from, to }, ...gain }];
}

/** The dearest, as many as may be told: those are looked at more closely. */
function overlapGains(lists: FinalLists, waiting: Waiting, late: () => boolean): LimitGain[] {
  const gainOf = (one: Beside, withMoves: boolean) => ({
    ...one,
    gain: gainBeside(lists, waiting, one, withMoves),
  });
  const filled = emptyBeside(lists).map((one) => gainOf(one, false));
  const dearest = filled
    .sort((a, b) => b.gain.points - a.gain.points || a.list - b.list)
    .slice(0, BOTTLENECKS);
  return dearest.map((one) => {
    const { empty, running, gain } = late() ? one : gainOf(one, true);
    return { what: { kind: "overlap", sessionId: empty.id, beside: running.id }, ...gain };
  });
}

/** A list that stands empty because of one other, and its number. */
interface Beside {
  empty: FinalList;
  list: number;
  running: FinalList;
}

function emptyBeside(lists: FinalLists): Beside[] {
  return lists.lists.flatMap((empty, list) => {
    if (empty.options.length > 0) return [];
    const [running, ...others] = lists.clashesOf(empty).filter(({ options }) => options.length > 0);
    return running && others.length === 0 ? [{ empty, list, running }] : [];
  });
}

/** What the empty list gains beside the other: those who wait come first, then perhaps who leaves room elsewhere. */
function gainBeside(
  lists: FinalLists,
  waiting: Waiting,
  { empty, list, running }: Beside,
  withMoves: boolean,
): Gain {
  const chain = new ChangeChain(lists, waiting);
  lists.relief = { ...NO_RELIEF, beside: [empty, running] };
  chain.fill(list);
  chain.exchange(list);
  if (withMoves) for (const [from, to] of placedElsewhere(lists, list)) chain.move(from, to);
  chain.exchange(list);
  const gain = { ...chain.gain };
  chain.undo();
  lists.relief = NO_RELIEF;
  return gain;
}

/** Cases of other lists that may go to a list: their options there and here. */
function placedElsewhere(lists: FinalLists, list: number): [from: number, to: number][] {
  const { case: caseOf, list: listOf } = lists.problem.options;
  const held = lists.lists.flatMap(({ removable }) => removable.map(({ option }) => option));
  const placed = new Map(held.map((option) => [required(caseOf[option]), option]));
  return caseOf.flatMap((one, to) => {
    const from = placed.get(one);
    return listOf[to] === list && from !== undefined && listOf[from] !== list ? [[from, to]] : [];
  });
}
