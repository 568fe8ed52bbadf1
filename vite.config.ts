import { vitePlugin as remix } from "@remix-run/dev";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import remixConfig from "./remix.config.js";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Adds our HTTP server to Remix's server build: build/server/server.js. */
const httpServer: Plugin = {
  name: "http-server",
  apply: "build",
  applyToEnvironment: (environment) => environment.name === "ssr",
  buildStart() {
    this.emitFile({ type: "chunk", id: at("./app/server.ts"), fileName: "server.js" });
  },
};

/**
 * The NHS.UK stylesheet without what only NHS bodies may use (the Frutiger typeface, fetched from assets.nhs.uk), and
 * with its icons taken from the package, so that no page asks another machine for anything.
 */
const nhsukStylesheet: Plugin = {
  name: "nhsuk-stylesheet",
  enforce: "pre",
  transform(css, id) {
    if (!/nhsuk-frontend\.min\.css/.test(id)) return null;
    return css
      .replace(/@font-face\{[^}]*\}/g, "")
      .replaceAll("url(/assets/images/", "url(./assets/images/")
      .replace(/\/\*# sourceMappingURL=.*?\*\//g, "");
  },
};

/** Folders of tests that only call functions: no store, environment, worker or clock is set in them. */
const PURE = "{components,docs,domain,export,facts,views}";

/** Tests that put something else in a module's place, which would stay for the files after them. */
const ALONE = ["test/services/sending/{deadline,file-outbox,print-outbox}.test.ts"];

/** Tests of the store, which run on PostgreSQL too: in a process of its own, since tables are built for one engine. */
const ON_BOTH_ENGINES = readdirSync(at("./test"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => `test/${file.replaceAll("\\", "/")}`)
  .filter((file) => readFileSync(at(`./${file}`), "utf8").includes("onEachEngine("));

const testsIn = (folders: string) =>
  folders === "*" ? ["test/**/*.test.{ts,tsx}"] : [`test/${folders}/**/*.test.{ts,tsx}`];

export default defineConfig({
  plugins: process.env.VITEST ? [] : [nhsukStylesheet, remix(remixConfig), httpServer],
  resolve: { alias: { "~": at("./app"), "~db": at("./db"), "~solver": at("./solver") } },
  // The NHS.UK stylesheet arrives minified; minifying it again only prints warnings.
  build: { target: "es2022", cssMinify: false },
  test: {
    // These end what hangs. A busy machine, on which a test may take ten times as long as it should, is no defect.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // By itself vitest leaves one core free, which on two cores is half of them.
    maxWorkers: "100%",
    globalSetup: ["test/setup/build-programs.ts"],
    setupFiles: ["test/setup/unsynced.ts", "test/setup/console.ts", "test/setup/programs.ts"],
    // Whatever the surroundings say, a project's engine is its own.
    env: { DATABASE_URL: "", DB_DIALECT: "sqlite" },
    // Programs that a test has built run as they are.
    server: { deps: { external: [/\/test-results\//] } },
    projects: [
      // The files of a project share one process, for reading all modules again costs more than most tests: a test
      // leaves the process as it found it. What is pure has its own, in which it is soon told.
      { extends: true, test: { name: "pure", isolate: false, include: testsIn(PURE) } },
      {
        extends: true,
        test: {
          ...{ name: "rest", isolate: false, include: testsIn("*") },
          exclude: [...testsIn(PURE), ...ALONE],
        },
      },
      {
        extends: true,
        test: {
          ...{ name: "postgresql", isolate: false, include: ON_BOTH_ENGINES },
          env: { DB_DIALECT: "postgresql" },
        },
      },
      { extends: true, test: { name: "alone", include: ALONE } },
    ],
  },
});
