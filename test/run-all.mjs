// `npm test`: installs what is lacking, builds, then types, lint, format, unit and browser tests, and one line that counts.
// The browser tests come first where processors are short: a page that has to wait for one looks broken.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import { join } from "node:path";
import { buildAll } from "../app/setup/build.mjs";
import { installBrowser, installPackages } from "../app/setup/install.mjs";
import { root } from "../app/setup/steps.mjs";

const results = join(root, "test-results");
/** How far checks without a browser stand back, on the scale of `nice`: they get about a third as much where it is short. */
const STANDS_BACK = 5;
const total = { passed: 0, failed: 0 };
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** Runs a step beside others: what it prints is kept together and shown at its end. */
function run(what, args, { env = {}, yields = true } = {}) {
  const started = Date.now();
  const options = { cwd: root, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } };
  const child = spawn("npx", args, options);
  // All that it starts from now on yields too.
  if (yields) setPriority(child.pid, STANDS_BACK);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (printed += text));
  return new Promise((settle) =>
    child.on("close", (code) => {
      const word = code === 0 ? "passed" : "FAILED";
      console.log(`${printed}== ${what}: ${word} in ${Math.round((Date.now() - started) / 1000)} s\n`);
      settle(code === 0);
    }),
  );
}

/** A step that counts no tests of its own fails as one. */
async function step(what, args) {
  if (!(await run(what, args))) total.failed += 1;
}

function report(file) {
  const path = join(results, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

/** Adds what a test run reports; a run that ended badly without a failed test counts as one failure. */
function count(ok, passed, failed) {
  total.passed += passed;
  total.failed += !ok && failed === 0 ? 1 : failed;
}

async function unitTests() {
  const file = "test-results/unit.json";
  const ok = await run("Unit tests", [
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const unit = report("unit.json");
  count(ok, unit?.numPassedTests ?? 0, unit?.numFailedTests ?? 0);
}

async function browserTests() {
  const ok = await run(
    "Browser tests",
    ["playwright", "test", "-c", "test/playwright.config.ts", "--reporter=dot,json"],
    { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, "browser.json") }, yields: false },
  );
  const stats = report("browser.json")?.stats;
  count(ok, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
  if (!ok) showPages();
}

/** Prints what the browser showed when a test failed: where only this text is kept, it is all there is to go by. */
function showPages() {
  const folder = join(results, "browser");
  for (const test of existsSync(folder) ? readdirSync(folder) : []) {
    const page = join(folder, test, "error-context.md");
    if (!existsSync(page)) continue;
    const shown = readFileSync(page, "utf8").split("# Test source")[0].split("# Test info").at(-1);
    console.log(`== ${test}\n${shown.slice(0, 6000)}\n`);
  }
}

installPackages();
installBrowser();
await buildAll();
console.log("\n== All checks side by side; each tells at its end");
await Promise.all([
  browserTests(),
  unitTests(),
  step("Types and lint", ["node", "test/types-and-lint.mjs"]).then(() =>
    step("Format", ["prettier", "--check", "--log-level", "warn", "."]),
  ),
]);

const line = `${total.passed} passed, ${total.failed} failed`;
writeFileSync(join(results, "summary.txt"), `${line}\n`);
console.log(`\n${line}`);
process.exit(total.failed === 0 ? 0 : 1);
