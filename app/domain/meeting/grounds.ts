import type { IsoDate } from "../calendar";
import { counted, number } from "../figure-words";
import { spokenDate } from "../spoken-date";

/** Why a case is on the agenda; entries and sessions by their ids, amounts in score points, days and weeks. */
export type Ground =
  /** Another session would have it at next to no loss, though both would have to give something up for it. */
  | {
      kind: "twoLists";
      here: string;
      elsewhere: string;
      loss: number;
      points: number;
      displaced: string[];
      instead: string[];
      insteadLoss: number;
    }
  /** Unplaced and over target, and its cheapest place is held by patients who are over theirs. */
  | { kind: "displaces"; session: string; overTarget: string[]; displaced: number; change: number }
  /** A person placed it otherwise than the plan; `plan` null: the plan leaves it out. */
  | { kind: "planElsewhere"; hand: string; plan: string | null }
  | { kind: "overTarget"; target: IsoDate; days: number; reason: string }
  | { kind: "longWait"; weeks: number; milestone: number; reason: string }
  | { kind: "overridden"; rules: string[]; by: string; reason: string }
  /** The patient was told a date that no longer is, or under the proposal would no longer be, theirs. */
  | { kind: "toldMoves"; date: IsoDate; to: string | null; proposed: boolean }
  /** Not confirmed fit, and its place is handed back in so many days (negative: it was due before). */
  | { kind: "provisional"; screening: string; handBack: IsoDate; days: number };

/** How a reader names sessions and people. */
export interface GroundNames {
  session: (id: string) => string;
  person: (entry: string) => string;
  /** Dates of its year are said without it. */
  today: IsoDate;
}

/** A ground as a sentence, with its amounts. */
export function groundWords(ground: Ground, names: GroundNames): string {
  switch (ground.kind) {
    case "twoLists":
      return twoListsWords(ground, names);
    case "displaces":
      return `Its cheapest place, ${names.session(ground.session)}, is held by ${people(ground.overTarget, names)}, over target too: with it there ${scoreWords(ground.change)}.`;
    case "planElsewhere":
      return ground.plan === null
        ? `Placed by hand in ${names.session(ground.hand)}; the plan leaves it out.`
        : `Placed by hand in ${names.session(ground.hand)}; the plan has it in ${names.session(ground.plan)}.`;
    case "overTarget":
      return `Its target, ${spokenDate(ground.target, names.today)}, passed ${counted(ground.days, "day")} ago and it has no place: ${ground.reason}`;
    case "longWait":
      return `Has waited ${counted(ground.weeks, "week")}, over ${ground.milestone}, and has no place: ${ground.reason}`;
    case "overridden":
      return `${ground.by} overrode ${ground.rules.length === 1 ? "a rule" : `${ground.rules.length} rules`} (${ground.rules.join("; ")}): ${ground.reason || "no reason given"}.`;
    case "toldMoves":
      return toldWords(ground, names);
    case "provisional":
      return `Not confirmed fit (${ground.screening}): its place ${handBackWords(ground)}.`;
  }
}

type GroundOf<Kind extends Ground["kind"]> = Extract<Ground, { kind: Kind }>;

function twoListsWords(ground: GroundOf<"twoLists">, names: GroundNames): string {
  const { here, elsewhere, loss, points, displaced, instead, insteadLoss } = ground;
  const there =
    loss <= 0
      ? "the plan would lose nothing"
      : `the plan would lose ${number(loss)} of its ${counted(points, "point")}`;
  return (
    `Wanted by ${names.session(here)} and by ${names.session(elsewhere)}. There ${there}, and ${people(displaced, names)} would make way; ` +
    `without it here ${people(instead, names)} would come and the plan would lose ${counted(insteadLoss, "point")}.`
  );
}

function toldWords({ date, to, proposed }: GroundOf<"toldMoves">, names: GroundNames): string {
  const told = `The patient was told ${spokenDate(date, names.today)}`;
  if (to === null)
    return proposed ? `${told}; the proposal leaves them without a place.` : `${told} and now has no place.`;
  return proposed
    ? `${told}; the proposal moves them to ${names.session(to)}.`
    : `${told} and now stands in ${names.session(to)}.`;
}

function handBackWords({ handBack, days }: GroundOf<"provisional">): string {
  if (days === 0) return "is handed back today";
  if (days < 0) return `was due to be handed back ${counted(-days, "day")} ago`;
  return `is handed back in ${counted(days, "day")}, on ${spokenDate(handBack, handBack)}`;
}

function scoreWords(change: number): string {
  if (change === 0) return "the score would stay the same";
  return `the score would ${change < 0 ? "fall" : "rise"} by about ${counted(Math.abs(change), "point")}`;
}

/** `A`, `A and B`, `A, B and C`. */
function people(entries: readonly string[], { person }: GroundNames): string {
  const named = entries.map(person);
  const last = named.pop() ?? "nobody";
  return named.length > 0 ? `${named.join(", ")} and ${last}` : last;
}
