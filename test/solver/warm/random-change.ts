import type { Problem } from "~solver/problem";
import { randomOf } from "~solver/random";
import type { Change } from "~solver/warm/change";

/** Kinds of change, each alone, and several at once. */
export const KINDS = [
  "pins",
  "bans",
  "capacities",
  "lists",
  "maxCases",
  "reserves",
  "overrun",
  "moves",
  "many",
] as const;
export type Kind = (typeof KINDS)[number];

/** A change of one kind to a small problem; the same for the same seed. Its pins may clash. */
export function randomChange(problem: Problem, kind: Kind, seed: number): Change {
  const random = randomOf(seed);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const { options, capacities, lists, reserves, cases } = problem;
  const index = (items: readonly unknown[]) => (items.length > 0 ? [whole(0, items.length - 1)] : []);
  const of: Record<Exclude<Kind, "many">, () => Change> = {
    pins: () => ({ pins: index(options.case) }),
    bans: () => ({ bans: { options: index(options.case), cases: random() < 0.5 ? index(cases) : [] } }),
    capacities: () => ({
      capacities: index(capacities).map((capacity) => ({
        capacity,
        by: whole(capacities[capacity]!.quantity > 0 ? -1 : 0, 2),
      })),
    }),
    lists: () => ({
      lists: index(lists).map((list) => ({
        list,
        minutes: random() < 0.3 ? 0 : lists[list]!.length + whole(-60, 60),
      })),
    }),
    maxCases: () => ({
      lists: index(lists)
        .filter((list) => lists[list]!.maxCases !== 0)
        .map((list) => ({ list, maxCases: whole(0, 4) })),
    }),
    reserves: () => ({ reserves: index(reserves).map((reserve) => ({ reserve, minutes: whole(0, 400) })) }),
    overrun: () => ({ overrun: [0.05, 0.25, 0.5][whole(0, 2)]! }),
    moves: () => ({ pins: index(options.case), maxMoves: whole(0, 2), movePrice: whole(0, 1) * 20 }),
  };
  if (kind !== "many") return of[kind]();
  return { ...of.lists(), ...of.capacities(), ...of.bans(), ...of.pins() };
}
