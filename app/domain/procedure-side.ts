import type { Laterality } from "./waiting-list";

type Side = Exclude<Laterality, "none">;

/** How words say a side in full, as words of their own: a cleft is not on the left. */
const SAYS: Record<Side, RegExp> = {
  left: /\bleft\b/i,
  right: /\bright\b/i,
  bilateral: /\b(bilateral|bilaterally|both)\b/i,
};

/** Abbreviations that mean a side where the coded side is the same. A bare L is not among them: it may be lumbar. */
const SHORT: Record<Side, RegExp> = {
  left: /\(L\)|\(Lt\.?\)|\bLt\b\.?/gi,
  right: /\(R\)|\(Rt\.?\)|\bRt\b\.?/gi,
  bilateral: /\(B\)|\bB\/L\b|\bbilat\b\.?/gi,
};

const SIDES = Object.keys(SAYS) as Side[];

/**
 * A procedure's words with its coded side in full. What abbreviates that side is written out; words that name another
 * side are never made to agree: both are said, and that somebody must settle it.
 */
export function withSide(words: string, laterality: Laterality | null): string {
  if (laterality === null || laterality === "none") return words;
  const full = words.replace(SHORT[laterality], laterality);
  const said = SIDES.filter((side) => SAYS[side].test(full));
  const side = laterality === "bilateral" ? "both sides" : laterality;
  if (said.length === 0) return `${full}, ${side}`;
  return said.includes(laterality) ? full : `${full} (side to be checked: it is coded as ${side})`;
}
