import { parseArgs, type ParseArgsConfig } from "node:util";

/** The options of a command, as `parseArgs` of Node knows them, with the words for the help page. */
export interface Option {
  type: "string" | "boolean";
  /** What to put after the option; empty for a switch. */
  value?: string;
  words: string;
  multiple?: boolean;
  required?: boolean;
}

export interface Command {
  name: string;
  /** What it does, in one line. */
  summary: string;
  /** Names of what stands without a dash, such as FILE. */
  positionals: string[];
  options: Record<string, Option>;
  run(given: Given): Promise<void>;
}

/** What was typed after the command, checked against its options. */
export class Given {
  constructor(
    private readonly values: Record<string, string | boolean | (string | boolean)[] | undefined>,
    readonly positionals: string[],
  ) {}

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === "string" ? value : undefined;
  }

  /** A required option; `checked` has seen to it that it is there. */
  required(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw new Error(`The option --${name} was not declared as required.`);
    return value;
  }

  texts(name: string): string[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  }

  is(name: string): boolean {
    return this.values[name] === true;
  }
}

/** What a command was given makes no sense, or what it needs is not there: shown without a stack trace, exit code 2. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** Reads what was typed after the name of a command. Throws a Refusal that says what is wrong. */
export function readGiven(command: Command, typed: string[]): Given {
  const { values, positionals } = parse(command, typed);
  const missing = Object.entries(command.options).filter(([name, { required }]) => required && !values[name]);
  if (missing.length > 0) throw new Refusal(`${named(missing.map(([name]) => name))} missing.`);
  if (positionals.length !== command.positionals.length) {
    const expected = command.positionals.join(" ") || "nothing";
    throw new Refusal(`Expected ${expected} beside the options, got ${positionals.join(" ") || "nothing"}.`);
  }
  return new Given(values, positionals);
}

const named = (options: string[]) =>
  `${options.map((name) => `--${name}`).join(", ")} ${options.length === 1 ? "is" : "are"}`;

function parse(command: Command, typed: string[]) {
  const options: ParseArgsConfig["options"] = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
  );
  try {
    return parseArgs({ args: typed, options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's own words name the option; only the first sentence is about what was typed.
    throw new Refusal(error instanceof Error ? error.message.split(". ")[0]! + "." : String(error));
  }
}

/** The help of one command. `called`: what is typed before its options, when that is not hublist and its name. */
export function usage({ name, summary, positionals, options }: Command, called?: string): string {
  const start = called ?? `npm run hublist -- ${name}`;
  const typed = [start, ...positionals, ...Object.entries(options).map(typedOption)];
  const lines = Object.entries(options).map(([option, { value = "", words }]) => [
    `--${option} ${value}`,
    words,
  ]);
  const width = Math.max(0, ...lines.map(([left]) => left!.length));
  return [
    typed.join(" "),
    "",
    summary,
    "",
    ...lines.map(([left, words]) => `  ${left!.padEnd(width)}  ${words}`),
  ]
    .join("\n")
    .trimEnd();
}

function typedOption([name, { value, required }]: [string, Option]): string {
  const typed = value ? `--${name} ${value}` : `--${name}`;
  return required ? typed : `[${typed}]`;
}
