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
      ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
      headers ? { npm_config_nodedir: headers } : {},
    );
  });
}

/** Chromium without windows, which takes the browser tests a third of the processor less than one with windows. */
const HEADLESS = "/usr/bin/chromium-headless-shell";
const CHROMIUM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
];

/** What the browser tests run on Debian: package -> the file by which one sees that it is there. */
const PACKAGES = {
  "chromium-headless-shell": process.env.CHROMIUM_PATH || HEADLESS,
  "fonts-liberation": "/usr/share/fonts/truetype/liberation",
  "poppler-utils": "/usr/bin/pdftotext",
};

/** Whether a package manager is here that may install: Debian's, as root. */
const mayInstall = () => existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;

/** Runs apt-get quietly, without waiting long for a network that is not there; whether it did its work. */
function aptGet(...args) {
  const patience = ["-qq", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", [...patience, ...args], { env, stdio: "ignore" }).status === 0;
}

/** Installs those of Debian's packages that are lacking, each by itself: another system may lack one of them. */
function installDebian() {
  const lacking = Object.keys(PACKAGES).filter((name) => !existsSync(PACKAGES[name]));
  if (lacking.length === 0 || !mayInstall()) return;
  say(`Installing ${lacking.join(", ")} for the browser tests ...`);
  const known = aptGet("update");
  for (const name of lacking)
    if (!known || !aptGet("install", "-y", "--no-install-recommends", name))
      say(`  ${name} could not be installed`);
}

/** Finds what the browser tests run or installs it: from Debian as root, else a Chromium by Playwright. */
export function installBrowser() {
  installDebian();
  if ([process.env.CHROMIUM_PATH, HEADLESS, ...CHROMIUM].some((path) => path && existsSync(path))) return;
  const done = spawnSync("npx", ["playwright", "install", "chromium"], { cwd: root, stdio: "inherit" });
  if (done.status === 0) return;
  say("No Chromium was found and none could be installed. Install one, or set CHROMIUM_PATH to its program.");
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  installPackages();
  if (process.argv.includes("--browser")) installBrowser();
}
