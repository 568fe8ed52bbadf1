import { existsSync } from "node:fs";
import { defineConfig } from "playwright/test";

/** Those that draw no window of their own first: a test costs them a third less. */
const CHROMIUM = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * What Chromium is to do without. The first three draw suggestions below its address bar by two pages more for each
 * window, three quarters of the processor that a test without them takes. The others Playwright (1.65) switches off by
 * itself, and a list of one's own replaces Playwright's.
 */
const WITHOUT = [
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"],
  ...[
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "LensOverlay",
  ],
  ...["HttpsFirstBalancedModeAutoEnable", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning"],
  ...["AvoidCorsURLLoaderRestartOnRedirect", "TcpPortRandomizationWin", "OptimizationHints", "AimEnabled"],
  ...["NetworkTimeServiceQuerying", "PreconnectToSearch"],
];

/** Chromium runs as root only without its sandbox. */
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  outputDir: "../test-results/browser",
  globalSetup: "./e2e/setup/global-setup.ts",
  // Each has a server and a hub of its own.
  workers: 2,
  // These end what hangs. A busy machine, on which a page may take ten times as long as it should, is no defect.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: "line",
  use: {
    locale: "en-GB",
    timezoneId: "Europe/London",
    launchOptions: {
      executablePath: CHROMIUM.find((path) => path && existsSync(path)),
      args: [`--disable-features=${WITHOUT.join(",")}`, ...(isRoot ? ["--no-sandbox"] : [])],
    },
  },
});
