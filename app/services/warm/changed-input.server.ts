import { clockTime, minutesOfDay } from "~/domain/calendar";
import type { PlanInput } from "~/domain/plan-input";
import { isBookable, sessionLength, sessionsOverlap } from "~/domain/session-time";
import type { TheatreSession } from "~/domain/theatre";
import type { WarmQuestion } from "~/domain/warm-question";
import type { Problem } from "~solver/problem";
import type { Change } from "~solver/warm/change";
import type { BuiltProblem } from "../build-problem.server";

/**
 * An input with one thing changed, where other entries are allowed than before: its problem with the amount as it was,
 * on which the plan stands, and the change that leads to the amount as it is asked for.
 */
export interface ChangedInput {
  input: PlanInput;
  undo(built: BuiltProblem): Problem;
  change(built: BuiltProblem): Change;
}

type Refused = { sentence: string };

/** The input with more of a resource, or with a longer or shorter session; a sentence where that cannot be. */
export function changedInput(
  input: PlanInput,
  question: Extract<WarmQuestion, { kind: "more" | "longer" }>,
): ChangedInput | Refused {
  return question.kind === "more" ? withMore(input, question) : withLonger(input, question);
}

function withMore(input: PlanInput, { resource, by }: Extract<WarmQuestion, { kind: "more" }>): ChangedInput {
  const at = (problem: Problem) => problem.capacities.findIndex(({ id }) => id === resource);
  const isIt = (each: PlanInput["resources"][number]) =>
    `${each.resource} ${each.site} ${each.date} ${each.period}` === resource;
  return {
    input: {
      ...input,
      resources: input.resources.map((each) =>
        isIt(each) ? { ...each, quantity: each.quantity + by } : each,
      ),
    },
    undo: ({ problem }) => ({
      ...problem,
      capacities: problem.capacities.map((one) =>
        one.id === resource ? { ...one, quantity: one.quantity - by } : one,
      ),
    }),
    change: ({ problem }) => ({ capacities: [{ capacity: at(problem), by }] }),
  };
}

function withLonger(
  input: PlanInput,
  { sessionId, minutes }: Extract<WarmQuestion, { kind: "longer" }>,
): ChangedInput | Refused {
  const session = input.sessions.find((each) => each.sessionId === sessionId);
  if (!session || !isBookable(session) || sessionLength(session) <= 0)
    return { sentence: `Session ${sessionId} takes no cases.` };
  const end = minutesOfDay(session.end) + minutes;
  const longer: TheatreSession = { ...session, end: clockTime(Math.max(0, end)) };
  if (end >= 24 * 60 || end <= 0 || sessionLength(longer) <= 0)
    return {
      sentence: `Session ${sessionId} runs from ${session.start} to ${session.end}: ${minutes} minutes more cannot be.`,
    };
  const next = input.sessions.find(
    (each) =>
      each !== session && isBookable(each) && isSameTheatre(each, session) && sessionsOverlap(each, longer),
  );
  if (next && !sessionsOverlap(next, session))
    return { sentence: `Session ${next.sessionId} is in theatre ${next.theatre} from ${next.start}.` };
  const before = sessionLength(session);
  const listOf = ({ sessions }: BuiltProblem) => sessions.indexOf(longer);
  return {
    input: { ...input, sessions: input.sessions.map((each) => (each === session ? longer : each)) },
    undo: (built) => ({
      ...built.problem,
      lists: built.problem.lists.map((one, list) =>
        list === listOf(built) ? { ...one, length: before } : one,
      ),
    }),
    change: (built) => ({ lists: [{ list: listOf(built), minutes: sessionLength(longer) }] }),
  };
}

function isSameTheatre(a: TheatreSession, b: TheatreSession): boolean {
  return a.site === b.site && a.theatre === b.theatre;
}
