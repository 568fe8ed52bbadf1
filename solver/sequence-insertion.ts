import { stretchWeight, weightOf, type Weighed } from "./sequence-weights";

/** The longest run of items that is moved as one. */
const LONGEST_RUN = 3;
/** Beyond so many items one beginning and moves of single items must do: the work grows with the fourth power. */
const MANY = 20;

/**
 * An order for many items: each is inserted where it weighs least, then runs of items are moved and pairs exchanged
 * until nothing gains. Begun from several orders, the given one first; the first of the best counts.
 */
export function insertedSequence(weighed: Weighed): number[] {
  const begun = new Map(
    beginnings(weighed).map((items) => {
      const order = inserted(weighed, items);
      return [order.join(), order] as const;
    }),
  );
  return lightest(
    weighed,
    [...begun.values()].map((order) => improved(weighed, order)),
  );
}

/** Orders in which items are inserted: as given, earliest limit first, shortest and longest first, and the way back. */
function beginnings({ minutes, latestStarts }: Weighed): number[][] {
  const given = minutes.map((_, at) => at);
  if (given.length > MANY) return [given];
  const tightest = (item: number) => Math.min(Infinity, ...latestStarts[item]!);
  const byLimit = [...given].sort((a, b) => compare(tightest(a), tightest(b)) || a - b);
  const shortest = [...given].sort((a, b) => minutes[a]! - minutes[b]! || a - b);
  const each = [given, byLimit, shortest];
  return [...each, ...each.map((items) => items.toReversed())];
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function inserted(weighed: Weighed, items: readonly number[]): number[] {
  return items.reduce<number[]>((order, item) => {
    const places = Array.from({ length: order.length + 1 }, (_, place) => order.toSpliced(place, 0, item));
    return lightest(weighed, places);
  }, []);
}

function improved(weighed: Weighed, begun: number[]): number[] {
  let order = begun;
  for (;;) {
    const next = lighter(weighed, order, [...movedRuns(order), ...exchanged(order)]);
    if (next === null) return order;
    order = next;
  }
}

/** The first of the lightest of others that hold the same items, when it is lighter; weighed only where they differ. */
function lighter(weighed: Weighed, order: number[], others: number[][]): number[] | null {
  const starts = startsOf(weighed, order);
  const own = new Float64Array(order.length * order.length).fill(-1);
  let best: number[] | null = null;
  let most = 0;
  for (const other of others) {
    let from = 0;
    let to = order.length - 1;
    while (from < to && order[from] === other[from]) from++;
    while (from < to && order[to] === other[to]) to--;
    const at = from * order.length + to;
    if (own[at]! < 0) own[at] = stretchWeight(weighed, order, from, to, starts[from]!);
    const gain = own[at]! - stretchWeight(weighed, other, from, to, starts[from]!, own[at]! - most);
    if (gain > most) {
      best = other;
      most = gain;
    }
  }
  return best;
}

/** When each place of an order starts. */
function startsOf({ start, gap, minutes }: Weighed, order: readonly number[]): number[] {
  let clock = start;
  return order.map((item) => {
    const own = clock;
    clock += minutes[item]! + gap;
    return own;
  });
}

/** The first of the lightest orders. */
function lightest(weighed: Weighed, orders: number[][]): number[] {
  let [best, least] = [orders[0]!, Infinity];
  for (const order of orders) {
    const weight = weightOf(weighed, order, least);
    if (weight < least) [best, least] = [order, weight];
  }
  return best;
}

function movedRuns(order: readonly number[]): number[][] {
  const found: number[][] = [];
  const longest = order.length > MANY ? 1 : LONGEST_RUN;
  for (let length = 1; length <= longest; length++)
    for (let from = 0; from + length <= order.length; from++) {
      const run = order.slice(from, from + length);
      const rest = order.toSpliced(from, length);
      for (let to = 0; to <= rest.length; to++) if (to !== from) found.push(rest.toSpliced(to, 0, ...run));
    }
  return found;
}

function exchanged(order: readonly number[]): number[][] {
  return order.flatMap((item, a) =>
    order.slice(a + 1).map((other, after) => order.with(a, other).with(a + 1 + after, item)),
  );
}
