import { caseMeasures, scoredSession, type CaseMeasures } from "~/domain/case-points";
import { SessionIndex, type NearestMiss } from "~/domain/eligibility/session-index";
import { MEASURES } from "~/domain/policy";
import type { Pin } from "~/domain/resolve-pins";
import type { TheatreSession } from "~/domain/theatre";
import type { WaitingListEntry } from "~/domain/waiting-list";
import type { Case, Options } from "~solver/problem";
import { scored, type PlanContext } from "./plan-context.server";
import type { ProblemLists } from "./problem-lists.server";

/** The cases of a problem with their options, and the entries that may go nowhere. */
export interface ProblemOptions {
  cases: Case[];
  /** By case. */
  entries: WaitingListEntry[];
  options: Options;
  usages: number[][];
  pins: number[];
  /** The first option of each case, and at the end the number of options. */
  optionStart: number[];
  misses: Map<WaitingListEntry, NearestMiss>;
}

/** Every entry that may go somewhere becomes a case with one option for each session that it may go into. */
export function problemOptions(
  context: PlanContext,
  lists: ProblemLists,
  pins: Map<WaitingListEntry, Pin>,
): ProblemOptions {
  const writer = new OptionWriter(context, lists);
  const index = new SessionIndex(context.input.sessions);
  for (const entry of context.input.entries) {
    const pin = pins.get(entry);
    const places = pin ? pinned(pin) : index.places(entry, context.eligibility);
    if (places.kind === "miss") writer.result.misses.set(entry, places.miss);
    else writer.addCase(entry, places.sessions, pin !== undefined);
  }
  return writer.finish();
}

function pinned({ session }: Pin) {
  return { kind: "allowed" as const, sessions: [session] };
}

/** Writes the columns of the options case by case. */
export class OptionWriter {
  readonly result: ProblemOptions = {
    cases: [],
    entries: [],
    options: { case: [], list: [], usage: [], amounts: MEASURES.map(() => []) },
    usages: [],
    pins: [],
    optionStart: [],
    misses: new Map(),
  };
  private readonly persons = new Map<string, number>();
  private readonly usageNumbers = new Map<number[], number>();
  private readonly usageByContent = new Map<string, number>();
  private readonly scoredSessions;

  constructor(
    private readonly context: PlanContext,
    private readonly lists: ProblemLists,
  ) {
    this.scoredSessions = new Map(lists.sessions.map((session) => [session, scoredSession(session)]));
  }

  addCase(entry: WaitingListEntry, sessions: TheatreSession[], pinned: boolean): void {
    const { cases, entries, options, optionStart, pins } = this.result;
    optionStart.push(options.case.length);
    if (pinned) pins.push(options.case.length);
    const scoredEntry = scored(this.context, entry);
    for (const session of sessions) {
      const list = this.lists.listOf.get(session);
      const scoredSession = this.scoredSessions.get(session);
      if (list === undefined || !scoredSession) throw new Error(`session ${session.sessionId} has no list`);
      options.case.push(cases.length);
      options.list.push(list);
      options.usage.push(this.usage(entry, session));
      this.addAmounts(caseMeasures(scoredEntry, scoredSession, this.context.input.policy));
    }
    cases.push(this.caseOf(entry));
    entries.push(entry);
  }

  finish(): ProblemOptions {
    this.result.optionStart.push(this.result.options.case.length);
    return this.result;
  }

  private addAmounts(measures: CaseMeasures): void {
    const { amounts } = this.result.options;
    MEASURES.forEach((measure, at) => {
      if (measure !== "minutes") amounts[at]?.push(measures[measure]);
    });
  }

  private caseOf(entry: WaitingListEntry): Case {
    const kits = new Set(entry.equipment.flatMap((code) => this.lists.kits.get(code) ?? []));
    return {
      id: entry.pathwayId,
      person: this.person(entry),
      mean: entry.minutes,
      deviation: entry.minutesDeviation,
      kits: [...kits],
    };
  }

  /** Hospital numbers are unique per issuing organisation. */
  private person({ issuer, patientId }: WaitingListEntry): number {
    const key = `${issuer}|${patientId}`;
    const known = this.persons.get(key) ?? this.persons.size;
    this.persons.set(key, known);
    return known;
  }

  /** The row of `usages` for what a case takes in a session; equal rows are kept once. */
  private usage(entry: WaitingListEntry, session: TheatreSession): number {
    const use = this.context.resources.caseUse(entry, session);
    const known = this.usageNumbers.get(use);
    if (known !== undefined) return known;
    const { usages } = this.result;
    const content = use.join(",");
    const number = this.usageByContent.get(content) ?? usages.push(use) - 1;
    this.usageByContent.set(content, number);
    this.usageNumbers.set(use, number);
    return number;
  }
}
