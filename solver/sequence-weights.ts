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

/**
 * A sequence whose three aims are one number: pairs turned round weigh less than any cost, costs less than a limit.
 * Pairs lie in one row after the other: `a * count + b`.
 */
export interface Weighed {
  count: number;
  start: number;
  gap: number;
  minutes: number[];
  before: Float64Array;
  beside: Float64Array;
  /** By item: its latest starts. */
  latestStarts: number[][];
  /** What a broken limit weighs. */
  limit: number;
}

/** Brings the aims of a sequence into one number; it stays a whole number below 2^53 for costs up to 10^6 and 100 items. */
export function weigh({ start, gap, minutes, before, beside, limits }: Sequence): Weighed {
  const count = minutes.length;
  const unit = (count * (count - 1)) / 2 + 1;
  const pairs = Float64Array.from(before.flat(), (cost, at) => {
    const [a, b] = [Math.floor(at / count), at % count];
    return cost * unit + (a > b ? 1 : 0);
  });
  const neighbours = Float64Array.from(beside.flat(), (cost) => cost * unit);
  const all = [...pairs, ...neighbours].reduce((sum, cost) => sum + cost, 0);
  const latestStarts = minutes.map((_, at) =>
    limits.filter(({ item }) => item === at).map(({ latestStart }) => latestStart),
  );
  return { count, start, gap, minutes, before: pairs, beside: neighbours, latestStarts, limit: all + 1 };
}

/** What an order weighs; where that is not below `enough`, some number that is not either. */
export function weightOf(weighed: Weighed, order: readonly number[], enough = Infinity): number {
  const { count, gap, minutes, before, beside } = weighed;
  let [sum, clock] = [0, weighed.start];
  for (let place = 0; place < order.length && sum < enough; place++) {
    const item = order[place]!;
    sum += lateWeight(weighed, item, clock);
    for (let earlier = 0; earlier < place; earlier++) sum += before[order[earlier]! * count + item]!;
    if (place > 0) sum += beside[order[place - 1]! * count + item]!;
    clock += minutes[item]! + gap;
  }
  return sum;
}

/**
 * What the places `from` to `to` of an order weigh among themselves and beside their neighbours, the first at `clock`.
 * Orders of the same items that are alike elsewhere differ by this alone: all others keep who goes before, and their start.
 */
export function stretchWeight(
  weighed: Weighed,
  order: readonly number[],
  from: number,
  to: number,
  clock: number,
  enough = Infinity,
): number {
  const { count, gap, minutes, before, beside } = weighed;
  let sum = to + 1 < order.length ? beside[order[to]! * count + order[to + 1]!]! : 0;
  for (let place = from; place <= to && sum < enough; place++) {
    const item = order[place]!;
    sum += lateWeight(weighed, item, clock);
    for (let earlier = from; earlier < place; earlier++) sum += before[order[earlier]! * count + item]!;
    if (place > 0) sum += beside[order[place - 1]! * count + item]!;
    clock += minutes[item]! + gap;
  }
  return sum;
}

/** What it weighs that an item starts at this minute. */
export function lateWeight({ latestStarts, limit }: Weighed, item: number, clock: number): number {
  let broken = 0;
  for (const latest of latestStarts[item]!) if (clock > latest) broken++;
  return broken * limit;
}
