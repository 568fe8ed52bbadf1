import type { MessageWords } from "~/domain/perioperative/message/fill";
import table from "./messages.json";

/** What a message is. A new kind is a new entry of app/facts/messages.json and nothing else. */
export type MessageKind = keyof typeof table.kinds;

/** A kind of message. `opens`: what its link opens; null: it has none. `remindedBy`: the kind that reminds of it. */
export interface MessageKindFacts extends MessageWords {
  name: string;
  opens: string | null;
  remindedBy: string | null;
  /** What it asks the patient for, in the words of a task for staff. */
  asks: string;
  status: string;
  source: string;
}

const MINUTES: Readonly<Record<string, string>> = table.minutes;

/** About how many minutes a form takes, in words: the one figure of messages and pages. */
export const minutesOf = (form: "questions" | "checkIn"): string => table.minutes[form];

const withMinutes = (words: readonly string[], opens: string | null): string[] =>
  words.map((sentence) => sentence.replaceAll("{minutes}", MINUTES[opens ?? ""] ?? ""));

const KINDS: Readonly<Record<string, MessageKindFacts>> = Object.fromEntries(
  Object.entries(table.kinds as Record<string, MessageKindFacts>).map(([kind, facts]) => [
    kind,
    {
      ...facts,
      email: withMinutes(facts.email, facts.opens),
      letter: withMinutes(facts.letter, facts.opens),
    },
  ]),
);

export const MESSAGE_KINDS = Object.keys(table.kinds) as MessageKind[];

/** The facts of a kind as the store has it; throws when it is none of ours. */
export function messageKind(kind: string): MessageKindFacts {
  const found = KINDS[kind];
  if (!found) throw new Error(`There is no kind of message ${kind} in app/facts/messages.json.`);
  return found;
}

/** The kinds that are reminded of, each with the kind that reminds. */
export const REMINDED_KINDS = Object.entries(KINDS).flatMap(([kind, { remindedBy }]) =>
  remindedBy === null ? [] : [{ kind, remindedBy }],
);

export type MessageRuleName = keyof typeof table.rules;

/** The value of one rule of sending, in the unit of its name. */
export const messageRule = <Name extends MessageRuleName>(name: Name): (typeof table.rules)[Name]["value"] =>
  table.rules[name].value;
