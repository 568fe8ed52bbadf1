import { describe, expect, it } from "vitest";
import { nextPage, shownPages } from "~/domain/perioperative/questionnaire/walk";
import { readPage } from "~/domain/perioperative/questionnaire/read-page";
import { settle } from "~/domain/perioperative/questionnaire/settle";
import type { Answers } from "~/domain/perioperative/answers";
import { pagesOf } from "~/domain/perioperative/questionnaire/questionnaire";
import { currentForm } from "~/facts/questionnaire";

const CHECK_IN = currentForm("checkIn");
/** Posts pages in order until the check of answers. */
function walk(posts: Record<string, Record<string, string | string[]>>): { pages: string[]; given: Answers } {
  let given: Answers = {};
  const pages: string[] = [];
  let page = shownPages(CHECK_IN, settle(CHECK_IN, given, 1))[0] ?? null;
  while (page) {
    pages.push(page.id);
    const posted = Object.fromEntries(
      Object.entries(posts[page.id] ?? {}).map(([name, value]) => [name, [value].flat()]),
    );
    const read = readPage(CHECK_IN, page, given, posted, 1);
    expect(read.faults).toEqual([]);
    given = read.given;
    page = nextPage(CHECK_IN, settle(CHECK_IN, given, 1), page.id);
  }
  return { pages, given };
}
const WELL = {
  still_want: { still_want: "yes" },
  signs: { ci_signs: "none" },
  health: { ci_health: "same" },
  condition_change: { condition_change: "same" },
  medicines: { ci_medicines: "no" },
  contact: { ci_contact: "no" },
  dates: { ci_dates: "no" },
  short_notice: { ci_short_notice: "yes" },
  help: { ci_help: "no" },
};

describe("the check-in", () => {
  it("is 9 pages, and 3 for somebody who does not want the operation any more", () => {
    expect(walk(WELL).pages).toHaveLength(9);
    expect(walk({ ...WELL, still_want: { still_want: "no" } }).pages).toEqual([
      "still_want",
      "contact",
      "help",
    ]);
  });

  it.each(["screening", "checkIn"] as const)(
    "shows what follows a choice of %s under that one choice",
    (form) => {
      for (const { questions } of pagesOf(currentForm(form))) {
        const here = new Set(questions.map(({ id }) => id));
        for (const { id, when } of questions) {
          const beside = when?.tests.filter(({ question }) => here.has(question)) ?? [];
          expect(beside.length, id).toBeLessThanOrEqual(1);
        }
      }
    },
  );

  it("asks what has changed only where something has", () => {
    const pages = (health: string) =>
      walk({ ...WELL, health: { ci_health: health }, health_what: { ci_health_what: "A new cough" } }).pages;
    expect(pages("same")).not.toContain("health_what");
    for (const health of ["changed", "worse"]) expect(pages(health)).toContain("health_what");
    const page = pagesOf(CHECK_IN).find(({ id }) => id === "health_what")!;
    const read = readPage(CHECK_IN, page, { still_want: "yes", ci_health: "worse" }, {}, 1);
    expect(read.faults).toEqual([{ field: "ci_health_what", message: "Write what has changed" }]);
  });
});
