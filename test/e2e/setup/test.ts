import {
  expect,
  test as base,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "playwright/test";
import type { Role } from "../../../app/facts/roles";
import { axe } from "./axe";
import { MOST_UPLOAD, stateOf, TODAY } from "./places";
import { startServer, type SpareServer } from "./spare-server";

/** Notes what a page complains of: errors and warnings of the console, and requests that leave the machine. */
function watch(page: Page, complaints: string[]): void {
  page.on("console", (message) => {
    // A page that answers 400 or 403 on purpose is told so by the browser too; a missing file is another matter.
    const expected = /status of 4\d\d/.test(message.text()) && !message.location().url.includes("/assets/");
    if (["error", "warning"].includes(message.type()) && !expected) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    const outside = !/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url());
    if (outside) complaints.push(`asked another machine for ${request.url()}`);
  });
}

interface Fixtures {
  /** What the pages of this test complained of; anything fails it. */
  complaints: string[];
  /** Opens a page in a window of its own, which is closed at the end of the test: its scripts would go on in the next. */
  opened: (options: BrowserContextOptions) => Promise<Page>;
  /** A browser in which this role is signed in. */
  pageAs: (role: Role, options?: BrowserContextOptions) => Promise<Page>;
  /** The same without JavaScript. */
  plainPageAs: (role: Role, options?: BrowserContextOptions) => Promise<Page>;
  /** A browser without JavaScript in which nobody is signed in. */
  plainPage: Page;
}

interface WorkerFixtures {
  /** The server of all files that this worker runs, on a hub of its own: another worker's tests change another. */
  server: SpareServer;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    // Playwright reads what a fixture asks for from the first parameter, which has to be a pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const settings = { HOST: "127.0.0.1", HUBLIST_TODAY: TODAY, HUBLIST_MAX_UPLOAD_MB: MOST_UPLOAD };
      const server = await startServer(settings, { hub: "copy" });
      if (server.url === null) throw new Error(`The server left before it listened: ${server.errors()}`);
      process.env.HUBLIST_TEST_URL = server.url;
      await use(server);
      await server.stop();
      if (server.errors() !== "") process.stderr.write(server.errors());
    },
    { scope: "worker", auto: true },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.url!);
  },
  complaints: [
    async ({ browserName: _browserName }, use) => {
      const complaints: string[] = [];
      await use(complaints);
      expect(complaints, "what pages complained of").toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page, complaints }, use) => {
    watch(page, complaints);
    await use(page);
  },
  opened: async ({ browser, complaints }, use) => {
    const windows: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      windows.push(context);
      const page = await context.newPage();
      watch(page, complaints);
      return page;
    });
    await Promise.all(windows.map((context) => context.close()));
  },
  pageAs: async ({ opened }, use) => {
    await use((role, options) => opened({ storageState: stateOf(role), ...options }));
  },
  plainPageAs: async ({ opened }, use) => {
    await use((role, options) =>
      opened({ storageState: stateOf(role), ...options, javaScriptEnabled: false }),
    );
  },
  plainPage: async ({ opened }, use) => {
    await use(await opened({ javaScriptEnabled: false }));
  },
});

export { axe, expect };
