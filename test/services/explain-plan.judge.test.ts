import { describe, expect, it } from "vitest";
import type { PlanInput } from "~/domain/plan-input";
import { buildProblem, type BuiltProblem } from "~/services/build-problem.server";
import { explainUnplaced } from "~/services/explain-unplaced.server";
import { optionsOfCase } from "~/services/explain/capacity-detail.server";
import { cheapestExchange } from "~/services/explain/cheapest-exchange.server";
import type { Exchange } from "~/services/explain/exchange.server";
import { FinalLists } from "~/services/explain/final-lists.server";
import { planContext } from "~/services/planning/plan-context.server";
import { check } from "~solver/check";
import { solve } from "~solver/solve";
import { makeInstance, readInput } from "../setup/instance";
import { SHARED } from "../setup/shared";

interface Solved {
  input: PlanInput;
  built: BuiltProblem;
  options: number[];
}

/** A finished plan, some of its cases pinned, with an earlier plan of which few may move. */
function solved(
  make: Record<string, string | number>,
  change: (input: PlanInput) => void = () => {},
): Solved {
  const input = readInput(makeInstance(make));
  change(input);
  const built = buildProblem(planContext(input));
  if (built.kind !== "built") throw new Error(JSON.stringify(built.faults));
  const solution = solve(built.problem, { seed: 1, steps: 60, timeLimit: null, workers: 1 });
  if (solution.kind !== "solved") throw new Error(JSON.stringify(solution));
  return { input, built, options: solution.options };
}

function unplacedCases({ built, options }: Solved): number[] {
  const placed = new Set(options.map((option) => built.problem.options.case[option]));
  return built.entries.flatMap((_, at) => (placed.has(at) ? [] : at));
}

const after = (options: readonly number[], out: readonly number[], option: number) => [
  ...options.filter((each) => !out.includes(each)),
  option,
];

interface Setting {
  name: string;
  make: Record<string, string | number>;
  change?: (input: PlanInput) => void;
}

const SETTINGS: Setting[] = [
  { name: "rare cases", make: { providers: "RKE", seed: 21, scale: 0.35, hard: 1 } },
  {
    name: "reserve",
    make: { providers: "RQM", seed: 22, scale: 0.1 },
    change: (input) => (input.policy.reserveShare = { "110": [0.4], "100": [0.4], "130": [0.5] }),
  },
  {
    name: "scarce beds and sets",
    make: { providers: "RQM", seed: 23, scale: 0.12 },
    change: (input) => {
      for (const each of input.resources)
        each.quantity = Math.min(each.quantity, each.period === "day" ? 5 : 1);
    },
  },
];

describe.runIf(SHARED).each(SETTINGS)("exchanges on a plan with $name", ({ make, change }) => {
  const plan = SHARED ? solved(make, change) : null;
  const lists = plan && new FinalLists(plan.built.problem, plan.options);

  it("hold every rule and change the score by what they say", () => {
    const { built, options } = plan!;
    const { score } = check(built.problem, options);
    const cases = unplacedCases(plan!);
    const kinds = new Set<number>();
    for (const one of cases) {
      const found = cheapestExchange(lists!, optionsOfCase(built, one));
      if (!found) continue;
      kinds.add(Math.min(3, found.out.length));
      const verdict = check(built.problem, after(options, found.out, found.in));
      expect(verdict.violations).toEqual([]);
      expect(verdict.score - score).toBe(found.change);
    }
    expect(cases.length).toBeGreaterThan(30);
    expect(kinds.size).toBeGreaterThan(1);
  });

  it("are the cheapest of those that displace at most two cases of one list", () => {
    const { built, options } = plan!;
    const cases = unplacedCases(plan!);
    for (const one of cases.filter((_, at) => at % Math.ceil(cases.length / 12) === 0)) {
      const mine = optionsOfCase(built, one);
      const found = cheapestExchange(lists!, mine);
      const best = bestByTrying(built, options, mine);
      if (best !== null) expect(found?.change).toBe(best);
      else expect(found === null || found.out.length > 2 || reachesOtherLists(built, found)).toBe(true);
    }
  });
});

function reachesOtherLists({ problem }: BuiltProblem, { in: option, out }: Exchange): boolean {
  return out.some((each) => problem.options.list[each] !== problem.options.list[option]);
}

/** The best change of the score by displacing nobody, one or two of a list, judged by the solver's own check. */
function bestByTrying({ problem }: BuiltProblem, options: readonly number[], mine: readonly number[]) {
  const { score } = check(problem, options);
  let best: number | null = null;
  for (const option of mine) {
    const held = options.filter((each) => problem.options.list[each] === problem.options.list[option]);
    const ways = [
      [],
      ...held.map((a) => [a]),
      ...held.flatMap((a, at) => held.slice(at + 1).map((b) => [a, b])),
    ];
    for (const out of ways) {
      const verdict = check(problem, after(options, out, option));
      if (verdict.violations.length === 0) best = Math.max(best ?? -Infinity, verdict.score - score);
    }
  }
  return best;
}

describe.runIf(SHARED)("what stands in the way of an exchange", () => {
  const make = { providers: "RKE", seed: 24, scale: 0.3 };

  it("is never a pin", () => {
    const free = solved(make);
    const { built, options } = free;
    const pinned = options.filter((_, at) => at % 2 === 0);
    const problem = { ...built.problem, pins: pinned };
    const lists = new FinalLists(problem, options);
    for (const one of unplacedCases(free)) {
      const found = cheapestExchange(lists, optionsOfCase(built, one));
      expect(found?.out.filter((each) => pinned.includes(each)) ?? []).toEqual([]);
    }
    const all = new FinalLists({ ...built.problem, pins: options }, options);
    const details = unplacedCases(free).map((one) => cheapestExchange(all, optionsOfCase(built, one)));
    expect(details.filter((found) => found !== null && found.out.length > 0)).toEqual([]);
  });

  it("is the number of moves", () => {
    const { built, options } = solved(make);
    const previous = { options, movePrice: 0, lost: 0, maxMoves: 0 };
    const lists = new FinalLists({ ...built.problem, previous }, options);
    const placed = new Set(options.map((option) => built.problem.options.case[option]));
    const unplaced = built.entries.flatMap((_, at) => (placed.has(at) ? [] : at));
    const found = unplaced.map((one) => cheapestExchange(lists, optionsOfCase(built, one)));
    expect(found.filter((each) => each !== null && each.out.length > 0)).toEqual([]);
  });

  it("is told in words with whom it would displace and the score", () => {
    const { input, built, options } = solved(make);
    const unplaced = explainUnplaced(planContext(input), built, options);
    const capacity = unplaced.filter(({ reason }) => reason === "capacity");
    expect(capacity.length).toBeGreaterThan(20);
    const words =
      /^Could go into \d+ sessions? and others went first\. Nearest: session S\d+ on \d+ December( in place of PP\d+(, PP\d+)*( and \d+ more)?| with nobody displaced); the score would (fall|rise) by [\d,]+ points?\.$/;
    expect(capacity.filter(({ detail }) => !words.test(detail))).toEqual([]);
  });
});
