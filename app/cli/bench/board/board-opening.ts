import { existsSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { gzipSync } from "node:zlib";
import type { SignedIn } from "../served/built-server";

/** What opening the board takes. */
export interface OpeningMeasured {
  /** Milliseconds until a case can be picked up in a browser; null: no browser is installed here. */
  browser: number | null;
  /** Milliseconds until the whole page has come, without a browser. */
  page: number;
  /** Of the page as it is sent, gzipped. */
  pageKB: number;
  /** Of all scripts that it loads, gzipped. */
  scriptKB: number;
}

const TIMES = 5;
/** The browser of the system, where the library has none of its own. */
const SYSTEM_BROWSER = "/usr/bin/chromium";

/** Opens the board several times; times are those in the middle. */
export async function measureOpening(server: SignedIn, path: string): Promise<OpeningMeasured> {
  const address = `${server.url}${path}`;
  const times: number[] = [];
  let html = "";
  for (let time = 0; time < TIMES; time++) {
    const from = performance.now();
    const answer = await fetch(address, { headers: { Cookie: server.cookie } });
    html = await answer.text();
    if (!answer.ok) throw new Error(`The board answered ${answer.status} when it was opened.`);
    times.push(performance.now() - from);
  }
  return {
    browser: await inBrowser(server, address),
    page: middle(times),
    pageKB: gzipSync(html).length / 1024,
    scriptKB: (await scriptBytes(server.url, html)) / 1024,
  };
}

const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Every script that the page names: those it runs and those that it preloads for them. */
async function scriptBytes(url: string, html: string): Promise<number> {
  const names = new Set([...html.matchAll(/["'(](\/assets\/[^"')\s]+\.js)["')]/g)].map(([, name]) => name!));
  let bytes = 0;
  for (const name of names) {
    const answer = await fetch(`${url}${name}`);
    bytes += gzipSync(Buffer.from(await answer.arrayBuffer())).length;
  }
  return bytes;
}

/** The browser of the tests, where it is installed: a bench of a bare installation does without. */
async function inBrowser({ url, cookie }: SignedIn, address: string): Promise<number | null> {
  const name = "playwright";
  const library = await import(name).then(
    (found: { chromium: Chromium }) => found,
    () => null,
  );
  if (library === null) return null;
  const system = existsSync(SYSTEM_BROWSER) ? { executablePath: SYSTEM_BROWSER } : {};
  const browser = await library.chromium.launch({ ...system, args: ["--no-sandbox"] }).catch(() => null);
  if (browser === null) return null;
  try {
    const times: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      const context = await browser.newContext();
      const cookies = cookie.split("; ").map((each) => {
        const [key = "", ...rest] = each.split("=");
        return { name: key, value: rest.join("="), url };
      });
      await context.addCookies(cookies);
      const page = await context.newPage();
      const from = performance.now();
      await page.goto(address, { waitUntil: "commit" });
      await page.waitForSelector("[data-live] [data-pick]", { timeout: 60_000 });
      times.push(performance.now() - from);
      await context.close();
    }
    return middle(times);
  } finally {
    await browser.close();
  }
}

/** As much of the browser library as is used: it is no package that an installation has. */
interface Chromium {
  launch(options: { args: string[]; executablePath?: string }): Promise<{
    newContext(): Promise<{
      addCookies(cookies: { name: string; value: string; url: string }[]): Promise<void>;
      newPage(): Promise<{
        goto(url: string, options: { waitUntil: "commit" }): Promise<unknown>;
        waitForSelector(selector: string, options: { timeout: number }): Promise<unknown>;
      }>;
      close(): Promise<void>;
    }>;
    close(): Promise<void>;
  }>;
}
