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

export default defineConfig({
  plugins: process.env.VITEST ? [] : [nhsukStylesheet, remix(remixConfig), httpServer],
  resolve: { alias: { "~": at("./app"), "~db": at("./db"), "~solver": at("./solver") } },
  // The NHS.UK stylesheet arrives minified; minifying it again only prints warnings.
  build: { target: "es2022", cssMinify: false },
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // By itself vitest leaves one core free, which on two cores is half of them.
    maxWorkers: "100%",
    setupFiles: ["test/setup/console.ts"],
    // Programs that a test has built run as they are.
    server: { deps: { external: [/\/test-results\//] } },
  },
});
