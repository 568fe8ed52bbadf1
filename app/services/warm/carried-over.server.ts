import type { NamedEntry } from "~/domain/warm-question";
import { clashes } from "~solver/check";
import type { Violation } from "~solver/solution";
import type { Known } from "~solver/warm/standing";
import type { BuiltProblem } from "../build-problem.server";

/** An entry's name as one text: a question may change its row, never its name. */
export const nameKey = ({ issuer, pathwayId }: NamedEntry) => `${issuer}|${pathwayId}`;

/** What is known of one problem in the numbers of another; or the rules that the plan would break there. */
export type CarriedOver = { kind: "known"; known: Known } | { kind: "clashes"; clashes: Violation[] };

/**
 * Carries a plan and its prices over to a problem made of the same entries, in which some may go into other sessions than
 * before. Cases that are not allowed where they stood lose their place.
 */
export function carriedOver(from: BuiltProblem, { options, prices }: Known, to: BuiltProblem): CarriedOver {
  const caseAt = new Map(to.entries.map((entry, at) => [nameKey(entry), at]));
  const sessionAt = new Map(to.sessions.map(({ sessionId }, at) => [sessionId, at]));
  const placed = options.flatMap((option) => {
    const entry = from.entries[from.problem.options.case[option]!]!;
    const session = from.sessions[from.problem.options.list[option]!]!;
    return optionOf(to, caseAt.get(nameKey(entry)), sessionAt.get(session.sessionId));
  });
  const broken = clashes(to.problem, placed);
  if (broken.length > 0) return { kind: "clashes", clashes: broken };
  const priceOf = new Map(from.entries.map((entry, at) => [nameKey(entry), prices.cases[at]!]));
  const reserve = new Map(from.problem.reserves.map(({ id }, at) => [id, prices.reserves[at]!]));
  return {
    kind: "known",
    known: {
      options: placed.sort((a, b) => a - b),
      prices: {
        ...prices,
        cases: to.entries.map((entry) => priceOf.get(nameKey(entry)) ?? 0),
        reserves: to.problem.reserves.map(({ id }) => reserve.get(id) ?? 0),
        personDays: personDays(from, prices.personDays, to, caseAt),
      },
    },
  };
}

function optionOf(
  { optionStart, problem }: BuiltProblem,
  c: number | undefined,
  list: number | undefined,
): number[] {
  if (c === undefined || list === undefined) return [];
  for (let option = optionStart[c]!; option < optionStart[c + 1]!; option++)
    if (problem.options.list[option] === list) return [option];
  return [];
}

/** Persons are numbered by problem; one of their entries tells who they are. */
function personDays(
  from: BuiltProblem,
  priced: Known["prices"]["personDays"],
  to: BuiltProblem,
  caseAt: ReadonlyMap<string, number>,
): Known["prices"]["personDays"] {
  const entryOf = new Map(from.problem.cases.map(({ person }, c) => [person, from.entries[c]!]));
  return priced.flatMap((each) => {
    const entry = entryOf.get(each.person);
    const c = entry && caseAt.get(nameKey(entry));
    return c === undefined ? [] : [{ ...each, person: to.problem.cases[c]!.person }];
  });
}
