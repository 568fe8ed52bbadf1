import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Options } from "~solver/problem";
import type { BuiltProblem } from "../build-problem.server";
import type { PlanContext } from "../planning/plan-context.server";
import { problemLists } from "../planning/problem-lists.server";
import { OptionWriter } from "../planning/problem-options.server";

/** A problem with one option more. Options from `option` on have moved up by one. */
export interface OpenedPair {
  built: BuiltProblem;
  option: number;
}

/** The problem in which an entry that is a case may also go into a session that takes cases, whatever the rules say. */
export function openedPair(
  context: PlanContext,
  built: BuiltProblem,
  entry: WaitingListEntry,
  session: TheatreSession,
): OpenedPair {
  const { problem, optionStart, entries, sessions } = built;
  const [c, list] = [entries.indexOf(entry), sessions.indexOf(session)];
  if (c < 0 || list < 0) throw new Error(`${entry.pathwayId} or ${session.sessionId} is not in the problem`);
  let option = optionStart[c]!;
  while (option < optionStart[c + 1]! && problem.options.list[option]! < list) option++;
  const writer = new OptionWriter(context, problemLists(context));
  writer.addCase(entry, [session], false);
  const { options, usages } = writer.finish();
  const row = usages[options.usage[0]!]!;
  const known = problem.usages.findIndex((each) => String(each) === String(row));
  const usage = known < 0 ? problem.usages.length : known;
  const { previous, pins } = problem;
  const up = (some: readonly number[]) => some.map((each) => movedUp(each, option));
  return {
    option,
    built: {
      ...built,
      optionStart: optionStart.map((start, at) => (at > c ? start + 1 : start)),
      problem: {
        ...problem,
        options: withRow(problem.options, option, {
          case: c,
          list,
          usage,
          amounts: options.amounts.map((amounts) => amounts[0] ?? 0),
        }),
        usages: known < 0 ? [...problem.usages, row] : problem.usages,
        pins: up(pins),
        previous: previous && { ...previous, options: up(previous.options) },
      },
    },
  };
}

/** The number of an option once another has come in at `opened`. */
export const movedUp = (option: number, opened: number) => (option >= opened ? option + 1 : option);

interface Row {
  case: number;
  list: number;
  usage: number;
  amounts: number[];
}

function withRow(options: Options, at: number, row: Row): Options {
  const put = (column: readonly number[], value: number) => column.toSpliced(at, 0, value);
  return {
    case: put(options.case, row.case),
    list: put(options.list, row.list),
    usage: put(options.usage, row.usage),
    amounts: options.amounts.map((column, m) => (column.length > 0 ? put(column, row.amounts[m]!) : column)),
  };
}
