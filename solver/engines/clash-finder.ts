import { clashes } from "../check";
import type { Problem } from "../problem";
import { movesAllowed } from "../rules/moves";
import type { Violation } from "../solution";
import type { Engines } from "./engine";
import { chosenColumns, columnsOf, type Program } from "./program";

/** Most options that one broken rule may concern: all their sets are judged. */
const MOST_TOGETHER = 12;
/** Most broken rules that are sorted out, and nodes of HiGHS for each question. */
const MOST_BROKEN = 40;
const NODES = 2000;

/** Earlier places that a rule does not let stand together, as indexes into the options; pins left out. */
type NoGood = readonly number[];

/**
 * Why too few earlier places can be kept: a smallest set of rules, each with the cases, lists and amounts that clash in
 * it, such that without any one of them enough could be kept. Rules are left out one by one, and HiGHS says
 * how many places the others still let stand. Null where HiGHS is missing or the question is too large; the refusal then
 * says no more than how many would move.
 */
export function smallestClash(problem: Problem, engines: Engines, late: () => boolean): Violation[] | null {
  const { previous, pins } = problem;
  if (previous === null) return null;
  const earlier = previous.options.filter((option) => !pins.includes(option));
  const broken = clashes(problem, [...pins, ...earlier]);
  if (broken.length > MOST_BROKEN) return null;
  const noGoods = broken.map((violation) => noGoodsOf(problem, earlier, violation));
  if (noGoods.some((sets) => sets === null)) return null;
  const pinnedBefore = previous.options.length - earlier.length;
  const needed = previous.options.length + previous.lost - movesAllowed(problem) - pinnedBefore;
  const enoughWith = (rules: readonly number[]): boolean | null => {
    const kept = mostKept(
      earlier,
      rules.flatMap((rule) => noGoods[rule]!),
      engines,
      late,
    );
    return kept === null ? null : kept >= needed;
  };
  let rules = broken.map((_, at) => at);
  if (enoughWith(rules) !== false) return null;
  for (const rule of [...rules]) {
    const others = rules.filter((other) => other !== rule);
    const enough = enoughWith(others);
    if (enough === null) return null;
    if (!enough) rules = others;
  }
  return rules.map((rule) => broken[rule]!);
}

/** The least sets of earlier places that, with the pins, break a rule; null when they are too many to try. */
function noGoodsOf(problem: Problem, earlier: readonly number[], violation: Violation): NoGood[] | null {
  const { options, pins } = problem;
  const concerns = (option: number) =>
    violation.cases.includes(options.case[option]!) && violation.lists.includes(options.list[option]!);
  const pinned = pins.filter(concerns);
  const free = earlier.filter(concerns);
  if (free.length > MOST_TOGETHER) return null;
  const breaks = (set: NoGood) =>
    clashes(problem, [...pinned, ...set]).some(
      ({ rule, subject }) => rule === violation.rule && subject === violation.subject,
    );
  const found: number[] = [];
  const sets = Array.from({ length: 2 ** free.length }, (_, bits) => bits).sort(
    (a, b) => countOf(a) - countOf(b) || a - b,
  );
  for (const bits of sets)
    if (!found.some((less) => (less & bits) === less) && breaks(setOf(free, bits))) found.push(bits);
  return found.map((bits) => setOf(free, bits));
}

function countOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

const setOf = (free: readonly number[], bits: number): NoGood =>
  free.filter((_, at) => ((bits >> at) & 1) === 1);

/** Most earlier places that can stand when of each set one at least gives way; null without an answer. */
function mostKept(
  earlier: readonly number[],
  sets: readonly NoGood[],
  engines: Engines,
  late: () => boolean,
): number | null {
  if (sets.length === 0) return earlier.length;
  const program: Program = {
    ...columnsOf(
      earlier.map((option) => ({
        points: 1,
        entries: [
          ...sets.flatMap((set, row): [number, number][] => (set.includes(option) ? [[row, 1]] : [])),
          [sets.length, 1],
        ],
      })),
    ),
    least: new Float64Array(sets.length + 1).fill(-Infinity),
    most: Float64Array.from([...sets.map((set) => set.length - 1), earlier.length]),
  };
  const answer = engines.ask("HiGHS", { kind: "choose", program, mostNodes: NODES }, late);
  if (!answer?.closed) return null;
  return chosenColumns(program, answer.values)?.length ?? null;
}
