import { number } from "~/domain/figure-words";
import type { RandomOrder } from "../bench-options";
import { gapFigure, seconds } from "../figures";
import type { Section } from "../section";
import { median } from "../statistics";
import { isSound, type JudgedWeek } from "./judged-week";

/** Weeks of the widest gaps that are named. */
const NAMED = 12;

/** How the document was made. */
export function howRandom({ from, upTo, checker }: RandomOrder): string {
  const begin = from > 1 ? ` --from ${from}` : "";
  const asked = checker === null ? "" : " --checker …";
  const second = checker === null ? "" : " and by an independent checker";
  return `Made by \`npm run bench -- --random ${upTo}${begin}${asked}\`; do not edit by hand. Each week is drawn by its number: a provider, its size, one to three weeks, a Monday of a year, a plan date days or weeks before. Every other week is hard: it has the rare cases of every rule. The plan command runs in a fresh process, and its plan is judged from the rows by the app's judge${second}, which know nothing of how it was made.`;
}

/** The tables of judged weeks, at least one. */
export function randomSections(weeks: readonly JudgedWeek[]): Section[] {
  return [byKind(weeks), widest(weeks)];
}

const KINDS: [words: string, has: (week: JudgedWeek) => boolean][] = [
  ["plain, late plan", ({ hard, ahead }) => !hard && ahead < 14],
  ["plain, early plan", ({ hard, ahead }) => !hard && ahead >= 14],
  ["hard, late plan", ({ hard, ahead }) => hard && ahead < 14],
  ["hard, early plan", ({ hard, ahead }) => hard && ahead >= 14],
  ["all", () => true],
];

function byKind(weeks: readonly JudgedWeek[]): Section {
  const head = ["", "weeks", "accepted", "proven optimal", "gap, median", "gap, worst"];
  const claims = ["below the hand rule", "bound below best known", "CPU s, median", "CPU s, worst"];
  const rows = KINDS.map(([words, has]) => [words, ...figuresOf(weeks.filter(has))]);
  const unsound = weeks.filter((week) => !isSound(week));
  const names = unsound.map((each) => `week ${each.number} (${each.faults[0] ?? "see its line"})`);
  return {
    title: `${number(weeks.length)} weeks`,
    before: `Accepted: every judge finds every hard rule kept and every figure true. Best known: the better of the plan and the plan that a careful person makes by hand; no bound may lie below it. Weeks have ${number(Math.min(...weeks.map(({ entries }) => entries)))} to ${number(Math.max(...weeks.map(({ entries }) => entries)))} entries.`,
    rows: [[...head, ...claims], ...rows],
    after: [names.length ? `NOT SOUND: ${names.join("; ")}.` : "Every plan is sound."],
  };
}

function figuresOf(weeks: readonly JudgedWeek[]): string[] {
  if (weeks.length === 0) return ["0", ...Array.from({ length: 8 }, () => "")];
  const gaps = weeks.map(gapOf);
  const times = weeks.map(({ cpu }) => cpu);
  const count = (has: (week: JudgedWeek) => boolean) => number(weeks.filter(has).length);
  return [
    number(weeks.length),
    count(({ faults, checker }) => faults.length === 0 && checker !== "refuses"),
    count(({ score, bound }) => score === bound),
    gapFigure(1 - median(gaps), 1),
    gapFigure(1 - Math.max(...gaps), 1),
    count(({ score, hand }) => score < hand),
    count(({ score, hand, bound }) => bound < Math.max(score, hand)),
    seconds(median(times)),
    seconds(Math.max(...times)),
  ];
}

function widest(weeks: readonly JudgedWeek[]): Section {
  const head = [
    "",
    "provider",
    "hard",
    "entries",
    "sessions",
    "pairs",
    "days ahead",
    "above the hand rule",
    "gap",
  ];
  const rows = [...weeks]
    .sort((a, b) => gapOf(b) - gapOf(a) || a.number - b.number)
    .slice(0, NAMED)
    .map((week) => [
      `week ${week.number}`,
      week.provider,
      week.hard ? "yes" : "no",
      ...[week.entries, week.sessions, week.pairs, week.ahead].map(number),
      week.hand > 0 ? `${((week.score / week.hand - 1) * 100).toFixed(1)}%` : "",
      gapFigure(week.score, week.bound),
    ]);
  return {
    title: "The widest gaps",
    before: "A week is made again by its number.",
    rows: [head, ...rows],
    after: [],
  };
}

function gapOf({ score, bound }: JudgedWeek): number {
  return bound > 0 ? (bound - score) / bound : 0;
}
