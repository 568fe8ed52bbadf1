/** A person's order of a list: its entries first to last (empty: the rules' order), and the golden patient. */
export interface HandOrder<Entry> {
  entries: readonly Entry[];
  golden: Entry | null;
}

/**
 * A list as a person ordered it. Cases that came on the list since stand after the others in the order of the rules; who
 * left it is passed over. The golden patient goes first.
 * @param inRulesOrder the cases of the list, in the order of the rules
 */
export function handOrdered<Entry>(
  inRulesOrder: readonly Entry[],
  { entries, golden }: HandOrder<Entry>,
): Entry[] {
  const there = new Set(inRulesOrder);
  const ordered = [...new Set(entries)].filter((entry) => there.has(entry));
  const placed = new Set(ordered);
  const all = [...ordered, ...inRulesOrder.filter((entry) => !placed.has(entry))];
  if (golden === null || !there.has(golden)) return all;
  return [golden, ...all.filter((entry) => entry !== golden)];
}
