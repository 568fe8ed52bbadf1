import { weightOf, type Weighed } from "./sequence-weights";

/** The longest run of items that is moved as one. */
const LONGEST_RUN = 3;
/** Beyond so many items one beginning and moves of single items must do: the work grows with the fourth power. */
const MANY = 20;

/**
 * An order for many items: each is inserted where it weighs least, then runs of items are moved and pairs exchanged
 * until nothing gains. Begun from several orders, the given one first; the first of the best counts.
 */
export function insertedSequence(weighed: Weighed): number[] {
  return lightest(
    weighed,
    beginnings(weighed).map((items) => improved(weighed, inserted(weighed, items))),
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
  let [order, weight] = [begun, weightOf(weighed, begun)];
  for (;;) {
    const next = lightest(weighed, [...movedRuns(order), ...exchanged(order)]);
    const nextWeight = weightOf(weighed, next);
    if (nextWeight >= weight) return order;
    [order, weight] = [next, nextWeight];
  }
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
