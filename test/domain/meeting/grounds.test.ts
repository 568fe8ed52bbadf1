import { expect, it } from "vitest";
import { groundWords, type Ground } from "~/domain/meeting/grounds";

const names = { session: (id: string) => `list ${id}`, person: (id: string) => id, today: "2026-11-25" };
const provisional = { kind: "provisional", screening: "awaiting screening", handBack: "2026-12-02" } as const;

it.each<[Ground, string]>([
  [
    {
      ...{ kind: "twoLists", here: "1", elsewhere: "2", loss: 50, points: 1000 },
      ...{ displaced: ["C", "D"], instead: ["B"], insteadLoss: 1 },
    },
    "Wanted by list 1 and by list 2. There the plan would lose 50 of its 1,000 points, and C and D would make way; without it here B would come and the plan would lose 1 point.",
  ],
  [
    { kind: "displaces", session: "1", overTarget: ["B"], displaced: 1, change: -1200 },
    "Its cheapest place, list 1, is held by B, over target too: with it there the score would fall by about 1,200 points.",
  ],
  [{ kind: "planElsewhere", hand: "1", plan: null }, "Placed by hand in list 1; the plan leaves it out."],
  [{ kind: "planElsewhere", hand: "1", plan: "2" }, "Placed by hand in list 1; the plan has it in list 2."],
  [
    { kind: "overTarget", target: "2026-11-24", days: 1, reason: "No room." },
    "Its target, 24 November, passed 1 day ago and it has no place: No room.",
  ],
  [
    { kind: "longWait", weeks: 66, milestone: 65, reason: "No room." },
    "Has waited 66 weeks, over 65, and has no place: No room.",
  ],
  [
    { kind: "overridden", rules: ["too little notice"], by: "Ann", reason: "" },
    "Ann overrode a rule (too little notice): no reason given.",
  ],
  [
    { kind: "toldMoves", date: "2026-12-15", to: "2", proposed: true },
    "The patient was told 15 December; the proposal moves them to list 2.",
  ],
  [
    { kind: "toldMoves", date: "2026-12-15", to: null, proposed: false },
    "The patient was told 15 December and now has no place.",
  ],
  [
    { ...provisional, days: 7 },
    "Not confirmed fit (awaiting screening): its place is handed back in 7 days, on 2 December.",
  ],
  [{ ...provisional, days: 0 }, "Not confirmed fit (awaiting screening): its place is handed back today."],
  [
    { ...provisional, days: -1 },
    "Not confirmed fit (awaiting screening): its place was due to be handed back 1 day ago.",
  ],
])("%#: a ground is told with its amounts", (ground, words) => {
  expect(groundWords(ground, names)).toBe(words);
});
