import { counted, number } from "./figure-words";
import { FIXED_WHYS, type FixedWeek, type FixedWhy } from "./fixed-cases";

/** Why a case keeps its place, as the end of a sentence about it. */
export const FIXED_WORDS: Record<FixedWhy, string> = {
  operated: "already operated on",
  locked: "in a locked session",
  held: "held by a person",
  byHand: "placed by hand",
  told: "already told the patient",
  noNotice: "within the notice that is owed",
};

/** What a new plan of a week keeps and may move, in sentences; empty where nobody stands in it. */
export function fixedSentences({ fixed, told, free, maxMoves }: FixedWeek): string[] {
  if (fixed.length + told.length + free.length === 0) return [];
  const counts = FIXED_WHYS.map((why) => ({ why, count: fixed.filter((one) => one.why === why).length }));
  const kinds = counts
    .filter(({ count }) => count > 0)
    .map(({ why, count }) => `${number(count)} ${FIXED_WORDS[why]}`);
  return [
    kinds.length > 0 ? `${counted(fixed.length, "case")} keep their place: ${kinds.join(", ")}.` : "",
    told.length > 0 && maxMoves !== null
      ? `Of ${counted(told.length, "patient")} already told, at most ${number(maxMoves)} may move.`
      : "",
    free.length > 0 ? `${counted(free.length, "case")} may move.` : "",
  ].filter(Boolean);
}
