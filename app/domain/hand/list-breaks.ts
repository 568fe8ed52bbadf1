import { counted, number, percent } from "../figure-words";
import { listOverrun } from "../list-fit";
import { noOperator } from "../leave";
import { OVERRUN_TOLERANCE } from "../overrun";
import { listMinutes } from "../utilisation";
import type { ChangedList } from "./hand-change";
import type { BreakCode, HandBreak } from "./hand-break";
import type { HandWeek, StandingCase } from "./hand-week";

interface Misfit {
  code: BreakCode;
  sentence: string;
}

/**
 * Rules of one list: locked, somebody to operate, the number of its cases, its minutes, and the probability that it runs over. A list that
 * only loses cases is asked what it kept before.
 */
export function listBreaks(week: HandWeek, list: ChangedList): HandBreak[] {
  const { session, before, gained } = list;
  const broken = (found: Misfit, lift: HandBreak["lift"]): HandBreak => ({
    ...found,
    ...{ lift, session, entry: null },
  });
  const misfits = misfitsOf(week, list);
  const known = gained.length > 0 ? [] : misfitsOf(week, { ...list, after: before }).map(({ code }) => code);
  const fresh = misfits.filter(({ code }) => !known.includes(code));
  return [
    ...lockedBreak(week, list),
    ...operatorBreak(week, list),
    ...fresh.map((found) => broken(found, "never")),
  ];
}

/** Leave takes everybody who operates on the list: nobody is put there until another surgeon has it. */
function operatorBreak(week: HandWeek, { session, gained }: ChangedList): HandBreak[] {
  const away = week.listOf(session)?.surgeonsAway ?? [];
  if (gained.length === 0 || !noOperator(session.surgeons, away)) return [];
  const are = session.surgeons.length === 1 ? "is" : "are";
  const sentence = `${session.surgeons.join(", ")} ${are} on leave, and nobody else operates on this list: give it to another surgeon first.`;
  return [{ code: "no_operator", lift: "never", sentence, session, entry: null }];
}

function lockedBreak(week: HandWeek, { session }: ChangedList): HandBreak[] {
  const said = week.listOf(session)?.locked ?? "";
  if (session.status !== "locked" && said === "") return [];
  const sentence = `This list is locked${said === "" ? "" : ` (${said})`}: a change opens it again.`;
  return [{ code: "locked", lift: "reopen", sentence, session, entry: null }];
}

function misfitsOf(week: HandWeek, { session, after }: ChangedList): Misfit[] {
  const limits = week.limitsOf(session);
  const { length, turnaround, maxCases, overrunProbabilityMax } = limits;
  const found: Misfit[] = [];
  if (maxCases !== null && after.length > maxCases) {
    const sentence = `${counted(after.length, "case")}, and the session takes ${maxCases}.`;
    found.push({ code: "max_cases", sentence });
  }
  // A list of one case may hold it whatever the probability; whether its mean fits is asked of the entry.
  if (after.length < 2) return found;
  const planned = plannedMinutes(after, turnaround);
  if (planned > length) {
    const sentence = `${counted(planned - length, "minute")} over: ${number(planned)} with turnarounds, and the session has ${number(Math.max(0, length))}.`;
    return [...found, { code: "minutes", sentence }];
  }
  const overrun = listOverrun(entriesOf(after), limits);
  if (overrun > overrunProbabilityMax + OVERRUN_TOLERANCE) {
    const sentence = `Would run over with a chance of ${chance(overrun, overrunProbabilityMax)}, and ${percent(overrunProbabilityMax)} is allowed: ${counted(length - planned, "minute")} to spare ${length - planned === 1 ? "is" : "are"} too few.`;
    found.push({ code: "overrun", sentence });
  }
  return found;
}

/** A chance beside its limit: with a decimal where whole percent would say the same. */
function chance(probability: number, limit: number): string {
  if (percent(probability) !== percent(limit)) return percent(probability);
  return `${(probability * 100).toFixed(1)}%`;
}

/** Means and turnarounds of a list, in minutes. */
export function plannedMinutes(cases: readonly StandingCase[], turnaround: number): number {
  const means = cases.map(({ entry }) => entry.minutes);
  return listMinutes(means, turnaround).planned;
}

export const entriesOf = (cases: readonly StandingCase[]) => cases.map(({ entry }) => entry);
