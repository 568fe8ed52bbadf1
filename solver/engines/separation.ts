import type { Cut, Cuts } from "./cuts";
import type { Master, MasterColumn } from "./master";

/** Least violation of a cut, most cuts at once, and most of them that one row is in. */
const LEAST = 0.04;
const MOST_CUTS = 40;
const MOST_OF_ROW = 5;
/** Shares of columns below this are none. */
const SHARE = 1e-7;

/** A row that a cut may be made of, with the columns that hold an odd amount of it. */
interface OddRow {
  row: number;
  slack: number;
  odd: number;
  parity: Uint8Array;
}

/**
 * The cuts that shares of columns break most. Half the sum of rows, rounded down, is broken by half of what remains of 1
 * after the rows' slack and the shares of columns whose amounts in them come to an odd number.
 */
export function brokenCuts(
  master: Master,
  cuts: Cuts,
  columns: readonly MasterColumn[],
  shares: Float64Array,
): Cut[] {
  const held = columns.flatMap((column, at) => (shares[at]! > SHARE ? [{ column, share: shares[at]! }] : []));
  held.sort((a, b) => b.share - a.share);
  const weights = Float64Array.from(held, ({ share }) => share);
  const rows = oddRows(master, held);
  const found: { rows: OddRow[]; broken: number }[] = [];
  const pair = new Uint8Array(weights.length);
  for (let i = 0; i < rows.length; i++)
    for (let j = i + 1; j < rows.length; j++) {
      const [a, b] = [rows[i]!, rows[j]!];
      const slack = a.slack + b.slack;
      if (slack > 1 - LEAST) continue;
      for (let q = 0; q < pair.length; q++) pair[q] = a.parity[q]! ^ b.parity[q]!;
      const odd = a.odd ^ b.odd;
      if (odd === 1) keep(found, [a, b], 1 - slack - oddWeight(pair, null, weights, 1 - slack - LEAST));
      for (let k = j + 1; k < rows.length; k++) {
        const c = rows[k]!;
        if ((odd ^ c.odd) === 0) continue;
        const room = 1 - slack - c.slack;
        keep(found, [a, b, c], room - oddWeight(pair, c.parity, weights, room - LEAST));
      }
    }
  return choose(master, cuts, found);
}

function keep(found: { rows: OddRow[]; broken: number }[], rows: OddRow[], broken: number): void {
  if (broken >= LEAST) found.push({ rows, broken });
}

/** Shares of the columns of odd parity, added up until they are more than `most`. */
function oddWeight(pair: Uint8Array, third: Uint8Array | null, weights: Float64Array, most: number): number {
  let sum = 0;
  for (let q = 0; q < pair.length && sum <= most; q++)
    if (third === null ? pair[q] : pair[q] !== third[q]) sum += weights[q]!;
  return sum;
}

function oddRows(master: Master, held: readonly { column: MasterColumn; share: number }[]): OddRow[] {
  const rows = new Map<number, OddRow>();
  const fractional = new Set<number>();
  held.forEach(({ column, share }, at) =>
    column.entries.forEach(([row, amount]) => {
      if (!master.isCount(row)) return;
      const most = master.most[row]!;
      const known = rows.get(row) ?? { row, slack: most, odd: most & 1, parity: new Uint8Array(held.length) };
      known.slack -= share * amount;
      known.parity[at] = amount & 1;
      rows.set(row, known);
      if (share < 1 - SHARE) fractional.add(row);
    }),
  );
  return [...rows.values()].filter(({ row, slack }) => fractional.has(row) && slack < 1 - LEAST);
}

function choose(master: Master, cuts: Cuts, found: { rows: OddRow[]; broken: number }[]): Cut[] {
  const uses = new Map<number, number>();
  const chosen: Cut[] = [];
  found.sort((a, b) => b.broken - a.broken);
  for (const { rows: parts } of found) {
    const rows = parts.map(({ row }) => row).sort((a, b) => a - b);
    if (chosen.length === MOST_CUTS) break;
    const most = Math.floor(rows.reduce((sum, row) => sum + master.most[row]!, 0) / 2);
    const cut: Cut = { weights: rows.map((row) => [row, 1]), divisor: 2, most };
    if (cuts.isKnown(cut) || rows.some((row) => (uses.get(row) ?? 0) >= MOST_OF_ROW)) continue;
    for (const row of rows) uses.set(row, (uses.get(row) ?? 0) + 1);
    chosen.push(cut);
  }
  return chosen;
}
