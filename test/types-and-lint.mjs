// What `npm run typecheck` and `npm run lint` check in code, over one program: the rules that need types would else have
// it read and its types found a second time, which is a third of the work.
import { ESLint } from "eslint";
import ts from "typescript";
import { root } from "../app/setup/steps.mjs";

const host = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => root,
  getNewLine: () => "\n",
};

/** The program that tsconfig.json describes. */
function theProgram() {
  const unreadable = (fault) => {
    throw new Error(ts.formatDiagnostic(fault, host));
  };
  const config = ts.getParsedCommandLineOfConfigFile(
    "tsconfig.json",
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: unreadable,
    },
  );
  return ts.createProgram({
    rootNames: config.fileNames,
    options: config.options,
    configFileParsingDiagnostics: config.errors,
  });
}

/** Whether types are right; prints what is not. */
function typesHold(program) {
  const faults = ts.getPreEmitDiagnostics(program);
  if (faults.length > 0) console.log(ts.formatDiagnosticsWithColorAndContext(faults, host));
  return faults.length === 0;
}

/** Whether every rule of eslint.config.js is kept, without a warning; prints what breaks one. */
async function rulesHold(program) {
  const ofTheProgram = { parserOptions: { projectService: false, programs: [program] } };
  const files = ["app/**/*.{ts,tsx}", "db/**/*.ts", "solver/**/*.ts"];
  const eslint = new ESLint({ cwd: root, overrideConfig: [{ files, languageOptions: ofTheProgram }] });
  const results = await eslint.lintFiles(["."]);
  const { format } = await eslint.loadFormatter("stylish");
  const words = await format(results);
  if (words) console.log(words);
  return results.every(({ errorCount, warningCount }) => errorCount + warningCount === 0);
}

process.chdir(root);
const program = theProgram();
const held = [typesHold(program), await rulesHold(program)];
process.exit(held.every(Boolean) ? 0 : 1);
