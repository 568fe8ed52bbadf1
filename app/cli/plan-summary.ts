import { counted, hoursAndMinutes, number, percent } from "~/domain/figure-words";
import { gapWords } from "~/domain/gap-words";
import type { Plan } from "~/domain/plan";
import { LONG_WAITS, TOUCH_UTILISATION_TARGET, type PlacedOf, type PlanFigures } from "~/domain/plan-figures";
import { MEASURES, type MeasureName } from "~/domain/policy";
import { capitalised, worthWords } from "~/domain/reason-words";
import { expectedMinutesOf, shareOf } from "~/domain/utilisation";
import { tradeSentences } from "~/domain/trade-words";
import type { PlanComparison } from "~/services/planning/compare-plans.server";

/** What a person reads once a plan is written. */
export function planSummary(plan: Plan, { plan: mine, handRule }: PlanComparison, out: string): string {
  const { figures } = mine;
  return [
    `Plan of ${plan.planDate} written to ${out}`,
    "",
    table([
      ["Lists", `${number(figures.lists)} of ${counted(figures.sessions, "session")} used`],
      ["Cases", casesWords(figures)],
      ["Utilisation", utilisationWords(figures)],
      ...expectedRow(plan),
      ["Urgent and due", placedWords(figures.urgentDue)],
      ["Urgent, due later", placedWords(figures.urgentNotYetDue)],
      ["P3 and due", placedWords(figures.p3Due)],
      ...LONG_WAITS.map((weeks, at) => [`Waited ${weeks} weeks`, placedWords(figures.longWaits[at] ?? NONE)]),
      ["Score", `${number(plan.score)}; no possible plan scores above ${number(plan.bound)}`],
      ["Gap", `${gapWords(plan.gap)}`],
      ["Search", `${counted(plan.steps, "step")}, ${plan.seconds} s, ${plan.engine}`],
      ...(plan.told === undefined ? [] : [["Told", plan.told]]),
      ...orderRow(plan),
      ...leftOut(plan),
    ]),
    "",
    "Beside the plan that a careful person makes by hand",
    table([
      ["", "this plan", "by hand"],
      ["Score", number(mine.score), number(handRule.score)],
      ["Cases", number(figures.cases), number(handRule.figures.cases)],
      ...MEASURES.map((measure) => [
        NAMES[measure],
        number(mine.measures[measure]),
        number(handRule.measures[measure]),
      ]),
    ]),
    ...tradeSentences(figures, handRule.figures),
    ...bottleneckLines(plan),
  ].join("\n");
}

function bottleneckLines({ bottlenecks }: Plan): string[] {
  if (bottlenecks.length === 0) return [];
  const lines = bottlenecks.map(
    (each, at) => `  ${String(at + 1).padStart(2)}  ${capitalised(each.words)}: ${worthWords(each)}`,
  );
  return ["", "What binds the plan most: one more of it, and about what that is worth", ...lines];
}

const NONE: PlacedOf = { placed: 0, of: 0 };

const NAMES: Record<MeasureName, string> = {
  urgent: "Urgent points",
  waiting: "Waiting points",
  minutes: "Planned minutes",
  dayCaseHub: "Day-case and hub points",
  weeksWaited: "Weeks waited",
};

function casesWords({ cases, dayCases, provisional }: PlanFigures): string {
  const dayCaseShare = cases ? `, ${percent(dayCases / cases)} of them day cases` : "";
  const unsure = provisional ? `, ${number(provisional)} provisional until fitness is confirmed` : "";
  return `${number(cases)}${dayCaseShare}${unsure}`;
}

function utilisationWords({ plannedMinutes, touchMinutes, lengthMinutes }: PlanFigures): string {
  const planned = percent(shareOf(plannedMinutes, lengthMinutes));
  const touch = percent(shareOf(touchMinutes, lengthMinutes));
  return `${planned} with turnarounds, ${touch} touch time (target ${percent(TOUCH_UTILISATION_TARGET)})`;
}

function expectedRow({ sessions }: Plan): string[][] {
  const expected = expectedMinutesOf(sessions);
  if (expected === null) return [];
  const { overrun, unused } = expected;
  return [
    [
      "Expected",
      `${hoursAndMinutes(overrun)} over and ${hoursAndMinutes(unused)} unused, all lists together`,
    ],
  ];
}

function orderRow({ sessions }: Plan): string[][] {
  const cases = sessions.flatMap((list) => list.cases.filter(({ orderNotes }) => orderNotes?.length));
  return cases.length
    ? [["Order", `${counted(cases.length, "case")} to check, see "orderNotes" in the plan`]]
    : [];
}

function placedWords({ placed, of }: PlacedOf): string {
  return of === 0 ? "nobody to place" : `${number(placed)} of ${number(of)} placed`;
}

function leftOut({ rejected, warnings }: Plan): string[][] {
  const rows = new Set(rejected.map(({ file, row }) => `${file}:${row}`)).size;
  return [
    ...(rows
      ? [["Left out", `${counted(rows, "row")} that could not be read, see "rejected" in the plan`]]
      : []),
    ...(warnings.length
      ? [["Doubtful", `${counted(warnings.length, "value")}, see "warnings" in the plan`]]
      : []),
  ];
}

/** Columns as wide as their longest cell; numbers after the first column stand to the left, as words do. */
function table(rows: readonly (readonly string[])[]): string {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length))) ?? [];
  const line = (row: readonly string[]) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ");
  return rows.map((row) => `  ${line(row)}`.trimEnd()).join("\n");
}
