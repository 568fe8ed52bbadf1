/**
 * Items to be put in order, one after the other, the first at `start` and `gap` minutes between two. They are given in
 * the order that they keep where nothing else speaks. Costs are whole and not negative; times are minutes.
 */
export interface Sequence {
  start: number;
  gap: number;
  minutes: number[];
  /** before[a][b]: the cost of a standing anywhere before b. */
  before: number[][];
  /** beside[a][b]: the cost of b standing directly after a. */
  beside: number[][];
  /** The latest start of an item. One item may have several. */
  limits: { item: number; latestStart: number }[];
}

/** A sequence whose three aims are one number: pairs turned round weigh less than any cost, costs less than a limit. */
export interface Weighed {
  start: number;
  gap: number;
  minutes: number[];
  before: number[][];
  beside: number[][];
  /** By item: its latest starts. */
  latestStarts: number[][];
  /** What a broken limit weighs. */
  limit: number;
}

/** Brings the aims of a sequence into one number; it stays a whole number below 2^53 for costs up to 10^6 and 100 items. */
export function weigh({ start, gap, minutes, before, beside, limits }: Sequence): Weighed {
  const items = minutes.map((_, at) => at);
  const unit = (items.length * (items.length - 1)) / 2 + 1;
  const pairs = items.map((a) => items.map((b) => before[a]![b]! * unit + (a > b ? 1 : 0)));
  const neighbours = items.map((a) => items.map((b) => beside[a]![b]! * unit));
  const all = [...pairs, ...neighbours].flat().reduce((sum, cost) => sum + cost, 0);
  const latestStarts = items.map((at) =>
    limits.filter(({ item }) => item === at).map(({ latestStart }) => latestStart),
  );
  return { start, gap, minutes, before: pairs, beside: neighbours, latestStarts, limit: all + 1 };
}

/** What an order weighs. */
export function weightOf(weighed: Weighed, order: readonly number[]): number {
  const { start, gap, minutes, before, beside } = weighed;
  let [sum, clock] = [0, start];
  order.forEach((item, place) => {
    sum += lateWeight(weighed, item, clock);
    for (let earlier = 0; earlier < place; earlier++) sum += before[order[earlier]!]![item]!;
    if (place > 0) sum += beside[order[place - 1]!]![item]!;
    clock += minutes[item]! + gap;
  });
  return sum;
}

/** What it weighs that an item starts at this minute. */
export function lateWeight({ latestStarts, limit }: Weighed, item: number, clock: number): number {
  let broken = 0;
  for (const latest of latestStarts[item]!) if (clock > latest) broken++;
  return broken * limit;
}
