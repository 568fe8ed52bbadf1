import type { CaseMoment } from "~/domain/operating-day/moments";

const WORDS: Record<CaseMoment, string> = {
  arrived: "Arrived",
  sentFor: "Sent for",
  anaestheticStart: "Anaesthetic start",
  knifeToSkin: "Knife to skin",
  closed: "Closed",
  out: "Out of theatre",
  recovery: "In recovery",
};

/** A moment of a case as people say it. */
export const momentWords = (moment: CaseMoment): string => WORDS[moment];
