// Takes docs/pictures/week.png, the picture in the README, of a running demo:
//   CHROMIUM_PATH=/usr/bin/chromium node docs/pictures/make.mjs http://127.0.0.1:3000
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";

const [address] = process.argv.slice(2);
if (!address || !URL.canParse(address)) {
  console.error("Say where Hublist runs: node docs/pictures/make.mjs http://127.0.0.1:3000");
  process.exit(1);
}

/** Pixels of the picture: the head of the board, where each list says the most. */
const SIZE = { width: 1280, height: 720 };

/** Chromium runs as root only without its sandbox. */
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args });
try {
  const page = await browser.newPage({ viewport: SIZE, locale: "en-GB", timezoneId: "Europe/London" });
  await page.goto(new URL("/sign-in?to=/weeks", address).href);
  await page
    .getByRole("row", { name: /^Scheduler/ })
    .getByRole("button")
    .click();
  await page.waitForURL(/\/weeks\//);
  const board = page.locator(".app-board__site").first();
  await board.scrollIntoViewIfNeeded();
  const top = await board.evaluate((site) => site.getBoundingClientRect().top + globalThis.scrollY);
  await page.screenshot({
    path: fileURLToPath(new URL("week.png", import.meta.url)),
    fullPage: true,
    clip: { x: 0, y: top - 16, ...SIZE },
  });
} finally {
  await browser.close();
}
