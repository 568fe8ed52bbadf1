import { eligibility } from "~/domain/eligibility/eligibility";
import type { PlanInput } from "~/domain/plan-input";
import type { MovedEntry, NamedEntry, WarmAnswer, WarmQuestion } from "~/domain/warm-question";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { ALONE } from "~solver/control";
import type { Engines } from "~solver/engines/engine";
import { answerDay } from "~solver/engines/theatre-day";
import type { Violation } from "~solver/solution";
import type { WarmAnswer as Answer } from "~solver/warm/change";
import type { Known } from "~solver/warm/standing";
import { Warm } from "~solver/warm/warm";
import { buildProblem, type BuiltProblem } from "../build-problem.server";
import { violationSentence } from "../planning/pin-clashes.server";
import { planContext, type PlanContext } from "../planning/plan-context.server";
import { carriedOver } from "./carried-over.server";
import { changedInput, type ChangedInput } from "./changed-input.server";

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
    const asked = question.kind === "force" ? this.forced(question) : this.withOther(question);
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

  private forced({ entry, sessionId }: Extract<WarmQuestion, { kind: "force" }>): Asked {
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
    const { entries, optionStart, sessions, problem } = this.built;
    const at = entries.indexOf(entry);
    if (at < 0) return undefined;
    for (let option = optionStart[at]!; option < optionStart[at + 1]!; option++)
      if (sessions[problem.options.list[option]!]!.sessionId === sessionId) return option;
    return undefined;
  }

  private withOther(question: Exclude<WarmQuestion, { kind: "force" | "day" }>): Asked {
    const { built, context } = this;
    if (question.kind === "close") {
      const list = built.sessions.findIndex(({ sessionId }) => sessionId === question.sessionId);
      if (list < 0) return refused(`Session ${question.sessionId} takes no cases.`);
      return { built, answer: this.warm.solve({ lists: [{ list, minutes: 0 }] }) };
    }
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

  /** Asks of an input in which other pairs are allowed: what is known is carried over to its problem. */
  private anew({ input, undo, change }: ChangedInput): Asked {
    const built = buildProblem(planContext(input));
    if (built.kind === "refused") return { sentences: built.faults.map(({ message }) => message) };
    const before: BuiltProblem = { ...built, problem: undo(built) };
    const carried = carriedOver(this.built, this.known, before);
    if (carried.kind === "clashes")
      return { sentences: carried.clashes.map((clash) => violationSentence(before, clash)) };
    const warm = Warm.from(before.problem, carried.known);
    if (!(warm instanceof Warm))
      throw new Error(`what was planned cannot be planned with a change: ${warm.kind}`);
    return { built, answer: warm.solve(change(built)) };
  }

  /** Entries that stand elsewhere than in the plan on the screen. */
  private movedTo(built: BuiltProblem, options: readonly number[]): MovedEntry[] {
    const [was, is] = [placesOf(this.built, this.warm.plan.options), placesOf(built, options)];
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((entry) => {
      const [from, to] = [was.get(entry) ?? null, is.get(entry) ?? null];
      const { pathwayId, issuer } = entry;
      return from === to ? [] : [{ entry: { pathwayId, issuer }, from, to }];
    });
  }
}

type Asked = { sentences: string[] } | { built: BuiltProblem; answer: Answer };
export const OTHER_VERSION =
  "This plan was made by another version of Hublist. Plan the week again to work out true figures.";

const refused = (sentence: string): Asked => ({ sentences: [sentence] });

const isNamed = (entry: WaitingListEntry, { pathwayId, issuer }: NamedEntry) =>
  entry.pathwayId === pathwayId && entry.issuer === issuer;

function placesOf({ problem, sessions, entries }: BuiltProblem, options: readonly number[]) {
  return new Map(
    options.map((option) => [
      entries[problem.options.case[option]!]!,
      sessions[problem.options.list[option]!]!.sessionId,
    ]),
  );
}
