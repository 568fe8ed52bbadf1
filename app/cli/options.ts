import { nearestName } from "~/import/nearest";

/** One option of a command. `--name VALUE` or `--name=VALUE`. */
export interface OptionSpec {
  /** What stands for the value in the help: FILE, N, SECONDS. */
  value: string;
  /** Stands alone, without a value; `value` is empty. */
  flag?: true;
  required?: boolean;
  help: string;
}

/** The options as written, by name, or one line for each thing that is wrong with them. */
export type OptionsRead =
  { kind: "read"; values: Map<string, string> } | { kind: "refused"; lines: string[] };

/** Reads the options of a command. Unknown, repeated and missing ones are refused, each in a line of its own. */
export function readOptions(
  words: readonly string[],
  specs: Readonly<Record<string, OptionSpec>>,
): OptionsRead {
  const values = new Map<string, string>();
  const lines: string[] = [];
  const names = Object.keys(specs);
  const [first = ""] = names;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const [name, given] = split(word);
    const spec = name === null ? undefined : specs[name];
    if (name === null) lines.push(`${word}: expected an option such as ${dashed(first)}`);
    else if (!spec) {
      lines.push(`${dashed(name)}: there is no such option${suggestion(name, names)}`);
      if (given === null && isValue(words[at + 1])) at++;
    } else if (spec.flag) {
      if (given === null) keep(name, "");
      else lines.push(`${dashed(name)}=${given}: this option takes no value, expected ${dashed(name)}`);
    } else if (given === null && isValue(words[at + 1])) keep(name, words[++at] ?? "");
    else if (given) keep(name, given);
    else lines.push(`${dashed(name)}: a value is missing, expected ${dashed(name)} ${spec.value}`);
  }
  for (const [name, { required, value }] of Object.entries(specs))
    if (required && !values.has(name) && !lines.some((line) => line.startsWith(`${dashed(name)}:`)))
      lines.push(`${dashed(name)}: this option is needed, expected ${dashed(name)} ${value}`);
  return lines.length ? { kind: "refused", lines } : { kind: "read", values };

  function keep(name: string, value: string): void {
    if (values.has(name))
      lines.push(`${[dashed(name), value].filter(Boolean).join(" ")}: this option is given twice`);
    else values.set(name, value);
  }
}

/** The options as a table for people, with the width of the longest. */
export function optionsHelp(specs: Readonly<Record<string, OptionSpec>>): string {
  const rows = Object.entries(specs).map(([name, { value, help }]) => [
    `${dashed(name)} ${value}`.trimEnd(),
    help,
  ]);
  const width = Math.max(...rows.map(([option = ""]) => option.length));
  return rows.map(([option = "", help]) => `  ${option.padEnd(width)}  ${help}`).join("\n");
}

function dashed(name: string): string {
  return `--${name}`;
}

function split(word: string): [name: string | null, value: string | null] {
  const found = /^--([a-z][a-z-]*)(?:=([^]*))?$/.exec(word);
  return found ? [found[1] ?? null, found[2] ?? null] : [null, null];
}

/** A word that can be the value of the option before it. A negative number is one. */
function isValue(word: string | undefined): boolean {
  return word !== undefined && word !== "" && !word.startsWith("--");
}

function suggestion(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return nearest ? `, did you mean ${dashed(nearest)}?` : ", see --help";
}
