import { spreadOf, type Spread } from "./spread";

/** What groups a placed patient belongs to, and how long they have waited. */
export interface PlacedFacts {
  specialty: string;
  /** Site that holds the listing. */
  site: string;
  /** Of the Index of Multiple Deprivation, 1 most deprived to 10; null: not known. */
  imdDecile: number | null;
  /** Whole weeks waited on the first day of the week. */
  weeks: number;
}

/** A plan as the difference sees it: the session of each placed entry, by its id. */
export type PlacesOf = ReadonlyMap<string, string>;

/** An entry whose place differs; null: it has none there. `told`: the patient knows the place that it has before. */
export interface PlaceChange {
  entry: string;
  from: string | null;
  to: string | null;
  told: boolean;
}

/** How two plans of a week differ. In each part patients who were told come first, then the longest wait. */
export interface PlanDifference {
  dropped: PlaceChange[];
  moved: PlaceChange[];
  placed: PlaceChange[];
  same: number;
}

/** Ways to group patients. */
export const GROUPINGS = ["specialty", "site", "fifth"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** One group in two plans: how many are placed, who comes and goes, and how the waits of the placed lie. */
export interface GroupDifference {
  /** A code; of `fifth` "1" (most deprived) to "5"; empty: not known. */
  key: string;
  before: number;
  after: number;
  comes: number;
  goes: number;
  waits: { before: Spread | null; after: Spread | null };
}

/** Compares where everybody stands in two plans of one week. */
export function planDifference(
  before: PlacesOf,
  after: PlacesOf,
  told: ReadonlySet<string>,
  facts: (entry: string) => PlacedFacts | undefined,
): PlanDifference {
  const change = (entry: string): PlaceChange => ({
    entry,
    from: before.get(entry) ?? null,
    to: after.get(entry) ?? null,
    told: told.has(entry),
  });
  const changes = [...new Set([...before.keys(), ...after.keys()])].map(change);
  const differing = changes.filter(({ from, to }) => from !== to);
  const weeks = ({ entry }: PlaceChange) => facts(entry)?.weeks ?? 0;
  differing.sort(
    (a, b) =>
      Number(b.told) - Number(a.told) ||
      weeks(b) - weeks(a) ||
      (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0),
  );
  return {
    dropped: differing.filter(({ to }) => to === null),
    moved: differing.filter(({ from, to }) => from !== null && to !== null),
    placed: differing.filter(({ from }) => from === null),
    same: changes.length - differing.length,
  };
}

/** Who wins and who loses, group by group, in the order of the keys; those not known come last. */
export function groupDifferences(
  by: Grouping,
  before: PlacesOf,
  after: PlacesOf,
  facts: (entry: string) => PlacedFacts | undefined,
): GroupDifference[] {
  const keyOf = (entry: string) => groupKey(by, facts(entry));
  const entries = [...new Set([...before.keys(), ...after.keys()])];
  const keys = [...new Set(entries.map(keyOf))].sort(knownFirst);
  return keys.map((key) => {
    const own = entries.filter((entry) => keyOf(entry) === key);
    const [was, is] = [before, after].map((places) => own.filter((entry) => places.has(entry)));
    const waits = (of: readonly string[]) => spreadOf(of.map((entry) => facts(entry)?.weeks ?? 0));
    return {
      ...{ key, before: was!.length, after: is!.length },
      comes: is!.filter((entry) => !before.has(entry)).length,
      goes: was!.filter((entry) => !after.has(entry)).length,
      waits: { before: waits(was!), after: waits(is!) },
    };
  });
}

function groupKey(by: Grouping, facts: PlacedFacts | undefined): string {
  if (!facts) return "";
  if (by !== "fifth") return facts[by];
  return facts.imdDecile === null ? "" : String(deprivationFifth(facts.imdDecile));
}

/** The fifth of a decile: 1 and 2 are the most deprived fifth, 9 and 10 the least. */
export function deprivationFifth(decile: number): number {
  return Math.ceil(decile / 2);
}

function knownFirst(a: string, b: string): number {
  if (a === "" || b === "") return a === "" ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
