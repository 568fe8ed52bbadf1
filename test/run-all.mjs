// `npm test`: installs what is lacking, then types, lint, unit tests, build and browser tests, and one line that counts.
import { spawn, spawnSync } from "node:child_process";
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

/** Steps that count no tests of their own, side by side; each that fails counts as one. */
async function steps(all) {
  const results = await Promise.all(Object.entries(all).map(([what, args]) => quietStep(what, args)));
  total.failed += results.filter((ok) => !ok).length;
}

/** Keeps what a step prints together, and shows it at its end. */
function quietStep(what, args) {
  const started = Date.now();
  const child = spawn("npx", args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (printed += text));
  return new Promise((settle) =>
    child.on("close", (code) => {
      const word = code === 0 ? "passed" : "FAILED";
      console.log(`${printed}== ${what}: ${word} in ${Math.round((Date.now() - started) / 1000)} s`);
      settle(code === 0);
    }),
  );
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
await steps({
  Types: ["tsc", "-p", "."],
  Lint: ["eslint", ".", "--max-warnings", "0"],
  Format: ["prettier", "--check", "--log-level", "warn", "."],
});
unitTests();
await buildAll();
browserTests();

const line = `${total.passed} passed, ${total.failed} failed`;
writeFileSync(join(results, "summary.txt"), `${line}\n`);
console.log(`\n${line}`);
process.exit(total.failed === 0 ? 0 : 1);
