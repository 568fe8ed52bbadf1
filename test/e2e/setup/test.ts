import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base, type Browser, type BrowserContextOptions, type Page } from "playwright/test";
import type { Role } from "../../../app/facts/roles";
import { stateOf } from "./places";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Asserts that a page breaks no rule of WCAG 2.2 AA that a machine can find. Its pages hold no frames (the content
 * security policy lets none be), so axe need not open a page of its own to join the findings of several, which costs as
 * much again; details are gathered of violations alone.
 */
export async function axe(page: Page): Promise<void> {
  const builder = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).withTags(WCAG);
  const { violations } = await builder.setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  expect(found, `WCAG 2.2 AA on ${page.url()}`).toEqual([]);
}

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

async function opened(browser: Browser, options: BrowserContextOptions, complaints: string[]): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  watch(page, complaints);
  return page;
}

interface Fixtures {
  /** What the pages of this test complained of; anything fails it. */
  complaints: string[];
  /** A browser in which this role is signed in. */
  pageAs: (role: Role, options?: BrowserContextOptions) => Promise<Page>;
  /** The same without JavaScript. */
  plainPageAs: (role: Role, options?: BrowserContextOptions) => Promise<Page>;
  /** A browser without JavaScript in which nobody is signed in. */
  plainPage: Page;
}

export const test = base.extend<Fixtures>({
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
  pageAs: async ({ browser, complaints }, use) => {
    await use((role, options) => opened(browser, { storageState: stateOf(role), ...options }, complaints));
  },
  plainPageAs: async ({ browser, complaints }, use) => {
    const plain = { javaScriptEnabled: false };
    await use((role, options) =>
      opened(browser, { storageState: stateOf(role), ...options, ...plain }, complaints),
    );
  },
  plainPage: async ({ browser, complaints }, use) => {
    await use(await opened(browser, { javaScriptEnabled: false }, complaints));
  },
});

export { expect };
