import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { hashPassword } from "~/auth/password-hash.server";
import { passwordFault } from "~/auth/password-rules";
import { newOneTimePassword } from "~/auth/token.server";
import { Refusal, type Given, type Option } from "./command";

/** The options of every command that sets a password. */
export const PASSWORD_OPTIONS: Record<string, Option> = {
  "password-stdin": { type: "boolean", words: "Read the password from the first line of standard input" },
  "generate-password": { type: "boolean", words: "Make up a password and show it once" },
};

/** The hash of a password; one that was made up is shown once and changed at the first sign-in. */
export interface ChosenPassword {
  hash: string;
  /** Words for the person who typed the command; null: they know the password. */
  words: string | null;
}

/**
 * The password of an account: from standard input, made up, or asked for. Where nobody can be asked it is made up.
 * Throws a Refusal when the rules for passwords refuse it.
 */
export async function choosePassword(given: Given, email: string): Promise<ChosenPassword> {
  const typed = given.is("password-stdin") ? await firstLine() : await typedPassword(given);
  if (typed === "") return madeUpPassword(email);
  const fault = passwordFault(typed, email);
  if (fault) throw new Refusal(`${fault}.`);
  return { hash: await hashPassword(typed), words: null };
}

async function madeUpPassword(email: string): Promise<ChosenPassword> {
  const password = newOneTimePassword();
  const words = `Password of ${email}: ${password}\nIt is shown this once, and changed at the first sign-in.`;
  return { hash: await hashPassword(password, "once"), words };
}

async function typedPassword(given: Given): Promise<string> {
  if (given.is("generate-password") || !process.stdin.isTTY || !process.stderr.isTTY) return "";
  const password = await hidden("Password (leave empty to have one made up): ");
  if (password !== "" && password !== (await hidden("The same again: ")))
    throw new Refusal("The two passwords differ. Nothing was changed.");
  return password;
}

async function firstLine(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin) text += String(chunk);
  const line = text.split(/\r?\n/, 1)[0] ?? "";
  if (line === "") throw new Refusal("--password-stdin: the first line of standard input is empty.");
  return line;
}

/** Asks on the terminal without showing what is typed. */
async function hidden(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(question);
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}
