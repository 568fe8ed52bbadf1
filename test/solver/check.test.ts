import { describe, expect, it } from "vitest";
import { check } from "~solver/check";
import { overrunProbability } from "~solver/overrun";
import type { Problem } from "~solver/problem";
import { randomOf } from "~solver/random";
import type { Violation } from "~solver/solution";
import { solve } from "~solver/solve";
import { MANY, randomProblem } from "./random-problem";

/** A plan that keeps every rule, and what one may ask of it. */
interface Sound {
  problem: Problem;
  options: number[];
  /** Options by list. */
  lists: number[][];
  any: <T>(items: readonly T[]) => T | undefined;
}

/** A spoilt plan or problem, and the violation that must be named. */
interface Spoilt {
  problem: Problem;
  options: number[];
  named: Partial<Violation>;
}

const caseOf = ({ problem }: Sound, option: number) => problem.options.case[option]!;
const listOf = ({ problem }: Sound, option: number) => problem.options.list[option]!;
const minutes = (sound: Sound, list: number) => {
  const held = sound.lists[list]!;
  const means = held.reduce((sum, option) => sum + sound.problem.cases[caseOf(sound, option)]!.mean, 0);
  return means + sound.problem.lists[list]!.turnaround * Math.max(0, held.length - 1);
};
const atLeast = (sound: Sound, cases: number) =>
  sound.any(sound.lists.flatMap((held, at) => (held.length >= cases ? [at] : [])));
const cases = (sound: Sound, list: number) => sound.lists[list]!.map((option) => caseOf(sound, option));
const changeList = (problem: Problem, at: number, change: Partial<Problem["lists"][0]>): Problem => ({
  ...problem,
  lists: problem.lists.map((list, l) => (l === at ? { ...list, ...change } : list)),
});

/** By the rule that must be named: ways to spoil a sound plan, or null where the plan has nothing to spoil. */
const SPOILERS: Record<string, (sound: Sound) => Spoilt | null> = {
  "once: an option twice": (sound) => {
    const option = sound.any(sound.options);
    if (option === undefined) return null;
    const at = listOf(sound, option);
    const named = { rule: "once", cases: [caseOf(sound, option)], lists: [at, at], amount: 2, limit: 1 };
    return { problem: sound.problem, options: [...sound.options, option], named };
  },
  "once: a case in two lists": (sound) => {
    const { problem, options } = sound;
    const other = sound.any(
      problem.options.case.flatMap((c, option) =>
        !options.includes(option) && options.some((each) => caseOf(sound, each) === c) ? [option] : [],
      ),
    );
    if (other === undefined) return null;
    const named = { rule: "once", cases: [caseOf(sound, other)], amount: 2, limit: 1 };
    return { problem, options: [...options, other], named };
  },
  "person-a-day: two cases of a day become one person's": (sound) => {
    const { problem } = sound;
    const list = atLeast(sound, 2);
    if (list === undefined) return null;
    const [a, b] = cases(sound, list) as [number, number];
    const everybody = problem.cases.map((each, c) => ({ ...each, person: c === b ? 900 + a : 900 + c }));
    const named = { rule: "person-a-day", lists: [list, list], cases: [a, b], amount: 2, limit: 1 };
    return { problem: { ...problem, cases: everybody }, options: sound.options, named };
  },
  "max-cases: one case fewer allowed": (sound) => {
    const list = atLeast(sound, 1);
    if (list === undefined) return null;
    const amount = sound.lists[list]!.length;
    const problem = changeList(sound.problem, list, { maxCases: amount - 1 });
    const named = { rule: "max-cases", lists: [list], cases: cases(sound, list), amount, limit: amount - 1 };
    return { problem, options: sound.options, named };
  },
  "minutes-fit: a minute too few": (sound) => {
    const list = atLeast(sound, 2);
    if (list === undefined) return null;
    const amount = minutes(sound, list);
    const problem = {
      ...changeList(sound.problem, list, { length: amount - 1 }),
      overrunProbabilityMax: 1,
    };
    const named = {
      rule: "minutes-fit",
      lists: [list],
      cases: cases(sound, list),
      amount,
      limit: amount - 1,
    };
    return { problem, options: sound.options, named };
  },
  "overrun: a probability beyond the tolerance": (sound) => {
    const list = atLeast(sound, 2);
    if (list === undefined) return null;
    const held = cases(sound, list).map((c) => sound.problem.cases[c]!);
    const { length, turnaround } = sound.problem.lists[list]!;
    const amount = overrunProbability(
      length - turnaround * (held.length - 1),
      held.reduce((sum, { mean }) => sum + mean, 0),
      held.reduce((sum, { deviation }) => sum + deviation ** 2, 0),
    );
    if (amount < 2e-6) return null;
    const limit = amount - 1.5e-6;
    const named = { rule: "overrun", lists: [list], cases: cases(sound, list), amount, limit };
    return { problem: { ...sound.problem, overrunProbabilityMax: limit }, options: sound.options, named };
  },
  "operator-overlap: two lists get one operator and one time": (sound) => {
    const [a, b] = sound.lists.flatMap((held, at) => (held.length > 0 ? [at] : []));
    if (a === undefined || b === undefined) return null;
    const shared = { operators: [99], start: 480, end: 481, day: sound.problem.lists[a]!.day };
    const everybody = sound.problem.cases.map((each, c) => ({ ...each, person: 900 + c }));
    const problem = changeList(changeList({ ...sound.problem, cases: everybody }, a, shared), b, shared);
    const named = { rule: "operator-overlap", lists: [a, b], subject: "99", amount: 2, limit: 1 };
    return { problem, options: sound.options, named };
  },
  "capacity: a unit less than is taken": (sound) => {
    const { problem, options } = sound;
    const takers = problem.capacities.map((_, at) => {
      const direct = options.flatMap((option) => problem.usages[problem.options.usage[option]!]!);
      const kits = problem.lists.flatMap(({ kitUsage }, list) =>
        kitUsage.flatMap((row, kit) =>
          cases(sound, list).some((c) => problem.cases[c]!.kits.includes(kit)) ? row : [],
        ),
      );
      return [...direct, ...kits].filter((each) => each === at).length;
    });
    const at = sound.any(takers.flatMap((taken, each) => (taken > 0 ? [each] : [])));
    if (at === undefined) return null;
    const [amount, limit] = [takers[at]!, takers[at]! - 0.5];
    const capacities = problem.capacities.map((each, c) => (c === at ? { ...each, quantity: limit } : each));
    const named = { rule: "capacity", subject: problem.capacities[at]!.id, amount, limit };
    return { problem: { ...problem, capacities }, options, named };
  },
  "reserve: half a minute too few": (sound) => {
    const lists = sound.lists.flatMap((held, at) => (held.length > 0 ? [at] : []));
    if (lists.length === 0) return null;
    const amount = lists.reduce((sum, list) => sum + minutes(sound, list), 0);
    const reserves = [{ id: "all", lists, maxMinutes: amount - 0.5 }];
    const named = { rule: "reserve", lists, subject: "all", amount, limit: amount - 0.5 };
    return { problem: { ...sound.problem, reserves }, options: sound.options, named };
  },
  "pin: dropped": (sound) => {
    const dropped = sound.any(sound.options);
    if (dropped === undefined) return null;
    const options = sound.options.filter((option) => option !== dropped);
    const [lists, placed] = [[listOf(sound, dropped)], [caseOf(sound, dropped)]];
    const named = { rule: "pin", lists, cases: placed, amount: 0, limit: 1 };
    return { problem: { ...sound.problem, pins: [dropped] }, options, named };
  },
  "max-moves: one moved too many": (sound) => {
    const moved = sound.options.slice(0, 2);
    if (moved.length < 2) return null;
    const previous = { options: sound.options, movePrice: 0, lost: 1, maxMoves: 2 };
    const named = { rule: "max-moves", cases: moved.map((o) => caseOf(sound, o)), amount: 3, limit: 2 };
    return { problem: { ...sound.problem, pins: [], previous }, options: sound.options.slice(2), named };
  },
};

/** Plans of random problems that keep every rule. */
const SOUND = Array.from({ length: 80 }, (_, seed): Sound[] => {
  const problem = randomProblem(seed + 500, seed % 2 === 0 ? MANY : undefined);
  const solution = solve(problem, { seed: 1, steps: 0, timeLimit: null, workers: 1 });
  if (solution.kind !== "solved") return [];
  const { options } = solution;
  const lists = problem.lists.map((_, at) => options.filter((o) => problem.options.list[o] === at));
  const random = randomOf(seed);
  return [{ problem, options, lists, any: (items) => items[Math.floor(random() * items.length)] }];
}).flat();

describe("the check of a plan", () => {
  it("finds nothing wrong with plans of the solver", () => {
    expect(SOUND.length).toBeGreaterThan(60);
    for (const { problem, options } of SOUND) expect(check(problem, options).violations).toEqual([]);
  });

  it.each(Object.entries(SPOILERS))("names %s", (_, spoil) => {
    const spoilt = SOUND.flatMap((sound) => spoil(sound) ?? []);
    expect(spoilt.length).toBeGreaterThan(15);
    for (const { problem, options, named } of spoilt)
      expect(check(problem, options).violations).toContainEqual(expect.objectContaining(named));
  });

  it.each(Object.entries(SPOILERS).filter(([name]) => /max-cases|minutes|reserve|pin|max-moves/.test(name)))(
    "names nothing else for %s",
    (_, spoil) => {
      for (const { problem, options, named } of SOUND.flatMap((sound) => spoil(sound) ?? []))
        expect(check(problem, options).violations).toEqual([expect.objectContaining(named)]);
    },
  );

  it("adds the score up anew from what is placed", () => {
    for (const { problem, options, lists } of SOUND) {
      const { score, measures } = check(problem, options);
      const [dropped, ...rest] = options;
      if (dropped === undefined) continue;
      const list = problem.options.list[dropped]!;
      const held = lists[list]!.length > 1 ? problem.lists[list]!.turnaround : 0;
      const lost = Math.min(
        problem.lists[list]!.length,
        problem.cases[problem.options.case[dropped]!]!.mean + held,
      );
      const less = problem.measures.map(({ of }, m) =>
        of === "list" ? lost : problem.options.amounts[m]![dropped]!,
      );
      const now = check(problem, rest);
      problem.measures.forEach(({ id }, m) => expect(now.measures[id]).toBe(measures[id]! - less[m]!));
      expect(now.score).toBe(
        score - problem.measures.reduce((sum, { weight }, m) => sum + weight * less[m]!, 0),
      );
    }
  });

  it("heeds every weight", () => {
    for (const { problem, options } of SOUND.slice(0, 20))
      problem.measures.forEach(({ id }, at) => {
        const heavier = problem.measures.map((each, m) => ({
          ...each,
          weight: each.weight + (m === at ? 1 : 0),
        }));
        const { score, measures } = check(problem, options);
        expect(check({ ...problem, measures: heavier }, options).score).toBe(score + measures[id]!);
      });
  });
});
