import type { Fault } from "~/domain/fault";
import type { TheatreSession } from "~/domain/theatre";
import { sharedWords } from "~/domain/reason-words";
import type { WaitingListEntry } from "~/domain/waiting-list";
import { equipmentName } from "~/facts/equipment";
import { treatmentFunctionName } from "~/facts/treatment-functions";
import type { Violation } from "~solver/solution";
import type { BuiltProblem } from "../build-problem.server";

const NAMED = 6;

/** Pins that cannot all be kept, as faults of the first pin concerned: which rule, how much of how much. */
export function pinClashes(built: BuiltProblem, clashes: Violation[]): Fault[] {
  const moves = clashes.some(({ rule }) => rule === "max-moves");
  const kept = moves ? "These cannot all stay or go where they are pinned" : "These pins cannot all be kept";
  const advice = moves ? "Allow more moves, or take a pin out." : "Take at least one of them out.";
  return clashes.map((clash) => {
    if (clash.rule === "max-moves") return tooManyMoves(clash);
    const pinned = clash.cases.flatMap((each) => built.entries[each] ?? []);
    const source = pinned.flatMap((entry) => built.pins.get(entry)?.source ?? []).at(-1);
    const message = `${kept}: ${violationSentence(built, clash)} ${advice}`;
    return { ...(source ?? NO_SOURCE), message };
  });
}

/** How a reader names entries and sessions. */
export interface ClashNames {
  entry: (entry: WaitingListEntry) => string;
  session: (session: TheatreSession) => string;
}

const BY_IDENTIFIER: ClashNames = {
  entry: ({ pathwayId }) => pathwayId,
  session: ({ sessionId }) => sessionId,
};

/** A broken rule in words: the entries and sessions concerned, how much of how much. */
export function violationSentence(
  { entries, sessions }: Pick<BuiltProblem, "entries" | "sessions">,
  clash: Violation,
  names = BY_IDENTIFIER,
): string {
  const ids = [...new Set(clash.cases.flatMap((each) => (entries[each] ? names.entry(entries[each]) : [])))];
  const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : "";
  const places = [
    ...new Set(clash.lists.flatMap((list) => (sessions[list] ? names.session(sessions[list]) : []))),
  ];
  const where = places.length ? ` in ${places.slice(0, NAMED).join(", ")}` : "";
  const what = RULES[clash.rule]?.(clash) ?? `rule ${clash.rule}: ${amounts(clash)}`;
  return `${ids.slice(0, NAMED).join(names === BY_IDENTIFIER ? ", " : "; ")}${more}${where}. ${what}`;
}

function tooManyMoves({ amount, limit }: Violation): Fault {
  const message = `The cases of the earlier plan no longer fit together: ${amount} would move and only ${limit} may. Allow more moves.`;
  return { file: "--max-moves", row: 0, column: "", value: String(limit), message };
}

const NO_SOURCE = { file: "", row: 0, column: "", value: "" };

/** Rules of the solver in the words of the theatre. */
const RULES: Record<string, (clash: Violation) => string> = {
  "person-a-day": () => "They are one patient, who would be operated on twice in a day.",
  "max-cases": ({ amount, limit }) => `The session takes ${limit} cases and would hold ${amount}.`,
  "minutes-fit": ({ amount, limit }) =>
    `They need ${amount} minutes with turnarounds, the session has ${limit}.`,
  overrun: ({ amount, limit }) =>
    `The list would run over with probability ${amount.toFixed(3)}, at most ${limit} is allowed.`,
  "operator-overlap": () => "The sessions overlap and share a surgeon.",
  capacity: ({ subject, amount, limit }) =>
    `They need ${needWords(subject, amount)}; there ${limit === 1 ? "is" : "are"} ${limit || "none"}.`,
  reserve: ({ subject, amount, limit }) =>
    `They fill ${amount} minutes of ${reserveWords(subject)}, where what is kept free for urgent patients leaves ${limit}.`,
};

/** Of a shared resource by the solver's name: resource, site, date and period. */
function needWords(subject: string, amount: number): string {
  const [, resource = "", site = "", date = "", period] =
    /^(.+) (\S+) (\d{4}-\d\d-\d\d) (\w+)$/.exec(subject) ?? [];
  const isPeriod = period === "night" || period === "day" || period === "am" || period === "pm";
  return isPeriod
    ? sharedWords(amount, { resource, site, date, period }, { equipment: equipmentName })
    : `${amount} of ${subject}`;
}

/** A reserve by the solver's name, `110 week 2`: `Trauma and Orthopaedics in week 2`. */
function reserveWords(subject: string): string {
  const [code = "", ...week] = subject.split(" ");
  return `${treatmentFunctionName(code)} in ${week.join(" ")}`;
}

function amounts({ amount, limit }: Violation): string {
  return `${amount}, at most ${limit}.`;
}
