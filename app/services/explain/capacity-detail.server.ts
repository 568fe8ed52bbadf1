import type { SentenceNames } from "~/domain/eligibility/rule";
import type { BuiltProblem } from "../build-problem.server";
import type { Exchange } from "./exchange.server";
import { required } from "./final-lists.server";

/** The options of one case, in the order of time. */
export function optionsOfCase({ optionStart }: BuiltProblem, caseNumber: number): number[] {
  const options: number[] = [];
  const after = required(optionStart[caseNumber + 1]);
  for (let option = required(optionStart[caseNumber]); option < after; option++) options.push(option);
  return options;
}

/** What it would cost the score to place a case that could have gone somewhere, and whom it would displace. */
export function capacityDetail(
  built: BuiltProblem,
  caseNumber: number,
  found: Exchange | null,
  names: SentenceNames,
): string {
  const options = optionsOfCase(built, caseNumber);
  const could = sessionsWords(options.length);
  if (!found)
    return `Could go into ${could}, where pinned cases hold the room or the resources that it needs.`;
  const session = required(built.sessions[required(built.problem.options.list[found.in])]);
  return `Could go into ${could} and others went first. Nearest: ${names.session(session)}${displacing(built, found)}; ${changeWords(found.change)}.`;
}

/** The same where the time limit left no time to look for the nearest place. */
export function untoldDetail(sessions: number): string {
  return `Could go into ${sessionsWords(sessions)} and others went first. There was no time to say what the nearest place would cost.`;
}

function sessionsWords(count: number): string {
  return count === 1 ? "1 session" : `${count} sessions`;
}

const NAMED = 6;

function displacing({ problem }: BuiltProblem, { out }: Exchange): string {
  if (out.length === 0) return " with nobody displaced";
  const ids = out
    .slice(0, NAMED)
    .map((option) => required(problem.cases[required(problem.options.case[option])]).id);
  const more = out.length > NAMED ? ` and ${out.length - NAMED} more` : "";
  return ` in place of ${ids.join(", ")}${more}`;
}

function changeWords(change: number): string {
  if (change === 0) return "the score would stay the same";
  const points = Math.abs(change).toLocaleString("en-GB");
  const noun = Math.abs(change) === 1 ? "point" : "points";
  return change < 0
    ? `the score would fall by ${points} ${noun}`
    : `the score would rise by ${points} ${noun}`;
}
