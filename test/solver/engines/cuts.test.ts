import { describe, expect, it } from "vitest";
import { Cuts, type Cut } from "~solver/engines/cuts";
import { Master, type MasterColumn } from "~solver/engines/master";
import { minuteCuts } from "~solver/engines/minute-cuts";
import { Payments } from "~solver/engines/payments";
import type { Model } from "~solver/model";
import { prepare } from "~solver/prepare";
import { randomOf, type Random } from "~solver/random";
import { FEW, randomProblem } from "../random-problem";

/** A random choice of a list's slots, its pins among them. */
function someSlots(model: Model, list: number, random: Random): number[] {
  const slots: number[] = [];
  for (let slot = model.listStart[list]!; slot < model.listStart[list + 1]!; slot++)
    if (model.pinned.includes(slot) || random() < 0.4) slots.push(slot);
  return slots;
}

/** A random sum of up to four rows. */
function someCut(master: Master, random: Random): Cut {
  const rows = new Set(Array.from({ length: 4 }, () => Math.floor(random() * master.most.length)));
  const weights = [...rows].sort((a, b) => a - b).map((row) => [row, 1 + Math.floor(random() * 3)] as const);
  return { weights, divisor: 2 + Math.floor(random() * 4), most: 1 };
}

describe("what a list pays for cuts", () => {
  it("case by case is the sum of its column's entries, kits, pins and minutes among them, in any order", () => {
    let paid = 0;
    for (let seed = 0; seed < 60; seed++) {
      const model = prepare({ ...randomProblem(seed, FEW), previous: null });
      const random = randomOf(seed);
      const master = new Master(model);
      const cuts = new Cuts(master);
      cuts.add(Array.from({ length: 12 }, () => someCut(master, random)));
      const duals = new Float64Array(master.most.length + cuts.all.length).map(() =>
        random() < 0.3 ? 0 : Math.floor(random() * 100),
      );
      const penalties = new Payments(master, model, cuts, duals);
      for (let list = 0; list < master.lists; list++) {
        const slots = someSlots(model, list, random);
        if (slots.length === 0) continue;
        const free = slots.filter((slot) => !model.pinned.includes(slot)).sort(() => random() - 0.5);
        const extra = free.length > 0 ? [free[0]!] : [];
        let sum = penalties.begin(list);
        for (const slot of free) sum += penalties.take(slot);
        // What is taken back and taken again costs the same.
        for (const slot of extra) penalties.drop(slot);
        for (const slot of extra) penalties.take(slot);
        for (const slot of free) penalties.drop(slot);
        const again = penalties.begin(list) + free.reduce((all, slot) => all + penalties.take(slot), 0);
        const entries = cuts.entriesOf(master.column(list, slots));
        const expected = entries
          .filter(([row]) => row >= master.most.length)
          .reduce((all, [row, amount]) => all + duals[row]! * amount, 0);
        expect([sum, again]).toEqual([expected, expected]);
        paid += expected > 0 ? 1 : 0;
      }
    }
    expect(paid).toBeGreaterThan(50);
  });
});

describe("cuts of reserves", () => {
  it("are kept by all choices that a reserve has room for, and broken by the shares that they were made for", () => {
    let made = 0;
    for (let seed = 0; seed < 400; seed++) {
      const model = prepare({ ...randomProblem(seed, FEW), pins: [], previous: null });
      if (model.reserveMinutes.length === 0) continue;
      const random = randomOf(seed);
      const master = new Master(model);
      const row = master.reserveRow(0);
      const minutes = ({ entries }: MasterColumn) => entries.find(([r]) => r === row)?.[1] ?? 0;
      const columns: MasterColumn[] = [];
      for (let list = 0; list < master.lists; list++)
        for (let each = 0; each < 4; each++) {
          const slots = someSlots(model, list, random);
          const column = master.column(list, slots);
          if (slots.length > 0 && minutes(column) <= master.most[row]!) columns.push(column);
        }
      const shares = Float64Array.from(columns, () => 0.24);
      for (const { cut, broken } of minuteCuts(master, model, columns, shares)) {
        made++;
        const only = new Cuts(master);
        only.add([cut]);
        const counts = columns.map(
          (column) => only.entriesOf(column).find(([r]) => r === master.most.length)?.[1] ?? 0,
        );
        const held = counts.reduce((sum, count, at) => sum + count * shares[at]!, 0);
        expect(held - cut.most).toBeCloseTo(broken, 9);
        const fits = (from: number, left: number, count: number, used: readonly number[]): void => {
          expect(count).toBeLessThanOrEqual(cut.most);
          columns.forEach((column, at) => {
            if (at < from || used.includes(column.list) || minutes(column) > left) return;
            fits(at + 1, left - minutes(column), count + counts[at]!, [...used, column.list]);
          });
        };
        fits(0, master.most[row]!, 0, []);
      }
    }
    expect(made).toBeGreaterThan(10);
  });
});
