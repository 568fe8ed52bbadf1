import type { Page } from "playwright/test";
import { axe, expect } from "./test";

export const PHONE = { viewport: { width: 375, height: 740 } };

/** Nothing is wider than the screen, which a table may be but a page may not. */
export async function fits(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** WCAG 2.2 AA on a desk's screen and on a telephone's, where nothing may be too wide. */
export async function readable(page: Page): Promise<void> {
  for (const size of [{ width: 1280, height: 900 }, PHONE.viewport]) {
    await page.setViewportSize(size);
    await axe(page);
    await fits(page);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Waits until a button that was clicked takes another click: it takes none for a second. */
export async function untilClickable(page: Page): Promise<void> {
  await page.waitForTimeout(1_100);
}
