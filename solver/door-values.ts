import { fault } from "./door-shape";
import type { Problem } from "./problem";

type Kind = { says: string; holds: (value: unknown) => boolean };

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);
const whole = (least: number, unit: string): Kind => ({
  says: `whole ${unit} ${least === 1 ? "> 0" : ">= 0"}`,
  holds: (value) => isWhole(value) && value >= least,
});
const anyWhole: Kind = { says: "a whole number", holds: isWhole };
const number: Kind = {
  says: "a number >= 0",
  holds: (value) => typeof value === "number" && Number.isFinite(value) && value >= 0,
};
const share: Kind = {
  says: "a number from 0 to 1",
  holds: (value) => number.holds(value) && (value as number) <= 1,
};
const orNull = ({ says, holds }: Kind): Kind => ({
  says: `${says}, or null`,
  holds: (value) => value === null || holds(value),
});
const index = (length: number, of: string): Kind => ({
  says: `the index of one of ${length} ${of}`,
  holds: (value) => isWhole(value) && value >= 0 && value < length,
});
const oneOf = (...values: string[]): Kind => ({
  says: values.map((value) => `"${value}"`).join(" or "),
  holds: (value) => values.includes(value as string),
});

/** Whole minutes that a list or a case may have at most: more is no theatre list, and tables grow with them. */
const MOST_MINUTES = 100_000;
const fewEnough: Kind = {
  says: `at most ${MOST_MINUTES} minutes`,
  holds: (value) => !isWhole(value) || value <= MOST_MINUTES,
};

function ask(path: string, value: unknown, { says, holds }: Kind): string[] {
  return holds(value) ? [] : [fault(path, says, value)];
}

function askAll(path: string, values: readonly unknown[], kind: Kind): string[] {
  if (values.every((value) => kind.holds(value))) return [];
  return values.flatMap((value, at) => ask(`${path}[${at}]`, value, kind));
}

/** Asks fields of every item; paths are written only for an item with a fault, as there are many items. */
function askFields<Item>(
  path: string,
  items: readonly Item[],
  kinds: Partial<Record<keyof Item & string, Kind>>,
): string[] {
  const fields = Object.entries(kinds) as [keyof Item & string, Kind][];
  return items.flatMap((item, at) =>
    fields.every(([field, kind]) => kind.holds(item[field]))
      ? []
      : fields.flatMap(([field, kind]) => ask(`${path}[${at}].${field}`, item[field], kind)),
  );
}

function askOnce(path: string, values: readonly number[]): string[] {
  const seen = new Set<number>();
  return values.flatMap((value, at) => {
    if (seen.has(value)) return [`${path}[${at}]: expected each once, got ${value} again`];
    seen.add(value);
    return [];
  });
}

/** Columns of options that differ in length, and options that are not ordered by case or come twice. */
export function countFaults({ options, measures }: Problem): string[] {
  const count = options.case.length;
  const length = (path: string, values: readonly unknown[]) =>
    values.length === count
      ? []
      : [`${path}: expected ${count} values as in options.case, got ${values.length}`];
  const rows = options.amounts.length;
  return [
    ...length("options.list", options.list),
    ...length("options.usage", options.usage),
    ...(rows === measures.length
      ? []
      : [`options.amounts: expected one row for each of ${measures.length} measures, got ${rows}`]),
    // Amounts of a measure of lists follow from the lists; they may be left out.
    ...options.amounts.flatMap((row, m) =>
      row.length === 0 && measures[m]?.of === "list" ? [] : length(`options.amounts[${m}]`, row),
    ),
    ...orderFaults(options.case, options.list),
  ];
}

function orderFaults(cases: readonly number[], lists: readonly number[]): string[] {
  /** By list: the last case that had an option there. */
  const lastCase = new Map<number | undefined, number>();
  const faults: string[] = [];
  for (let at = 0; at < cases.length; at++) {
    const [c, list, before] = [cases[at]!, lists[at], cases[at - 1] ?? -Infinity];
    if (c < before)
      faults.push(
        `options.case[${at}]: expected at least ${before}, as options are ordered by case, got ${c}`,
      );
    else if (lastCase.get(list) === c)
      faults.push(`options.list[${at}]: expected each list once for case ${c}, got ${list} again`);
    else lastCase.set(list, c);
  }
  return faults;
}

/** Values that are not of their kind. */
export function wholeFaults(problem: Problem): string[] {
  const { lists, cases, options, capacities, reserves, measures, previous } = problem;
  return [
    ...askFields("lists", lists, {
      length: whole(1, "minutes"),
      turnaround: whole(0, "minutes"),
      day: anyWhole,
      start: anyWhole,
      end: anyWhole,
      maxCases: orNull(whole(0, "cases")),
    }),
    ...askFields("lists", lists, { length: fewEnough, turnaround: fewEnough }),
    ...lists.flatMap(({ operators }, at) => askAll(`lists[${at}].operators`, operators, anyWhole)),
    ...askFields("cases", cases, { mean: whole(1, "minutes"), deviation: number, person: anyWhole }),
    ...askFields("cases", cases, { mean: fewEnough }),
    ...cases.flatMap(({ kits }, at) =>
      kits.length === 0 ? [] : askAll(`cases[${at}].kits`, kits, whole(0, "kits")),
    ),
    ...options.amounts.flatMap((row, m) => askAll(`options.amounts[${m}]`, row, anyWhole)),
    ...askFields("capacities", capacities, { quantity: number }),
    ...askFields("reserves", reserves, { maxMinutes: number }),
    ...askFields("measures", measures, { of: oneOf("case", "list"), weight: anyWhole }),
    ...ask("overrunProbabilityMax", problem.overrunProbabilityMax, share),
    ...(previous === null
      ? []
      : [
          ...ask("previous.movePrice", previous.movePrice, whole(0, "points")),
          ...ask("previous.lost", previous.lost, whole(0, "cases")),
          ...ask("previous.maxMoves", previous.maxMoves, orNull(whole(0, "moves"))),
        ]),
  ];
}

/** Indexes that point to nothing, and pins or earlier places named twice. */
export function indexFaults(problem: Problem): string[] {
  const { lists, cases, options, usages, capacities, reserves, pins, handOrder, previous } = problem;
  const option = index(options.case.length, "options");
  const capacity = index(capacities.length, "capacities");
  const before = previous?.options ?? [];
  return [
    ...askAll("options.case", options.case, index(cases.length, "cases")),
    ...askAll("options.list", options.list, index(lists.length, "lists")),
    ...askAll("options.usage", options.usage, index(usages.length, "usages")),
    ...usages.flatMap((row, at) => askAll(`usages[${at}]`, row, capacity)),
    ...lists.flatMap(({ kitUsage }, at) =>
      kitUsage.flatMap((row, kit) => askAll(`lists[${at}].kitUsage[${kit}]`, row, capacity)),
    ),
    ...reserves.flatMap((one, at) => [
      ...askAll(`reserves[${at}].lists`, one.lists, index(lists.length, "lists")),
      ...askOnce(`reserves[${at}].lists`, one.lists),
    ]),
    ...askAll("pins", pins, option),
    ...askOnce("pins", pins),
    ...askAll("previous.options", before, option),
    ...askOnce("previous.options", before),
    ...askAll("handOrder", handOrder, index(cases.length, "cases")),
  ];
}
