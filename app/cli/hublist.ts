import { failureOf } from "./failure";
import { addUser } from "./hublist/add-user";
import { backup } from "./hublist/backup";
import { readGiven, Refusal, usage, type Command, type Given } from "./hublist/command";
import { demo } from "./hublist/demo";
import { demoFiles } from "./hublist/demo-files";
import { eraseValues } from "./hublist/erase-values";
import { handBack } from "./hublist/hand-back";
import { importAnswers } from "./hublist/import-answers";
import { init } from "./hublist/init";
import { resetPassword } from "./hublist/reset-password";
import { sendMessages } from "./hublist/send-messages";
import { verifyAudit } from "./hublist/verify-audit";

const COMMANDS: readonly Command[] = [
  init,
  addUser,
  resetPassword,
  backup,
  handBack,
  sendMessages,
  importAnswers,
  verifyAudit,
  eraseValues,
  demo,
  demoFiles,
];

function help(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    "npm run hublist -- COMMAND [OPTIONS]",
    "",
    ...lines,
    "",
    'Options of a command: "npm run hublist -- help COMMAND". Data lies in the folder HUBLIST_DATA (data/ unless set),',
    "or on PostgreSQL when DATABASE_URL is set.",
  ].join("\n");
}

function commandOf(name: string): Command {
  const command = COMMANDS.find((known) => known.name === name);
  if (command) return command;
  throw new Refusal(`There is no command ${name}. "npm run hublist -- help" lists them.`);
}

/** What was typed; a Refusal of it leads to the help, which says what is expected. */
function givenTo(command: Command, typed: string[]): Given {
  try {
    return readGiven(command, typed);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(`${error.message} "npm run hublist -- help ${command.name}" shows what is expected.`);
  }
}

async function run([name = "help", ...typed]: string[]): Promise<void> {
  const asksHelp = name === "help" || name === "--help" || name === "-h";
  if (asksHelp) return console.log(typed[0] ? usage(commandOf(typed[0])) : help());
  const command = commandOf(name);
  if (typed.includes("--help") || typed.includes("-h")) return console.log(usage(command));
  try {
    await command.run(givenTo(command, typed));
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`hublist ${name}: ${error.message}`);
    throw error;
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const { words, exitCode } = failureOf(error);
  console.error(words);
  process.exitCode = exitCode;
}
