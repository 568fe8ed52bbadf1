import { describe, expect, it } from "vitest";
import { randomOf } from "~solver/random";
import { bestSequence } from "~solver/sequence";
import { exactSequence } from "~solver/sequence-exact";
import { insertedSequence } from "~solver/sequence-insertion";
import { weigh, weightOf, type Sequence } from "~solver/sequence-weights";

function randomSequence(count: number, seed: number): Sequence {
  const random = randomOf(seed);
  const whole = (most: number) => Math.floor(random() * (most + 1));
  const items = Array.from({ length: count }, (_, at) => at);
  const costs = (share: number, most: number) =>
    items.map((a) => items.map((b) => (a !== b && random() < share ? whole(most) : 0)));
  const minutes = items.map(() => 10 + whole(80));
  const all = minutes.reduce((sum, each) => sum + each, 0);
  const limits = items.flatMap((item) =>
    random() < 0.4
      ? [
          { item, latestStart: 480 + whole(all) },
          { item, latestStart: 480 + whole(all) },
        ]
      : [],
  );
  const beside = seed % 2 ? costs(0.5, 3) : costs(0, 0);
  return { start: 480, gap: whole(20), minutes, before: costs(0.4, 9), beside, limits };
}

function* orders(items: readonly number[]): Generator<number[]> {
  if (items.length === 0) yield [];
  for (const item of items)
    for (const rest of orders(items.filter((other) => other !== item))) yield [item, ...rest];
}

/** The three aims of an order, counted without the solver's own weights. */
function aims({ start, gap, minutes, before, beside, limits }: Sequence, order: readonly number[]): number[] {
  const starts = new Map<number, number>();
  order.reduce((clock, item) => {
    starts.set(item, clock);
    return clock + minutes[item]! + gap;
  }, start);
  const late = limits.filter(({ item, latestStart }) => starts.get(item)! > latestStart).length;
  let [cost, turned] = [0, 0];
  order.forEach((b, at) => {
    if (at > 0) cost += beside[order[at - 1]!]![b]!;
    for (const a of order.slice(0, at)) {
      cost += before[a]![b]!;
      if (a > b) turned++;
    }
  });
  return [late, cost, turned];
}

const compare = (a: number[], b: number[]) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!;

describe("the order of up to twelve items", () => {
  it.each([1, 2, 3, 4, 5, 6, 7])("of %i is what trying every order finds", (count) => {
    for (let seed = 1; seed <= (count < 7 ? 12 : 4); seed++) {
      const sequence = randomSequence(count, seed * 100 + count);
      const all = [...orders(sequence.minutes.map((_, at) => at))];
      const best = all.reduce((least, order) =>
        compare(aims(sequence, order), aims(sequence, least)) < 0 ? order : least,
      );
      expect(bestSequence(sequence)).toEqual(best);
    }
  });

  it("of 8 is what trying every order finds", () => {
    const sequence = randomSequence(8, 807);
    let least = [Infinity, 0, 0];
    for (const order of orders([0, 1, 2, 3, 4, 5, 6, 7])) {
      const found = aims(sequence, order);
      if (compare(found, least) < 0) least = found;
    }
    expect(aims(sequence, bestSequence(sequence))).toEqual(least);
  });

  it("is the given one where nothing speaks", () => {
    const nothing = [0, 1, 2].map(() => [0, 0, 0]);
    const quiet = {
      start: 480,
      gap: 10,
      minutes: [30, 20, 10],
      before: nothing,
      beside: nothing,
      limits: [],
    };
    expect(bestSequence(quiet)).toEqual([0, 1, 2]);
    expect(bestSequence({ ...quiet, minutes: [] })).toEqual([]);
  });

  it("keeps a limit to the minute, and gives up costs for it", () => {
    const before = [
      [0, 0],
      [1000, 0],
    ];
    const beside = [0, 1].map(() => [0, 0]);
    const limited = (latestStart: number) =>
      bestSequence({
        ...{ start: 480, gap: 10, minutes: [30, 20], before, beside },
        limits: [{ item: 1, latestStart }],
      });
    expect(limited(520)).toEqual([0, 1]);
    expect(limited(519)).toEqual([1, 0]);
  });
});

describe("insertion", () => {
  it("comes to the exact order on nearly all lists of 9 to 12, and never breaks more limits", () => {
    const found = [9, 10, 11, 12].flatMap((count) =>
      Array.from({ length: 6 }, (_, at) => {
        const sequence = randomSequence(count, 1000 * count + at);
        const weighed = weigh(sequence);
        const [exact, inserted] = [exactSequence(weighed), insertedSequence(weighed)];
        expect(weightOf(weighed, exact)).toBeLessThanOrEqual(weightOf(weighed, inserted));
        return { exact: aims(sequence, exact), inserted: aims(sequence, inserted) };
      }),
    );
    const optimal = found.filter(({ exact, inserted }) => compare(exact, inserted) === 0).length;
    const moreLate = found.filter(({ exact, inserted }) => inserted[0]! > exact[0]!).length;
    expect(moreLate).toBe(0);
    expect(optimal).toBeGreaterThanOrEqual(found.length * 0.9);
  });

  it("orders lists that are too long to try, the same every time", () => {
    const sequence = randomSequence(16, 7);
    const order = bestSequence(sequence);
    expect([...order].sort((a, b) => a - b)).toEqual(sequence.minutes.map((_, at) => at));
    expect(bestSequence(sequence)).toEqual(order);
    expect(
      compare(
        aims(sequence, order),
        aims(
          sequence,
          sequence.minutes.map((_, at) => at),
        ),
      ),
    ).toBeLessThan(0);
  });
});
