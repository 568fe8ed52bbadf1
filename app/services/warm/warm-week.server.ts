import { agreedEntry } from "~/domain/eligibility/agreed-entry";
import { eligibility } from "~/domain/eligibility/eligibility";
import type { PlanInput } from "~/domain/plan-input";
import type { MovedEntry, NamedEntry, WarmAnswer, WarmQuestion } from "~/domain/warm-question";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { ALONE } from "~solver/control";
import type { Engines } from "~solver/engines/engine";
import { answerDay } from "~solver/engines/theatre-day";
import type { Problem } from "~solver/problem";
import type { Violation } from "~solver/solution";
import type { Change, WarmAnswer as Answer } from "~solver/warm/change";
import type { Known } from "~solver/warm/standing";
import { Warm } from "~solver/warm/warm";
import { buildProblem, type BuiltProblem } from "../build-problem.server";
import { violationSentence } from "../planning/pin-clashes.server";
import { planContext, type PlanContext } from "../planning/plan-context.server";
import { carriedOver, nameKey } from "./carried-over.server";
import { changedInput, type ChangedInput } from "./changed-input.server";
import { movedUp, openedPair } from "./opened-pair.server";

/** What came of getting ready: a week that answers, or why it cannot. */
export type Woken = { kind: "ready"; week: WarmWeek } | { kind: "unavailable"; sentence: string };

/** A planned week that answers changed questions about itself. */
export class WarmWeek {
  private constructor(
    private readonly context: PlanContext,
    private readonly built: BuiltProblem,
    private readonly known: Known,
    private readonly warm: Warm,
    private readonly engines: Engines,
  ) {}

  /** Gets ready from what the planner was given and what it found. `engines`: who chooses the lists of one day again. */
  static wake(input: PlanInput, known: Known, engines: Engines): Woken {
    const context = planContext(input);
    const built = buildProblem(context);
    if (built.kind === "refused") return { kind: "unavailable", sentence: OTHER_VERSION };
    const warm = Warm.from(built.problem, known);
    // Prices that do not belong to the problem would be found anew, with another plan than the one on the screen.
    const isSame = warm instanceof Warm && String(warm.plan.options) === String(known.options);
    if (!isSame) return { kind: "unavailable", sentence: OTHER_VERSION };
    return { kind: "ready", week: new WarmWeek(context, built, known, warm, engines) };
  }

  /** Answers one question. Nothing that it is asked changes what it stands on. */
  ask(question: WarmQuestion): WarmAnswer {
    const began = performance.now();
    if (question.kind === "day") return this.dayAgain(question, began);
    const asked = this.asked(question);
    if ("sentences" in asked) return { kind: "refused", sentences: asked.sentences };
    const { built, answer } = asked;
    if (answer.kind === "malformed")
      throw new Error(`a question became no change: ${answer.faults.join("; ")}`);
    if (answer.kind === "refused") {
      const sentences = answer.clashes.map((clash: Violation) => violationSentence(built, clash));
      return { kind: "refused", sentences };
    }
    const before = this.warm.plan.score;
    const { score, bound } = answer;
    const moved = this.movedTo(built, answer.options);
    const seconds = (performance.now() - began) / 1000;
    return { kind: "answered", before, score, change: score - before, bound, moved, seconds };
  }

  /** Questions of the kind asked most, about entries without a place. */
  examples(most: number): WarmQuestion[] {
    const { problem, sessions, entries } = this.built;
    const placed = new Set(this.warm.plan.options.map((option) => problem.options.case[option]));
    const questions: WarmQuestion[] = [];
    for (let option = 0; option < problem.options.case.length && questions.length < most; option++) {
      const c = problem.options.case[option]!;
      if (placed.has(c)) continue;
      const { pathwayId, issuer } = entries[c]!;
      const { sessionId } = sessions[problem.options.list[option]!]!;
      questions.push({ kind: "force", entry: { pathwayId, issuer }, sessionId });
      placed.add(c);
    }
    return questions;
  }

  private asked(question: Exclude<WarmQuestion, { kind: "day" }>): Asked {
    if (question.kind === "force") return this.forced(question);
    return question.kind === "lift" ? this.lifted(question) : this.withOther(question);
  }

  /** A rule lifted for one entry and one session, into which it is then forced. */
  private lifted({ rule, entry, sessionId }: Extract<WarmQuestion, { kind: "lift" }>): Asked {
    const { context, built, known } = this;
    const { input } = context;
    const found = input.entries.find((each) => isNamed(each, entry));
    const session = input.sessions.find((each) => each.sessionId === sessionId);
    const isFree = found && session && !built.pins.has(found);
    if (!isFree || this.optionOf(found, sessionId) !== undefined) return this.forced({ entry, sessionId });
    const agreed = agreedEntry(found, rule, session);
    const allowed = eligibility(agreed, session, context.eligibility);
    if (!allowed.allowed) return refused(allowed.sentence);
    if (built.sessions.includes(session) && built.entries.includes(found)) {
      const opened = openedPair(context, built, found, session);
      const { problem } = opened.built;
      const options = known.options.map((option) => movedUp(option, opened.option));
      return this.asOf(opened.built, problem, { ...known, options }, { pins: [opened.option] });
    }
    // It could go nowhere, so it is no case yet.
    return this.anew({
      input: { ...input, entries: input.entries.map((each) => (each === found ? agreed : each)) },
      undo: ({ problem }) => problem,
      change: (built) => ({ pins: [optionOf(built, agreed, sessionId)!] }),
    });
  }

  private forced({ entry, sessionId }: Omit<Extract<WarmQuestion, { kind: "force" }>, "kind">): Asked {
    const { built, context } = this;
    const { input } = context;
    const found = input.entries.find((each) => isNamed(each, entry));
    if (!found) return refused(`${entry.pathwayId} is not on the waiting list that was planned.`);
    const session = input.sessions.find((each) => each.sessionId === sessionId);
    if (!session) return refused(`There is no session ${sessionId} in the week that was planned.`);
    const allowed = eligibility(found, session, context.eligibility);
    const option = this.optionOf(found, sessionId);
    if (option !== undefined) return { built, answer: this.warm.solve({ pins: [option] }) };
    const pin = built.pins.get(found);
    if (pin) return refused(`${entry.pathwayId} is booked or pinned into session ${pin.session.sessionId}.`);
    return refused(allowed.allowed ? `Session ${sessionId} takes no cases.` : allowed.sentence);
  }

  /** The lists of one day chosen again. Entries that only a longer session would take are not among them. */
  private dayAgain(
    { sessionId, minutes }: Extract<WarmQuestion, { kind: "day" }>,
    began: number,
  ): WarmAnswer {
    const { built, warm, engines } = this;
    const list = built.sessions.findIndex((session) => session.sessionId === sessionId);
    if (list < 0) return { kind: "refused", sentences: [`Session ${sessionId} takes no cases.`] };
    const { day, length } = built.problem.lists[list]!;
    const left = minutes === null ? 0 : length + minutes;
    if (minutes !== null && left <= 0)
      return { kind: "refused", sentences: [`Session ${sessionId} has only ${length} minutes.`] };
    const change = { lists: [{ list, minutes: left }] };
    const answer = answerDay(built.problem, warm.plan.options, day, change, engines, ALONE);
    if (answer.kind === "malformed")
      throw new Error(`a question became no change: ${answer.faults.join("; ")}`);
    if (answer.kind === "refused")
      return { kind: "refused", sentences: answer.clashes.map((clash) => violationSentence(built, clash)) };
    const { score, gained, options } = answer;
    const moved = this.movedTo(built, options);
    const seconds = (performance.now() - began) / 1000;
    return { kind: "answered", before: warm.plan.score, score, change: gained, bound: null, moved, seconds };
  }

  private optionOf(entry: WaitingListEntry, sessionId: string): number | undefined {
    return optionOf(this.built, entry, sessionId);
  }

  private withOther(question: Exclude<WarmQuestion, { kind: "force" | "lift" | "day" }>): Asked {
    const { built, context } = this;
    if (question.kind === "close" || question.kind === "case") return this.withOtherList(question);
    if (question.kind === "overrun") return { built, answer: this.warm.solve({ overrun: question.to }) };
    if (question.kind === "more") {
      const capacity = built.problem.capacities.findIndex(({ id }) => id === question.resource);
      if (capacity < 0) return refused(`Nothing limits ${question.resource}.`);
      const left = built.problem.capacities[capacity]!.quantity + question.by;
      if (left < 0) return refused(`There are only ${left - question.by} of ${question.resource}.`);
      // Where there was none, more entries are allowed than before.
      if (left - question.by >= 1)
        return { built, answer: this.warm.solve({ capacities: [{ capacity, by: question.by }] }) };
    }
    const changed = changedInput(context.input, question);
    return "sentence" in changed ? refused(changed.sentence) : this.anew(changed);
  }

  private withOtherList({ kind, sessionId }: Extract<WarmQuestion, { kind: "close" | "case" }>): Asked {
    const { built } = this;
    const list = built.sessions.findIndex((session) => session.sessionId === sessionId);
    if (list < 0) return refused(`Session ${sessionId} takes no cases.`);
    if (kind === "close") return { built, answer: this.warm.solve({ lists: [{ list, minutes: 0 }] }) };
    const { maxCases } = built.problem.lists[list]!;
    if (maxCases === null) return refused(`Session ${sessionId} may hold any number of cases.`);
    return { built, answer: this.warm.solve({ lists: [{ list, maxCases: maxCases + 1 }] }) };
  }

  /** Asks of an input in which other pairs are allowed: what is known is carried over to its problem. */
  private anew({ input, undo, change }: ChangedInput): Asked {
    const built = buildProblem(planContext(input));
    if (built.kind === "refused") return { sentences: built.faults.map(({ message }) => message) };
    const before: BuiltProblem = { ...built, problem: undo(built) };
    const carried = carriedOver(this.built, this.known, before);
    if (carried.kind === "clashes")
      return { sentences: carried.clashes.map((clash) => violationSentence(before, clash)) };
    return this.asOf(built, before.problem, carried.known, change(built));
  }

  /** Asks a change of another problem over the same lists, in which the plan is possible too. */
  private asOf(built: BuiltProblem, problem: Problem, known: Known, change: Change): Asked {
    const warm = this.warm.over(problem, known);
    if (!(warm instanceof Warm))
      throw new Error(`what was planned cannot be planned with a change: ${warm.kind}`);
    return { built, answer: warm.solve(change) };
  }

  /** Entries that stand elsewhere than in the plan on the screen. */
  private movedTo(built: BuiltProblem, options: readonly number[]): MovedEntry[] {
    const [was, is] = [placesOf(this.built, this.warm.plan.options), placesOf(built, options)];
    return [...new Map([...was, ...is])].flatMap(([key, { entry }]) => {
      const [from, to] = [was.get(key)?.sessionId ?? null, is.get(key)?.sessionId ?? null];
      return from === to ? [] : [{ entry, from, to }];
    });
  }
}

type Asked = { sentences: string[] } | { built: BuiltProblem; answer: Answer };
export const OTHER_VERSION =
  "This plan was made by another version of Hublist. Plan the week again to work out true figures.";

const refused = (sentence: string): Asked => ({ sentences: [sentence] });

const isNamed = (entry: WaitingListEntry, { pathwayId, issuer }: NamedEntry) =>
  entry.pathwayId === pathwayId && entry.issuer === issuer;

function optionOf(
  { entries, optionStart, sessions, problem }: BuiltProblem,
  entry: WaitingListEntry,
  sessionId: string,
): number | undefined {
  const at = entries.indexOf(entry);
  if (at < 0) return undefined;
  for (let option = optionStart[at]!; option < optionStart[at + 1]!; option++)
    if (sessions[problem.options.list[option]!]!.sessionId === sessionId) return option;
  return undefined;
}

/** By name: who has a place, and in which session. */
function placesOf({ problem, sessions, entries }: BuiltProblem, options: readonly number[]) {
  return new Map(
    options.map((option) => {
      const { pathwayId, issuer } = entries[problem.options.case[option]!]!;
      const { sessionId } = sessions[problem.options.list[option]!]!;
      return [nameKey({ pathwayId, issuer }), { entry: { pathwayId, issuer }, sessionId }];
    }),
  );
}
