/** Gaps of a shell sort; the orders of a search are short and nearly sorted from call to call. */
const GAPS = [301, 132, 57, 23, 10, 4, 1];

/** Sorts the first `count` indexes of `order` by `key`, largest first; equal keys keep no particular order. */
export function sortDescending(order: Int32Array, count: number, key: Float64Array): void {
  for (const gap of GAPS)
    for (let at = gap; at < count; at++) {
      const index = order[at]!;
      const value = key[index]!;
      let to = at - gap;
      while (to >= 0 && key[order[to]!]! < value) {
        order[to + gap] = order[to]!;
        to -= gap;
      }
      order[to + gap] = index;
    }
}
