import { capitalised } from "./reason-words";
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

/** Abbreviations that can mean nothing but a side, whatever is coded. LT may be a ligament and RT radiotherapy. */
const CLEAR: Record<Side, RegExp> = {
  left: /\(Lt\.?\)|\b[Ll]t\b\.?/g,
  right: /\(Rt\.?\)|\b[Rr]t\b\.?/g,
  bilateral: /\b[Bb]ilat\b\.?|\bB\/L\b/g,
};

/**
 * Letters that may mean a side or something else: alone or in brackets, and before the initials of an operation. An L
 * before a number or the spine is a vertebra.
 */
const PERHAPS: Record<Side, RegExp> = {
  left: /\bL\b(?![\s-]*(\d|spin))|\bLT\b|\bLHS\b|\bL(IH|TKR|TKA|THR|THA|UKR)\b/,
  right: /\bR\b|\bRT\b|\bRHS\b|\bR(IH|TKR|TKA|THR|THA|UKR)\b/,
  bilateral: /\(B\)|\bB(IH|TKR|TKA|THR|THA)\b/,
};

/** Where an L in brackets may be lumbar. */
const SPINE = /spin|lumb|vertebr|dis[ck]|lamin|decompress|root|facet|sacr/i;

const SIDES = Object.keys(SAYS) as Side[];
const CODED: Record<Laterality, string> = {
  left: "left",
  right: "right",
  bilateral: "both sides",
  none: "having none",
};

/** A procedure's words with their side in full, and what somebody must settle of it; empty: nothing. */
export interface SidedWords {
  words: string;
  doubt: string;
}

/**
 * A procedure's words with their side in full. What can only mean a side is written out; what may mean one, and what
 * contradicts the coded side, is never decided here: it is a doubt. Source: theatre lists say left and right in full,
 * and whoever submits a list answers for it (GPnotebook on operating lists; NatSSIPs 2, scheduling and list management,
 * of which the title alone was read); that a doubt is said rather than settled is Hublist's own.
 */
export function sidedWords(words: string, laterality: Laterality | null): SidedWords {
  if (laterality === null || laterality === "none") return uncoded(words, laterality);
  const full = writtenOut(inWords(words, SHORT[laterality], laterality));
  const said = sidesIn(SAYS, full);
  const others = sidesIn(PERHAPS, full).filter((side) => side !== laterality);
  const areBoth = (sides: Side[]) => laterality === "bilateral" && sides.length === 2;
  const saysOther = said.length > 0 && !said.includes(laterality) && !areBoth(said);
  const differs = saysOther || (others.length > 0 && !areBoth(others));
  const shown = said.length === 0 && !differs ? `${full}, ${CODED[laterality]}` : full;
  return { words: shown, doubt: differs ? `side to be checked: it is coded as ${CODED[laterality]}` : "" };
}

/** The same in one text, the doubt in brackets. */
export function withSide(words: string, laterality: Laterality | null): string {
  const sided = sidedWords(words, laterality);
  return sided.doubt === "" ? sided.words : `${sided.words} (${sided.doubt})`;
}

function uncoded(words: string, laterality: "none" | null): SidedWords {
  const full = writtenOut(words);
  const said = sidesIn(SAYS, full);
  // What is done on both sides at once may be coded as having none; what is done on one side may not.
  if (laterality === "none" && (said.includes("left") || said.includes("right")))
    return { words: full, doubt: `side to be checked: it is coded as ${CODED.none}` };
  if (full !== words && said.length > 1) return { words: full, doubt: "side to be checked" };
  if (sidesIn(PERHAPS, full).length === 0) return { words: full, doubt: "" };
  return { words: full, doubt: said.length > 0 ? "side to be checked" : "side not stated: check" };
}

/** The side in place of its abbreviations, with a capital where the words begin with one. */
const inWords = (words: string, short: RegExp, side: Side): string =>
  words.replace(short, (_short, at: number) => (at === 0 ? capitalised(side) : side));

function writtenOut(words: string): string {
  const text = SIDES.reduce((all, side) => inWords(all, CLEAR[side], side), words);
  return SPINE.test(text) ? text : inWords(inWords(text, /\(L\)/g, "left"), /\(R\)/g, "right");
}

const sidesIn = (patterns: Record<Side, RegExp>, text: string) =>
  SIDES.filter((side) => patterns[side].test(text));
