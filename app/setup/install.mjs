// Installs what package-lock.json names, when it or Node changed; with --browser also a Chromium for the tests.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { digestOf, quietly, requireNode, root, say, unlessDone } from "./steps.mjs";

/**
 * Where this Node's headers lie beside it, or null. With them the database driver compiles without a download.
 */
function headersBesideNode() {
  const prefix = dirname(dirname(process.execPath));
  const file = join(prefix, "include/node/node_version.h");
  if (!existsSync(file)) return null;
  const text = readFileSync(file, "utf8");
  const wanted = process.versions.node.split(".");
  const same = ["MAJOR", "MINOR", "PATCH"].every((part, i) =>
    new RegExp(`NODE_${part}_VERSION ${wanted[i]}\\b`).test(text),
  );
  return same ? prefix : null;
}

/** Installs the packages unless they are there already. */
export function installPackages() {
  requireNode();
  unlessDone("node_modules/.hublist-installed", digestOf(["package-lock.json"]), () => {
    const headers = headersBesideNode();
    quietly(
      "Installing packages (the first time takes two to four minutes: the database driver is compiled) ...",
      "npm",
      ["ci", "--no-audit", "--no-fund", "--loglevel=error"],
      headers ? { npm_config_nodedir: headers } : {},
    );
  });
}

const CHROMIUM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
];

/** Finds a Chromium or installs one: from Debian as root, else by Playwright. */
export function installBrowser() {
  if ([process.env.CHROMIUM_PATH, ...CHROMIUM].some((path) => path && existsSync(path))) return;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    quietly("Looking up Debian's packages ...", "apt-get", ["update", "-qq"], quiet);
    const install = ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"];
    quietly("Installing Chromium for the browser tests ...", "apt-get", install, quiet);
    return;
  }
  const done = spawnSync("npx", ["playwright", "install", "chromium"], { cwd: root, stdio: "inherit" });
  if (done.status === 0) return;
  say("No Chromium was found and none could be installed. Install one, or set CHROMIUM_PATH to its program.");
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  installPackages();
  if (process.argv.includes("--browser")) installBrowser();
}
