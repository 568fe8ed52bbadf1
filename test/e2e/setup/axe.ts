import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The axe that the builder brings with it. */
const ofBuilder = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const SOURCE = readFileSync(ofBuilder.resolve("axe-core/axe.min.js"), "utf8");

/** As much of axe as is made cheaper here (4.13). */
interface Colour {
  r: number;
  g: number;
  b: number;
  alpha: number;
  parseString(text: string): Colour;
}
interface WithAxe {
  axe: { commons: { color: { Color: { prototype: Colour } } } };
}

/** In the page: a colour is read once, not once for each element that has it, which took two fifths of a run. */
function readColoursOnce(): void {
  const { prototype } = (window as unknown as WithAxe).axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map<string, Pick<Colour, "r" | "g" | "b" | "alpha">>();
  prototype.parseString = function (text) {
    const before = known.get(text);
    if (before) return Object.assign(this, before);
    read.call(this, text);
    known.set(text, { r: this.r, g: this.g, b: this.b, alpha: this.alpha });
    return this;
  };
}

/** Brings axe into a document that has not got it yet; the builder would do so twice for every run. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => "axe" in window)) return;
  await page.evaluate(SOURCE);
  await page.evaluate(readColoursOnce);
}

/**
 * Asserts that a page breaks no rule of WCAG 2.2 AA that a machine can find. Its pages hold no frames (the content
 * security policy lets none be), so axe need not open a page of its own to join the findings of several, which costs as
 * much again; details are gathered of violations alone.
 */
export async function axe(page: Page): Promise<void> {
  await bringAxe(page);
  const builder = new AxeBuilder({ page, axeSource: "void 'there already'" });
  const { violations } = await builder
    .options({ resultTypes: ["violations"] })
    .withTags(WCAG)
    .setLegacyMode()
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  expect(found, `WCAG 2.2 AA on ${page.url()}`).toEqual([]);
}
