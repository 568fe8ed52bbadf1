import type { IsoDate } from "../../calendar";
import { questionOf, type Fact, type FactName, type Facts } from "../fact";
import type { EnteredMeasure } from "../measures";

/** A value that letters name: one fact, or two that are read together, such as both numbers of a blood pressure. */
export interface Reading {
  words: string;
  unit: string;
  facts: FactName[];
}

/** What the letter of an action's referral is about. */
export interface LetterOf {
  /** Heading in a clinician's words. */
  title: string;
  /** Names of readings, or questions as `q.smoke`. */
  readings: string[];
}

/** A measure that counts: who entered it and the day on which it was taken. */
export interface MeasureRead {
  measure: EnteredMeasure;
  value: number;
  takenOn: IsoDate;
  by: string;
}

/** Where a value comes from. */
export type ReadingFrom = { kind: "measured"; on: IsoDate; by: string } | { kind: "answered" | "workedOut" };

/** A reading with its value, as a letter shows it. */
export interface ReadingLine {
  words: string;
  value: string;
  from: ReadingFrom[];
}

export interface LetterReadings {
  lines: ReadingLine[];
  /** Readings that nobody has taken; what a patient did not give is no news to a clinician. */
  lacking: string[];
}

/** What readings are made from. */
export interface ReadingSources {
  readings: Readonly<Record<string, Reading>>;
  measures: readonly MeasureRead[];
  facts: Facts;
  questionWords: (question: string) => string;
  answerWords: (question: string, answer: Fact | null | undefined) => string;
}

/** The readings of a letter: what is known, each with where it comes from, and which readings are lacking. */
export function letterReadings({ readings: names }: LetterOf, sources: ReadingSources): LetterReadings {
  const lines: ReadingLine[] = [];
  const lacking: string[] = [];
  for (const name of names) {
    const reading = sources.readings[name];
    const line = reading ? readingLine(reading, sources) : answerLine(name as FactName, sources);
    if (line) lines.push(line);
    else if (reading && !reading.facts.every((fact) => questionOf(fact) !== null))
      lacking.push(reading.words);
  }
  return { lines, lacking };
}

function readingLine({ words, unit, facts }: Reading, sources: ReadingSources): ReadingLine | null {
  const parts = facts.map((fact) => partOf(fact, sources));
  const from = parts.flatMap((part) => (part === null ? [] : [part.from]));
  if (from.length === 0) return null;
  const value = parts.map((part) => (part === null ? "not known" : part.value)).join("/");
  const known = new Map(from.map((one) => [JSON.stringify(one), one]));
  return { words, value: unit ? `${value} ${unit}` : value, from: [...known.values()] };
}

function partOf(fact: FactName, { measures, facts }: ReadingSources) {
  if (fact.startsWith("m.")) {
    const found = measures.find(({ measure }) => `m.${measure}` === fact);
    if (!found) return null;
    const { value, takenOn: on, by } = found;
    return { value: rounded(value), from: { kind: "measured", on, by } as const };
  }
  const value = facts[fact];
  if (typeof value !== "number") return null;
  const kind = questionOf(fact) === null ? ("workedOut" as const) : ("answered" as const);
  return { value: rounded(value), from: { kind } };
}

function answerLine(fact: FactName, sources: ReadingSources): ReadingLine | null {
  const question = questionOf(fact);
  const answer = sources.facts[fact];
  if (question === null || answer === undefined || answer === null) return null;
  return {
    words: sources.questionWords(question),
    value: sources.answerWords(question, answer),
    from: [{ kind: "answered" }],
  };
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10);
