// `npm test`: installs what is lacking, then types, lint, unit tests, build and browser tests, and one line that counts.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildAll } from "../app/setup/build.mjs";
import { installBrowser, installPackages } from "../app/setup/install.mjs";
import { root } from "../app/setup/steps.mjs";

const results = join(root, "test-results");
const total = { passed: 0, failed: 0 };
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

function run(what, args, env = {}) {
  console.log(`\n== ${what}`);
  const started = Date.now();
  const done = spawnSync("npx", args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  console.log(
    `== ${what}: ${done.status === 0 ? "passed" : "FAILED"} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return done.status === 0;
}

/** A step that counts no tests of its own fails as one. */
function step(what, args) {
  if (!run(what, args)) total.failed += 1;
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

function unitTests() {
  const file = "test-results/unit.json";
  const ok = run("Unit tests", [
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const unit = report("unit.json");
  count(ok, unit?.numPassedTests ?? 0, unit?.numFailedTests ?? 0);
}

function browserTests() {
  const ok = run(
    "Browser tests",
    ["playwright", "test", "-c", "test/playwright.config.ts", "--reporter=line,json"],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, "browser.json"),
    },
  );
  const stats = report("browser.json")?.stats;
  count(ok, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
}

installPackages();
installBrowser();
step("Types", ["tsc", "-p", "."]);
step("Lint", ["eslint", ".", "--max-warnings", "0"]);
step("Format", ["prettier", "--check", "--log-level", "warn", "."]);
unitTests();
await buildAll();
browserTests();

const line = `${total.passed} passed, ${total.failed} failed`;
writeFileSync(join(results, "summary.txt"), `${line}\n`);
console.log(`\n${line}`);
process.exit(total.failed === 0 ? 0 : 1);
