import type { Model } from "../model";
import type { Cut } from "./cuts";
import type { Master, MasterColumn } from "./master";

/** Least violation of a cut, and most cuts of a reserve at once. */
const LEAST = 0.04;
const MOST_OF_RESERVE = 6;
/** Lists of which one cut holds at most so many, and shares of columns that are none. */
const MOST_LISTS = 3;
const SHARE = 1e-7;

/** A list's minutes from which on it counts, and the share of its columns that have them. */
interface Threshold {
  list: number;
  minutes: number;
  share: number;
}

/**
 * Cuts of reserves: of two or three lists that fill one, no more can each have so many minutes, or more, than as many as
 * have room in it together.
 */
export function minuteCuts(
  master: Master,
  model: Model,
  columns: readonly MasterColumn[],
  shares: Float64Array,
): { cut: Cut; broken: number }[] {
  const found: { cut: Cut; broken: number }[] = [];
  for (let reserve = 0; reserve < model.reserveMinutes.length; reserve++) {
    const row = master.reserveRow(reserve);
    const thresholds = thresholdsOf(row, columns, shares);
    if (thresholds.length < 2) continue;
    const broken = brokenBy(thresholds, master.most[row]!);
    broken.sort((a, b) => b.broken - a.broken);
    for (const { chosen, most, broken: by } of broken.slice(0, MOST_OF_RESERVE))
      found.push({ cut: cutOf(row, master.most[row]!, chosen, most), broken: by });
  }
  return found;
}

function thresholdsOf(row: number, columns: readonly MasterColumn[], shares: Float64Array): Threshold[][] {
  const byList = new Map<number, Map<number, number>>();
  columns.forEach(({ list, entries }, at) => {
    const minutes = shares[at]! > SHARE ? entries.find(([r]) => r === row)?.[1] : undefined;
    if (minutes === undefined) return;
    const known = byList.get(list) ?? new Map<number, number>();
    byList.set(list, known.set(minutes, (known.get(minutes) ?? 0) + shares[at]!));
  });
  return [...byList].map(([list, held]) => {
    let share = 0;
    return [...held]
      .sort(([a], [b]) => b - a)
      .map(([minutes, more]) => ({ list, minutes, share: (share += more) }));
  });
}

function brokenBy(lists: readonly Threshold[][], room: number) {
  const broken: { chosen: Threshold[]; most: number; broken: number }[] = [];
  const tryAll = (from: number, chosen: Threshold[], share: number): void => {
    if (chosen.length >= 2) {
      const most = mostTogether(chosen, room);
      const by = share - most;
      if (by >= LEAST) broken.push({ chosen, most, broken: by });
    }
    if (chosen.length === MOST_LISTS) return;
    for (let at = from; at < lists.length; at++)
      for (const one of lists[at]!) tryAll(at + 1, [...chosen, one], share + one.share);
  };
  tryAll(0, [], 0);
  return broken;
}

/** How many of the lists can have their minutes at once. */
function mostTogether(chosen: readonly Threshold[], room: number): number {
  let [most, sum] = [0, 0];
  for (const minutes of chosen.map((one) => one.minutes).sort((a, b) => a - b))
    if ((sum += minutes) <= room) most++;
  return most;
}

/** Divided by more than the room, a list's minutes and what it lacks of its threshold count 1 from there on, never 2. */
function cutOf(row: number, room: number, chosen: readonly Threshold[], most: number): Cut {
  const divisor = room + 1;
  const lists = chosen.map(({ list, minutes }): [number, number] => [list, divisor - minutes]);
  return { weights: [...lists.sort(([a], [b]) => a - b), [row, 1]], divisor, most };
}
