import { vitePlugin as remix } from "@remix-run/dev";
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
const PURE = "{components,domain,export,facts,views}";

const testsIn = (folders: string) =>
  folders === "*" ? ["test/**/*.test.{ts,tsx}"] : [`test/${folders}/**/*.test.{ts,tsx}`];

export default defineConfig({
  plugins: process.env.VITEST ? [] : [nhsukStylesheet, remix(remixConfig), httpServer],
  resolve: { alias: { "~": at("./app"), "~db": at("./db"), "~solver": at("./solver") } },
  // The NHS.UK stylesheet arrives minified; minifying it again only prints warnings.
  build: { target: "es2022", cssMinify: false },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // By itself vitest leaves one core free, which on two cores is half of them.
    maxWorkers: "100%",
    globalSetup: ["test/setup/build-programs.ts"],
    setupFiles: ["test/setup/console.ts", "test/setup/programs.ts"],
    // Programs that a test has built run as they are.
    server: { deps: { external: [/\/test-results\//] } },
    projects: [
      // What is pure holds no state, so its files may share one process: a file more costs next to nothing.
      { extends: true, test: { name: "pure", isolate: false, include: testsIn(PURE) } },
      { extends: true, test: { name: "rest", include: testsIn("*"), exclude: testsIn(PURE) } },
    ],
  },
});
